"""Laying blocks of text out over pages, none of them cut."""

from __future__ import annotations

from collections.abc import Iterable

from bot.discord.display.card import DESCRIPTION

_BETWEEN = "\n\n"


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
