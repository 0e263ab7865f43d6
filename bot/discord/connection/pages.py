"""Leafing through what does not fit one message: blocks laid out over private pages, none of them cut."""

import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.discord.connection.components import Components, button, rows, whole
from bot.discord.connection.delivery import hold, show
from bot.discord.connection.errors import Gone
from bot.discord.connection.visit import Visit
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.words import WORDS

_NAME = "leaf"
# Lists that people look at now; beyond these the oldest are forgotten, and its buttons say so.
_OPEN = 500
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: an embed, how many pages there are, and rows of components above the buttons to leaf."""

    embed: discord.Embed
    pages: int
    above: Sequence[Sequence[discord.ui.Item[Any]]] = ()


Turn = Callable[[int], Awaitable[Page]]


class Lists:
    """The lists that are open, in memory: for what a custom id has no room to name.

    After a restart of the bot their buttons say that the list is gone. What must work for ever names its
    subject in its custom id and uses `leaves` itself.
    """

    def __init__(self, components: Components) -> None:
        self._open: OrderedDict[str, tuple[str | None, Turn]] = OrderedDict()
        components.add(_NAME, self._leaf)

    async def open(self, interaction: discord.Interaction[Any], visit: Visit, turn: Turn) -> None:
        """Show the first page in the message that `think` announced; `turn` makes each page, from 1."""
        token = secrets.token_hex(6)
        self._open[token] = (visit.guild, turn)
        while len(self._open) > _OPEN:
            self._open.popitem(last=False)
        await self._show(interaction, visit, token, turn, 1)

    async def _leaf(
        self, interaction: discord.Interaction[Any], visit: Visit, token: str, number: str
    ) -> None:
        guild, turn = self._open.get(token, (None, None))
        if turn is None or guild != visit.guild:
            raise Gone
        self._open.move_to_end(token)
        await hold(interaction)
        await self._show(interaction, visit, token, turn, whole(number))

    async def _show(
        self, interaction: discord.Interaction[Any], visit: Visit, token: str, turn: Turn, number: int
    ) -> None:
        page = await turn(number)
        await show(interaction, embed=page.embed, view=leaves(page, visit.language, number, _NAME, token))


def leaves(page: Page, language: str, number: int, name: str, *arguments: object) -> discord.ui.View:
    """Return the rows under a page: its own, then buttons `name:argument…:page` to the pages beside it."""
    if page.pages <= 1:
        return rows(*page.above)
    words = WORDS.of(language)
    turners: list[discord.ui.Item[Any]] = [
        button(words.previous, name, *arguments, number - 1, enabled=number > 1),
        button(words.page.format(page=number, pages=page.pages), name, *arguments, number, enabled=False),
        button(words.next, name, *arguments, number + 1, enabled=number < page.pages),
    ]
    return rows(*page.above, turners)


def within(number: int, pages: int) -> int:
    """Return the page of that number, from 1, or the nearest there is: the list may be shorter by now."""
    return max(1, min(number, pages))


def packed(blocks: Iterable[str], most: int | None = None, room: int = DESCRIPTION) -> list[str]:
    """Return pages of at most `room` characters and `most` blocks; a longer block has a page of its own."""
    pages: list[list[str]] = []
    for block in blocks:
        if pages and _fits([*pages[-1], block], most, room):
            pages[-1].append(block)
        else:
            pages.append([block])
    return [_BETWEEN.join(page) for page in pages]


def _fits(page: list[str], most: int | None, room: int) -> bool:
    return len(_BETWEEN.join(page)) <= room and (most is None or len(page) <= most)
