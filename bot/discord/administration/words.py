"""The bot's own words about a server's settings, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class AdministrationWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    managers_only: str
    heading: str
    sensible: str
    channels: str
    everywhere: str
    choose_channels: str
    moderators: str
    managers: str
    managers_and_role: str
    integrations: str
    choose_role: str
    everyone_moderates: str
    moderators_channel: str
    no_moderators_channel: str
    moderators_channel_is: str
    cannot_post: str
    choose_moderators_channel: str
    language: str
    languages: Mapping[str | None, str]
    mentions: str
    answers_mentions: str
    ignores_mentions: str
    answer_mentions: str
    ignore_mentions: str
    limits: str
    limits_are: str
    change_limits: str
    per_person: str
    per_guild: str
    limits_how: str
    bad_limit: str
    outlets: str
    no_outlets: str
    more_outlets: str
    change_outlets: str
    outlets_heading: str
    outlets_how: str
    outlet_held: tuple[str, str]
    outlet_unknown: str
    choose_outlets: str
    type_outlets: str
    outlets_typed: str
    outlets_typed_how: str
    too_many_outlets: str
    back: str
    missing: str
    unnamed: str
    unnamed_questions: str
    only_when_named: str
    answer_only_named: str
    answer_unnamed: str
    nights: str
    nights_how: str
    quiet_nights: str
    told_at_night: str


ADMINISTRATION = Bilingual(
    english=AdministrationWords(
        managers_only="Only people who may manage the server can see and change its settings.",
        heading="Settings of this server",
        sensible="Nothing has to be set. What you change is kept at once.",
        channels="Channels where I answer",
        everywhere="Everywhere",
        choose_channels="Channels where I answer; none: everywhere",
        moderators="Moderators",
        managers="People who may manage the server",
        managers_and_role="People who may manage the server, and {role}",
        integrations="Discord shows `/corpus` to that role only once you allow it: Server Settings → Integrations → newsdesk. I cannot do that myself.",
        choose_role="A role whose members are moderators too",
        everyone_moderates="With that role everyone would be a moderator: choose another.",
        moderators_channel="Moderators' channel",
        no_moderators_channel="None: what feeds find waits in `/corpus feed list`, questions in `/corpus unanswered`",
        moderators_channel_is="{channel}: there I post what feeds find, and what readers miss",
        cannot_post="I cannot post there: give me *View Channel*, *Send Messages* and *Embed Links* in that channel.",
        choose_moderators_channel="A channel to tell moderators in",
        language="Language of my own words",
        languages={None: "That of each reader", "nl": "Nederlands", "en": "English"},
        mentions="Mentions of me and replies to me",
        answers_mentions="Answered",
        ignores_mentions="Not answered",
        answer_mentions="Answer mentions",
        ignore_mentions="Do not answer mentions",
        limits="Questions a minute",
        limits_are="{person} for each person, {guild} for the whole server",
        change_limits="Questions a minute",
        per_person="For each person",
        per_guild="For the whole server",
        limits_how="A whole number from 1 to 600",
        bad_limit="“{written}” is not a whole number from 1 to 600: nothing has been changed.",
        outlets="Outlets left out",
        no_outlets="None",
        more_outlets="and {count} more",
        change_outlets="Outlets left out",
        outlets_heading="Outlets left out in this server",
        outlets_how="Their articles are not quoted, found or listed here. Articles without an outlet stay.",
        outlet_held=("one article", "{count} articles"),
        outlet_unknown="no articles",
        choose_outlets="Outlets to leave out; none: all are used",
        type_outlets="Type names",
        outlets_typed="Outlets left out",
        outlets_typed_how="One a line, as it stands above articles. Case does not matter.",
        too_many_outlets="Those are more than 100 names, or too long: nothing has been changed. Leave some out.",
        back="Back",
        missing="What is missing",
        unnamed="In my threads and under replies to me",
        unnamed_questions="I answer questions, and leave remarks alone",
        only_when_named="I answer only when named, that is mentioned",
        answer_only_named="Answer only when named",
        answer_unnamed="Answer questions too",
        nights="Quiet at night",
        nights_how="From 22 to 8 o'clock nobody is told what they watch: it waits for the morning. By which city's clock?",
        quiet_nights="From 22 to 8 o'clock in {place} nobody is told what they watch",
        told_at_night="No: people are told at any hour what they watch",
    ),
    dutch=AdministrationWords(
        managers_only="Alleen wie de server mag beheren kan de instellingen zien en wijzigen.",
        heading="Instellingen van deze server",
        sensible="Er hoeft niets te worden ingesteld. Wat je wijzigt wordt meteen bewaard.",
        channels="Kanalen waar ik antwoord",
        everywhere="Overal",
        choose_channels="Kanalen waar ik antwoord; geen: overal",
        moderators="Moderatoren",
        managers="Wie de server mag beheren",
        managers_and_role="Wie de server mag beheren, en {role}",
        integrations="Discord toont `/corpus` pas aan die rol als je dat toestaat: Serverinstellingen → Integraties → newsdesk. Zelf kan ik dat niet.",
        choose_role="Een rol waarvan de leden ook moderator zijn",
        everyone_moderates="Met die rol zou iedereen moderator zijn: kies een andere.",
        moderators_channel="Kanaal van de moderatoren",
        no_moderators_channel="Geen: wat feeds vinden wacht in `/corpus feed list`, vragen in `/corpus unanswered`",
        moderators_channel_is="{channel}: daar plaats ik wat feeds vinden, en wat lezers missen",
        cannot_post="Ik kan daar niets plaatsen: geef me in dat kanaal *Kanaal weergeven*, *Berichten verzenden* en *Links insluiten*.",
        choose_moderators_channel="Een kanaal om moderatoren in te berichten",
        language="Taal van mijn eigen woorden",
        languages={None: "Die van elke lezer", "nl": "Nederlands", "en": "English"},
        mentions="Vermeldingen van mij en antwoorden op mij",
        answers_mentions="Beantwoord",
        ignores_mentions="Niet beantwoord",
        answer_mentions="Vermeldingen beantwoorden",
        ignore_mentions="Vermeldingen niet beantwoorden",
        limits="Vragen per minuut",
        limits_are="{person} per persoon, {guild} voor de hele server",
        change_limits="Vragen per minuut",
        per_person="Per persoon",
        per_guild="Voor de hele server",
        limits_how="Een heel getal van 1 tot en met 600",
        bad_limit="“{written}” is geen heel getal van 1 tot en met 600: er is niets gewijzigd.",
        outlets="Weggelaten media",
        no_outlets="Geen",
        more_outlets="en nog {count}",
        change_outlets="Weggelaten media",
        outlets_heading="Media die in deze server zijn weggelaten",
        outlets_how="Hun artikelen worden hier niet geciteerd, gevonden of getoond. Artikelen zonder medium blijven.",
        outlet_held=("één artikel", "{count} artikelen"),
        outlet_unknown="geen artikelen",
        choose_outlets="Media om weg te laten; geen: alle tellen mee",
        type_outlets="Namen typen",
        outlets_typed="Weggelaten media",
        outlets_typed_how="Eén per regel, zoals het bij artikelen staat. Hoofdletters maken niet uit.",
        too_many_outlets="Dat zijn meer dan 100 namen, of ze zijn te lang: er is niets gewijzigd. Laat er een paar weg.",
        back="Terug",
        missing="Wat er ontbreekt",
        unnamed="In mijn threads en onder antwoorden op mij",
        unnamed_questions="Ik beantwoord vragen en laat opmerkingen met rust",
        only_when_named="Ik antwoord alleen als ik word genoemd, dus vermeld",
        answer_only_named="Alleen antwoorden als genoemd",
        answer_unnamed="Ook vragen beantwoorden",
        nights="'s Nachts stil",
        nights_how="Van 22 tot 8 uur wordt niemand gemeld wat hij volgt: dat wacht tot de ochtend. Naar de klok van welke stad?",
        quiet_nights="Van 22 tot 8 uur in {place} wordt niemand gemeld wat hij volgt",
        told_at_night="Nee: op elk uur wordt gemeld wat iemand volgt",
    ),
)
