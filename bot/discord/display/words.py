"""The bot's own words about any request, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; a pair is for one and for more, with `{count}`."""

    apology: str
    too_slow: str
    stopping: str
    busy: str
    too_many: tuple[str, str]
    not_in_this_channel: str
    only_in_servers: str
    moderators_only: str
    gone: str
    used_up: str
    previous: str
    next: str
    page: str


WORDS = Bilingual(
    english=Words(
        apology="Something went wrong and I could not do this; if it persists, give the operator this: {incident}.",
        too_slow="I could not find an answer in time: please ask again in a few minutes.",
        stopping="I am being restarted and could not finish this: please ask again in a minute.",
        busy="Too many questions are waiting: please ask again in a minute.",
        too_many=(
            "That was one question too many for now: please wait one second.",
            "That was one question too many for now: please wait {count} seconds.",
        ),
        not_in_this_channel="I answer questions in {channels} here.",
        only_in_servers="This works in a server only, not in a direct message.",
        moderators_only="Only moderators can do this: people who may manage the server, or who have the moderators' role that `/newsdesk settings` names.",
        gone="This is no longer here, or was never here: it may have been removed.",
        used_up="This has been dealt with already.",
        previous="Previous",
        next="Next",
        page="{page} of {pages}",
    ),
    dutch=Words(
        apology="Er ging iets mis en dit is niet gelukt; blijft dat zo, geef de beheerder dan dit: {incident}.",
        too_slow="Ik vond niet op tijd een antwoord: vraag het over een paar minuten opnieuw.",
        stopping="Ik word herstart en kon dit niet afmaken: vraag het over een minuut opnieuw.",
        busy="Er wachten te veel vragen: vraag het over een minuut opnieuw.",
        too_many=(
            "Dat was even een vraag te veel: wacht één seconde.",
            "Dat was even een vraag te veel: wacht {count} seconden.",
        ),
        not_in_this_channel="Ik beantwoord vragen hier in {channels}.",
        only_in_servers="Dit werkt alleen in een server, niet in een privébericht.",
        moderators_only="Dit kunnen alleen moderatoren: wie de server mag beheren, of de moderatorrol heeft die `/newsdesk settings` noemt.",
        gone="Dit is er niet meer, of was er nooit: misschien is het verwijderd.",
        used_up="Dit is al afgehandeld.",
        previous="Vorige",
        next="Volgende",
        page="{page} van {pages}",
    ),
)
