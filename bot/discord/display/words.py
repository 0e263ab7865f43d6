"""The bot's own words about any request, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class RequestWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    apology = both(
        "Something went wrong and I could not do this; if it persists, give the operator this: {incident}.",
        "Er ging iets mis en dit is niet gelukt; blijft dat zo, geef de beheerder dan dit: {incident}.",
    )
    too_slow = both(
        "I could not find an answer in time: please ask again in a few minutes.",
        "Ik vond niet op tijd een antwoord: vraag het over een paar minuten opnieuw.",
    )
    out_of_reach = both(
        "I cannot reach my articles just now: please try again in a minute.",
        "Ik kan even niet bij mijn artikelen: probeer het over een minuut opnieuw.",
    )
    not_stored = both(
        "I can read my articles but store nothing just now, so nothing was changed: the operator has to make room for it.",
        "Ik kan mijn artikelen lezen maar nu niets opslaan, dus er is niets veranderd: de beheerder moet er plaats voor maken.",
    )
    unreadable = both(
        "I cannot read my articles any more: the operator can mend that, and my log says how.",
        "Ik kan mijn artikelen niet meer lezen: de beheerder kan dat verhelpen, en mijn logboek zegt hoe.",
    )
    model_changed = both(
        "My articles have been indexed anew, and I can search them once the operator has restarted me.",
        "Mijn artikelen zijn opnieuw geïndexeerd, en ik kan ze doorzoeken zodra de beheerder me heeft herstart.",
    )
    stopping = both(
        "I am being restarted and could not finish this: please ask again in a minute.",
        "Ik word herstart en kon dit niet afmaken: vraag het over een minuut opnieuw.",
    )
    busy = both(
        "Too many questions are waiting: please ask again in a minute.",
        "Er wachten te veel vragen: vraag het over een minuut opnieuw.",
    )
    too_many = both(
        (
            "That was one question too many for now: please wait one second.",
            "That was one question too many for now: please wait {count} seconds.",
        ),
        (
            "Dat was even een vraag te veel: wacht één seconde.",
            "Dat was even een vraag te veel: wacht {count} seconden.",
        ),
    )
    not_in_this_channel = both(
        "I answer questions in {channels} here.", "Ik beantwoord vragen hier in {channels}."
    )
    only_in_servers = both(
        "This works in a server only, not in a direct message.",
        "Dit werkt alleen in een server, niet in een privébericht.",
    )
    moderators_only = both(
        "Only moderators can do this: people who may manage the server, or who have the moderators' role that `/newsdesk settings` names.",
        "Dit kunnen alleen moderatoren: wie de server mag beheren, of de moderatorrol heeft die `/newsdesk settings` noemt.",
    )
    gone = both(
        "This is no longer here, or was never here: it may have been removed.",
        "Dit is er niet meer, of was er nooit: misschien is het verwijderd.",
    )
    used_up = both("This has been dealt with already.", "Dit is al afgehandeld.")
    previous = both("Previous", "Vorige")
    next = both("Next", "Volgende")
    page = both("{page} of {pages}", "{page} van {pages}")


WORDS = Bilingual(RequestWords)
