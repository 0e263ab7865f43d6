"""The bot's own words about a server's settings, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both, each


class AdministrationWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    managers_only = both(
        "Only people who may manage the server can see and change its settings.",
        "Alleen wie de server mag beheren kan de instellingen zien en wijzigen.",
    )
    heading = both("Settings of this server", "Instellingen van deze server")
    sensible = both(
        "Nothing has to be set. What you change is kept at once.",
        "Er hoeft niets te worden ingesteld. Wat je wijzigt wordt meteen bewaard.",
    )
    channels = both("Channels where I answer", "Kanalen waar ik antwoord")
    everywhere = both("Everywhere", "Overal")
    choose_channels = both(
        "Channels where I answer; none: everywhere", "Kanalen waar ik antwoord; geen: overal"
    )
    moderators = both("Moderators", "Moderatoren")
    managers = both("People who may manage the server", "Wie de server mag beheren")
    managers_and_role = both(
        "People who may manage the server, and {role}", "Wie de server mag beheren, en {role}"
    )
    integrations = both(
        "Discord shows `/corpus` to that role only once you allow it: Server Settings → Integrations → newsdesk. I cannot do that myself.",
        "Discord toont `/corpus` pas aan die rol als je dat toestaat: Serverinstellingen → Integraties → newsdesk. Zelf kan ik dat niet.",
    )
    choose_role = both(
        "A role whose members are moderators too", "Een rol waarvan de leden ook moderator zijn"
    )
    everyone_moderates = both(
        "With that role everyone would be a moderator: choose another.",
        "Met die rol zou iedereen moderator zijn: kies een andere.",
    )
    moderators_channel = both("Moderators' channel", "Kanaal van de moderatoren")
    no_moderators_channel = both(
        "None: what feeds find waits in `/corpus feed list`, questions in `/corpus unanswered`",
        "Geen: wat feeds vinden wacht in `/corpus feed list`, vragen in `/corpus unanswered`",
    )
    moderators_channel_is = both(
        "{channel}: there I post what feeds find, and what readers miss",
        "{channel}: daar plaats ik wat feeds vinden, en wat lezers missen",
    )
    cannot_post = both(
        "I cannot post there: give me *View Channel*, *Send Messages* and *Embed Links* in that channel.",
        "Ik kan daar niets plaatsen: geef me in dat kanaal *Kanaal weergeven*, *Berichten verzenden* en *Links insluiten*.",
    )
    choose_moderators_channel = both(
        "A channel to tell moderators in", "Een kanaal om moderatoren in te berichten"
    )
    language = both("Language of my own words", "Taal van mijn eigen woorden")
    languages = each(
        {
            None: ("That of each reader", "Die van elke lezer"),
            "nl": ("Nederlands", "Nederlands"),
            "en": ("English", "English"),
        }
    )
    mentions = both("Mentions of me and replies to me", "Vermeldingen van mij en antwoorden op mij")
    answers_mentions = both("Answered", "Beantwoord")
    ignores_mentions = both("Not answered", "Niet beantwoord")
    answer_mentions = both("Answer mentions", "Vermeldingen beantwoorden")
    ignore_mentions = both("Do not answer mentions", "Vermeldingen niet beantwoorden")
    limits = both("Questions a minute", "Vragen per minuut")
    limits_are = both(
        "{person} for each person, {guild} for the whole server",
        "{person} per persoon, {guild} voor de hele server",
    )
    change_limits = both("Questions a minute", "Vragen per minuut")
    per_person = both("For each person", "Per persoon")
    per_guild = both("For the whole server", "Voor de hele server")
    limits_how = both("A whole number from 1 to 600", "Een heel getal van 1 tot en met 600")
    bad_limit = both(
        "“{written}” is not a whole number from 1 to 600: nothing has been changed.",
        "“{written}” is geen heel getal van 1 tot en met 600: er is niets gewijzigd.",
    )
    outlets = both("Outlets left out", "Weggelaten media")
    no_outlets = both("None", "Geen")
    more_outlets = both("and {count} more", "en nog {count}")
    change_outlets = both("Outlets left out", "Weggelaten media")
    outlets_heading = both("Outlets left out in this server", "Media die in deze server zijn weggelaten")
    outlets_how = both(
        "Their articles are not quoted, found or listed here. Articles without an outlet stay.",
        "Hun artikelen worden hier niet geciteerd, gevonden of getoond. Artikelen zonder medium blijven.",
    )
    outlet_held = both(("one article", "{count} articles"), ("één artikel", "{count} artikelen"))
    outlet_unknown = both("no articles", "geen artikelen")
    choose_outlets = both(
        "Outlets to leave out; none: all are used", "Media om weg te laten; geen: alle tellen mee"
    )
    type_outlets = both("Type names", "Namen typen")
    outlets_typed = both("Outlets left out", "Weggelaten media")
    outlets_typed_how = both(
        "One a line, as it stands above articles. Case does not matter.",
        "Eén per regel, zoals het bij artikelen staat. Hoofdletters maken niet uit.",
    )
    too_many_outlets = both(
        "Those are more than 100 names, or too long: nothing has been changed. Leave some out.",
        "Dat zijn meer dan 100 namen, of ze zijn te lang: er is niets gewijzigd. Laat er een paar weg.",
    )
    back = both("Back", "Terug")
    missing = both("What is missing", "Wat er ontbreekt")
    unnamed = both("In my threads and under replies to me", "In mijn threads en onder antwoorden op mij")
    unnamed_questions = both(
        "I answer questions, and leave remarks alone", "Ik beantwoord vragen en laat opmerkingen met rust"
    )
    only_when_named = both(
        "I answer only when named, that is mentioned", "Ik antwoord alleen als ik word genoemd, dus vermeld"
    )
    answer_only_named = both("Answer only when named", "Alleen antwoorden als genoemd")
    answer_unnamed = both("Answer questions too", "Ook vragen beantwoorden")
    nights = both("Quiet at night", "'s Nachts stil")
    nights_how = both(
        "From 22 to 8 o'clock nobody is told what they watch: it waits for the morning. By which city's clock?",
        "Van 22 tot 8 uur wordt niemand gemeld wat hij volgt: dat wacht tot de ochtend. Naar de klok van welke stad?",
    )
    quiet_nights = both(
        "From 22 to 8 o'clock in {place} nobody is told what they watch",
        "Van 22 tot 8 uur in {place} wordt niemand gemeld wat hij volgt",
    )
    told_at_night = both(
        "No: people are told at any hour what they watch", "Nee: op elk uur wordt gemeld wat iemand volgt"
    )


ADMINISTRATION = Bilingual(AdministrationWords)
