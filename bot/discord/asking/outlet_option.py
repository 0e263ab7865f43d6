"""An option for an outlet: completed from those of the corpus, and told where it is none of them."""

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord.app_commands import Choice

from bot.discord.asking.words import ASKING
from bot.discord.connection.errors import Refusal
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from corpus.catalogue import browsing
from retrieval.question.names.outlet_readings import Outlet, outlet

OUTLET = said("Only articles of this outlet", "Alleen artikelen van dit medium")
OUTLET_LENGTH = 100
_SHOWN = 60
_CHOICES = 25


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


async def require_outlet(
    newsroom: Newsroom, visit: Visit, written: str | None, *, used: bool = True
) -> str | None:
    """Return how the corpus spells an outlet that was chosen; None where none was.

    With `used` it must be one that answers use here; without, any that is there.

    Raises:
        Refusal: no article that can be seen there is of it.
    """
    if written is None or not written.strip():
        return None
    left_out = frozenset(visit.filters().folded_left_out if used else ())
    found = await newsroom.read(lambda connection: outlet(connection, written, visit.guild, left_out))
    if found.name is None:
        raise Refusal(lambda language: _unknown(written, found, language))
    return found.name


def _unknown(written: str, found: Outlet, language: str) -> str:
    words = ASKING.of(language)
    near = ", ".join(f"“{inline(name, _SHOWN)}”" for name in found.nearest)
    further = words.nearest_outlets.format(outlets=near) if near else words.all_outlets
    return f"{words.unknown_outlet.format(outlet=inline(written, _SHOWN))} {further}"
