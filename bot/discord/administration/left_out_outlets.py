"""The outlets that a server leaves out: shown with how many articles each has, chosen or typed."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.administration.words import ADMINISTRATION, AdministrationWords
from bot.discord.connection.components import button, custom_id, field, modal, rows
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.escape import inline, shortened, visible

CHOSEN, TYPE, TYPED, BACK = "set-outlets-chosen", "set-outlets-type", "set-outlets-typed", "settings"
NAMES = "names"
MOST = 100
_OPTIONS = 25
_OPTION = 100
_TYPED = 4000
# The longest name and how many of them are shown: tried in turn until the page fits. The last always does.
_MEASURES = ((100, MOST), (60, MOST), (40, 30))


def outlets_message(
    left_out: Sequence[str], held: Sequence[tuple[str, int]], language: str
) -> dict[str, Any]:
    """Return the outlets left out and the menu of the biggest, as a message to edit.

    Args:
        left_out: their names.
        held: all outlets with how many articles each has, the biggest first.
        language: that of the bot's own words.
    """
    words = ADMINISTRATION.of(language)
    counts = {name.casefold(): count for name, count in held}
    written = (_lines(left_out, counts, words, *measure) for measure in _MEASURES)
    text = next(text for text in written if len(text) <= DESCRIPTION)
    embed = discord.Embed(description=text).set_author(name=words.outlets_heading)
    offered = _offered(held)
    menu = [[_menu(offered, left_out, words)]] if offered else []
    view = rows(*menu, [button(words.type_outlets, TYPE), button(words.back, BACK)])
    return {"content": None, "embed": embed, "view": view}


def typing_form(left_out: Sequence[str], language: str) -> discord.ui.Modal:
    """Return the form with the names left out, one a line."""
    words = ADMINISTRATION.of(language)
    names = field(
        NAMES,
        words.outlets_typed,
        description=words.outlets_typed_how,
        value="\n".join(left_out),
        longest=_TYPED,
        paragraph=True,
    )
    return modal(words.type_outlets, [names], TYPED)


def from_menu(left_out: Sequence[str], offered: Sequence[str], chosen: Sequence[str]) -> tuple[str, ...]:
    """Return what is left out once `chosen` was chosen from those `offered`; what was not offered stays."""
    known = {name.casefold() for name in offered}
    return _each_once([*(name for name in left_out if name.casefold() not in known), *chosen])


def from_lines(typed: str) -> tuple[str, ...]:
    """Return the names that were typed, one a line."""
    return _each_once([" ".join(line.split()) for line in visible(typed).splitlines()])


def fits(left_out: Sequence[str]) -> bool:
    """Tell whether so many names can be kept: the form has to hold them all."""
    return len(left_out) <= MOST and len("\n".join(left_out)) <= _TYPED


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple({name.casefold(): name for name in reversed(names) if name}.values())[::-1]


def _offered(held: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    # A name too long for a menu can be typed.
    return [(name, count) for name, count in held if len(name) <= _OPTION][:_OPTIONS]


def _menu(
    offered: Sequence[tuple[str, int]], left_out: Sequence[str], words: AdministrationWords
) -> discord.ui.Select[Any]:
    chosen = {name.casefold() for name in left_out}
    return discord.ui.Select(
        custom_id=custom_id(CHOSEN),
        placeholder=words.choose_outlets,
        min_values=0,
        max_values=len(offered),
        options=[
            discord.SelectOption(
                label=shortened(name, _OPTION) or name,
                value=name,
                description=counted(words.outlet_held, count),
                default=name.casefold() in chosen,
            )
            for name, count in offered
        ],
    )


def _lines(
    left_out: Sequence[str], counts: dict[str, int], words: AdministrationWords, longest: int, most: int
) -> str:
    def line(name: str) -> str:
        count = counts.get(name.casefold(), 0)
        articles = counted(words.outlet_held, count) if count else words.outlet_unknown
        return f"- {inline(name, longest)}: {articles}"

    lines = [line(name) for name in left_out[:most]] or [words.no_outlets]
    more = [words.more_outlets.format(count=len(left_out) - most)] if len(left_out) > most else []
    return "\n".join([words.outlets_how, "", *lines, *more])
