"""Options that narrow a question: dates, outlets as the corpus names them, and kinds of article."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.discord.asking.words import ASKING
from bot.discord.cards.escape import inline
from bot.discord.errors import Refusal
from bot.discord.newsroom import Newsroom
from bot.discord.translation import said
from bot.marks import DUTCH, ENGLISH, kind_named
from corpus.article import REPORT, Genre
from corpus.catalogue import browsing
from corpus.dates import PartialDate

QUESTION = said("What do you want to know?", "Wat wil je weten?")
SINCE = said(
    "Only articles published since: YYYY, YYYY-MM or YYYY-MM-DD",
    "Alleen artikelen verschenen sinds: JJJJ, JJJJ-MM of JJJJ-MM-DD",
)
UNTIL = said(
    "Only articles published until: YYYY, YYYY-MM or YYYY-MM-DD",
    "Alleen artikelen verschenen tot en met: JJJJ, JJJJ-MM of JJJJ-MM-DD",
)
AS_OF = said(
    "As if it were then, from what was published by then: YYYY, YYYY-MM or YYYY-MM-DD",
    "Alsof het toen was, met wat toen verschenen was: JJJJ, JJJJ-MM of JJJJ-MM-DD",
)
OUTLET = said("Only articles of this outlet", "Alleen artikelen van dit medium")
OUTLET_LENGTH = 100
KIND = said("Only articles of this kind", "Alleen artikelen van dit soort")
KINDS = [
    Choice(name=said(kind_named(kind, ENGLISH), kind_named(kind, DUTCH)), value=kind)
    for kind in (REPORT, *Genre)
]
_SHOWN = 40
_CHOICES = 25


class DateOption(app_commands.Transformer):
    """A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> PartialDate:  # noqa: ANN401, ARG002 - the signature is discord.py's
        """Return the date that was written.

        Raises:
            Refusal: it is none.
        """
        try:
            return PartialDate.parse(value)
        except ValueError:
            written = inline(value, _SHOWN)
            raise Refusal(lambda language: ASKING.of(language).not_a_date.format(written=written)) from None


Date = app_commands.Transform[PartialDate, DateOption]


def outlet_choices(
    newsroom: Newsroom,
) -> Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[Choice[str]]]]:
    """Return what completes an outlet from those that can be seen where it is typed."""

    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
        visit = newsroom.visit(interaction)
        left_out = visit.filters().folded_left_out
        most = _CHOICES + len(left_out)
        found = await newsroom.read(lambda connection: browsing.outlets(connection, visit.guild, typed, most))
        seen = (outlet for outlet, _ in found if outlet.casefold() not in left_out)
        fitting = [Choice(name=outlet, value=outlet) for outlet in seen if len(outlet) <= OUTLET_LENGTH]
        return fitting[:_CHOICES]

    return complete


def require_order(since: PartialDate | None, until: PartialDate | None) -> None:
    """Refuse dates between which nothing can be.

    Raises:
        Refusal: the first date lies after the last.
    """
    if since is not None and until is not None and since.first() > until.last():
        raise Refusal(lambda language: ASKING.of(language).dates_swapped.format(since=since, until=until))
