"""Buttons, menus and modals by the name in their custom id: nothing about them is kept in memory.

A custom id is `name:argument:…`, so that what was posted months ago, by a bot since restarted, still works.
"""

import inspect
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import discord

from bot.discord.connection.errors import Gone
from bot.discord.connection.reception import Reception

Handler = Callable[..., Awaitable[None]]

_SEPARATOR = ":"
_LONGEST = 100  # characters of a custom id
_DIGITS = 15  # of a number in one; more than a database counts to is none


class Components:
    """The handlers by name, each called with the interaction, the visit and the custom id's arguments."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._handlers: dict[str, Handler] = {}

    @property
    def names(self) -> set[str]:
        """The names that custom ids may begin with."""
        return set(self._handlers)

    def add(self, name: str, handler: Handler) -> None:
        """Have `handler(interaction, visit, *arguments)` called for custom ids of that name."""
        self._handlers[name] = handler

    async def dispatch(self, interaction: discord.Interaction[Any]) -> None:
        """Do what was clicked, chosen or submitted; what belongs to nobody here is left alone."""
        name, *arguments = str(_sent(interaction).get("custom_id", "")).split(_SEPARATOR)
        handler = self._handlers.get(name)
        if handler is not None:
            visit = self._reception.newsroom.visit(interaction)
            act = handler if _takes(handler, arguments) else _of_another_version
            await self._reception.attend(interaction, lambda: act(interaction, visit, *arguments))


def whole(written: str) -> int:
    """Return the number that stands in a custom id.

    Raises:
        Gone: it is none, as where another version of the bot wrote it.
    """
    if len(written) > _DIGITS or not (written.isascii() and written.isdecimal()):
        raise Gone
    return int(written)


def custom_id(name: str, *arguments: object) -> str:
    """Return the custom id that leads back to the handler of that name."""
    written = _SEPARATOR.join((name, *map(str, arguments)))
    if len(written) > _LONGEST:
        raise ValueError(written)
    return written


def fits(name: str, *arguments: object) -> bool:
    """Say whether a custom id has room for those arguments."""
    return len(_SEPARATOR.join((name, *map(str, arguments)))) <= _LONGEST


def rows(*each: Sequence[discord.ui.Item[Any]]) -> discord.ui.View:
    """Return components row by row, for sending: at most five rows, of at most five buttons or one menu."""
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(each):
        for item in row:
            item.row = number
            view.add_item(item)
    # A view that has ended is sent but not stored: discord.py would keep every other one for ever.
    view.stop()
    return view


def button(
    label: str,
    name: str,
    *arguments: object,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    enabled: bool = True,
) -> discord.ui.Button[Any]:
    """Return a button that calls the handler of that name."""
    return discord.ui.Button(
        label=label, style=style, custom_id=custom_id(name, *arguments), disabled=not enabled
    )


def modal(
    title: str, fields: Iterable[discord.ui.Label[Any]], name: str, *arguments: object
) -> discord.ui.Modal:
    """Return a modal that calls the handler of that name when it is submitted."""
    made = discord.ui.Modal(title=title, custom_id=custom_id(name, *arguments), timeout=None)
    for field in fields:
        made.add_item(field)
    made.stop()  # as in `rows`
    return made


def field(
    name: str,
    label: str,
    *,
    description: str | None = None,
    value: str | None = None,
    longest: int = 200,
    required: bool = False,
    paragraph: bool = False,
) -> discord.ui.Label[Any]:
    """Return a field of a modal to type into."""
    style = discord.TextStyle.paragraph if paragraph else discord.TextStyle.short
    typed: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=name, style=style, default=value, required=required, max_length=longest
    )
    return discord.ui.Label(text=label, description=description, component=typed)


def submitted(interaction: discord.Interaction[Any]) -> dict[str, str]:
    """Return what was typed into each field of a modal, by the field's name, without the space around it."""
    typed = (label.get("component", {}) for label in _sent(interaction).get("components", []))
    return {one["custom_id"]: (one.get("value") or "").strip() for one in typed if "custom_id" in one}


def chosen(interaction: discord.Interaction[Any]) -> list[str]:
    """Return what was chosen in a menu, as the values or numbers of what was chosen."""
    return list(_sent(interaction).get("values", []))


def _sent(interaction: discord.Interaction[Any]) -> dict[str, Any]:
    return dict(interaction.data or {})


def _takes(handler: Handler, arguments: Sequence[str]) -> bool:
    try:
        inspect.signature(handler).bind(None, None, *arguments)
    except TypeError:
        return False
    return True


async def _of_another_version(*_: object) -> None:
    raise Gone
