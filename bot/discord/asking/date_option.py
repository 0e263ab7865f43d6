"""An option for a date, written as people write dates; while it is typed, it shows how it is understood."""

from collections.abc import Callable, Iterator
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.discord.asking.words import ASKING
from bot.discord.connection.errors import Refusal
from bot.discord.connection.visit import DUTCH, ENGLISH, spoken
from bot.discord.display.escape import inline
from corpus.calendar_names import written
from corpus.dates import PartialDate, day_of
from corpus.text import folded
from retrieval.question.dates.periods import Period
from retrieval.question.dates.typed import typed

_SHOWN = 40
_CHOICES = 25
_NAME = 100  # characters of a choice's name
_OFTEN = {
    ENGLISH: [
        "today",
        "yesterday",
        "this week",
        "last week",
        "this month",
        "last month",
        "this year",
        "last year",
    ],
    DUTCH: [
        "vandaag",
        "gisteren",
        "deze week",
        "vorige week",
        "deze maand",
        "vorige maand",
        "dit jaar",
        "vorig jaar",
    ],
}


class _DateOption(app_commands.Transformer):
    """A date in figures or words, of which one `end` counts; "today" is the day on which Discord got it."""

    def __init__(self, end: Callable[[Period], PartialDate]) -> None:
        super().__init__()
        self._end = end

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> PartialDate:  # noqa: ANN401 - the signature is discord.py's
        """Return the date that was written.

        Raises:
            Refusal: it is none.
        """
        found = _read(interaction, value)
        if found:
            return self._end(found[0])
        shown = inline(value, _SHOWN)
        raise Refusal(lambda language: ASKING.of(language).not_a_date.format(written=shown))

    async def autocomplete(  # type: ignore[override]  # discord.py allows any kind of value
        self, interaction: discord.Interaction[Any], value: str, /
    ) -> list[Choice[str]]:
        """Return how what is typed is understood, and what it may become."""
        return list(self._choices(interaction, value))[:_CHOICES]

    def _choices(self, interaction: discord.Interaction[Any], value: str) -> Iterator[Choice[str]]:
        language = spoken(str(interaction.locale))
        offered: set[str] = set()
        for said in (value, *_begun(value, language)):
            for period in _read(interaction, said):
                date = self._end(period)
                named = written(date, language)
                if str(date) not in offered:
                    offered.add(str(date))
                    yield Choice(name=_name(named, said), value=str(date))


# Of a week or a month the beginning, and the end.
Since = app_commands.Transform[PartialDate, _DateOption(lambda period: period.first)]
Until = app_commands.Transform[PartialDate, _DateOption(lambda period: period.last)]


def _read(interaction: discord.Interaction[Any], value: str) -> list[Period]:
    own = spoken(str(interaction.locale))
    return typed(value, (own, *({DUTCH, ENGLISH} - {own})), day_of(interaction.created_at))


def _begun(value: str, language: str) -> list[str]:
    """Return the words often used that begin as what is typed does, those of the own language first."""
    sought = folded(value).strip()
    ordered = sorted(_OFTEN, key=lambda one: one != language) if sought else [language]
    return [words for one in ordered for words in _OFTEN[one] if words.startswith(sought)]


def _name(named: str, said: str) -> str:
    """Return the date in words, with what was typed behind it where it says it otherwise."""
    said = " ".join(said.split())
    return named if folded(said) == folded(named) else f"{named} ({said})"[:_NAME]
