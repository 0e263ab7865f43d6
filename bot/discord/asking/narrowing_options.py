"""Options that narrow a question, as the commands that ask share them."""

from __future__ import annotations

from discord.app_commands import Choice

from bot.discord.asking.words import ASKING
from bot.discord.connection.errors import Refusal
from bot.discord.connection.translation import said
from bot.marks import DUTCH, ENGLISH, kind_named
from corpus.article import REPORT, Genre
from corpus.dates import PartialDate

QUESTION = said("What do you want to know?", "Wat wil je weten?")
SINCE = said(
    "Only articles published since: a date, or words as “last week”",
    "Alleen artikelen verschenen sinds: een datum, of woorden als “vorige week”",
)
UNTIL = said(
    "Only articles published until: a date, or words as “last week”",
    "Alleen artikelen verschenen tot en met: een datum, of woorden als “vorige week”",
)
AS_OF = said(
    "As if it were then, from what was published by then: a date, or words as “last week”",
    "Alsof het toen was, met wat toen verschenen was: een datum, of woorden als “vorige week”",
)
KIND = said("Only articles of this kind", "Alleen artikelen van dit soort")
KINDS = [
    Choice(name=said(kind_named(kind, ENGLISH), kind_named(kind, DUTCH)), value=kind)
    for kind in (REPORT, *Genre)
]


def require_order(since: PartialDate | None, until: PartialDate | None) -> None:
    """Refuse dates between which nothing can be.

    Raises:
        Refusal: the first date lies after the last.
    """
    if since is not None and until is not None and since.first() > until.last():
        raise Refusal(lambda language: ASKING.of(language).dates_swapped.format(since=since, until=until))
