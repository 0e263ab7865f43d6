"""The bot's own words about sharing, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class SharingWords:
    """One language's words."""

    shared_by: str
    shared_already: str
    may_not_write: str
    not_yours: str


SHARING = Bilingual(
    english=SharingWords(
        shared_by="Shared by {person}",
        shared_already="This has been shared already.",
        may_not_write="You may not write in this channel, so this cannot be shared here either.",
        not_yours="Only who shared it and moderators can delete it.",
    ),
    dutch=SharingWords(
        shared_by="Gedeeld door {person}",
        shared_already="Dit is al gedeeld.",
        may_not_write="Je mag in dit kanaal niet schrijven, dus dit kan hier ook niet gedeeld worden.",
        not_yours="Alleen wie het deelde en moderatoren kunnen het verwijderen.",
    ),
)
