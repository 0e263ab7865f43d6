"""The options of every command that asks something: the question, and what narrows it."""

import inspect
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Concatenate

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str

from bot.discord.asking.date_option import Since, Until
from bot.discord.asking.narrowing_options import SINCE, UNTIL, require_order
from bot.discord.asking.outlet_option import OUTLET, OUTLET_LENGTH, outlet_choices, require_outlet
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.marks import DUTCH, ENGLISH, kind_named
from corpus.article import REPORT, Genre
from corpus.filters import Filters

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_LONGEST = 500  # characters of a question
_QUESTION = said("What do you want to know?", "Wat wil je weten?")
_AS_OF = said(
    "As if it were then, from what was published by then: a date, or words as “last week”",
    "Alsof het toen was, met wat toen verschenen was: een datum, of woorden als “vorige week”",
)
_KIND = said("Only articles of this kind", "Alleen artikelen van dit soort")
_KINDS = [
    Choice(name=said(kind_named(kind, ENGLISH), kind_named(kind, DUTCH)), value=kind)
    for kind in (REPORT, *Genre)
]
_Callback = Callable[Concatenate[discord.Interaction[Any], ...], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks with a command: who and where, the question, the articles that may be used."""

    visit: Visit
    question: str
    filters: Filters


def asking(
    newsroom: Newsroom, *, question: locale_str = _QUESTION, kinds: bool = True
) -> Callable[[Callable[..., Awaitable[None]]], _Callback]:
    """Return a decorator that gives a command the options of a question, before those of its own.

    What it decorates is called with the interaction, what is `Asked`, and its own options by name. Dates
    that are swapped and outlets that nothing is of are refused before.

    Args:
        newsroom: completes an outlet from those of the corpus.
        question: describes the question to people.
        kinds: whether articles of one kind can be chosen.
    """

    def with_options(command: Callable[..., Awaitable[None]]) -> _Callback:
        async def callback(
            interaction: discord.Interaction[Any],
            question: app_commands.Range[str, 1, _LONGEST],
            since: Since | None = None,
            until: Until | None = None,
            as_of: Until | None = None,
            outlet: app_commands.Range[str, 1, OUTLET_LENGTH] | None = None,
            kind: str | None = None,
            **own: Any,  # noqa: ANN401 - a command's own options are of any type
        ) -> None:
            require_order(since, until)
            visit = newsroom.visit(interaction)
            known = await require_outlet(newsroom, visit, outlet)
            filters = visit.filters(since, until, as_of, known, kind)
            await command(interaction, Asked(visit, question, filters), **own)

        shared = list(inspect.signature(callback).parameters.values())[:-1]
        chosen = shared if kinds else [one for one in shared if one.name != "kind"]
        own = list(inspect.signature(command).parameters.values())[2:]
        # What discord.py reads; it takes no options that belong together as one parameter.
        callback.__signature__ = inspect.Signature([*chosen, *own])  # type: ignore[attr-defined]
        described = {"question": question, "since": SINCE, "until": UNTIL, "as_of": _AS_OF, "outlet": OUTLET}
        app_commands.describe(**described, **({"kind": _KIND} if kinds else {}))(callback)
        app_commands.choices(**({"kind": _KINDS} if kinds else {}))(callback)
        return app_commands.autocomplete(outlet=outlet_choices(newsroom))(callback)

    return with_options
