"""The rows that a phone shows of a message, counted from what was sent and not from how the bot wrote it."""

from __future__ import annotations

import datetime
import re
import textwrap
from collections.abc import Iterator

from tests.small_discord.screen.markdown import Piece, read
from tests.small_discord.state.payloads import Json

WIDTH = 42  # characters of one row
_QUOTED = re.compile(r"^> ?")
# How much of what is formatted is no text, on each side.
_SIGNS = {"bold": 2, "struck": 2, "underlined": 2, "italic": 1}
_UNSEEN = frozenset({"subtext", "heading"})


def rows(message: Json) -> list[str]:
    """Return the rows of a message as Discord's API gives it: all that is read, but not its buttons."""
    content = [rows_of(message["content"])] if message.get("content") else []
    return [row for part in (*content, *map(_embed, message.get("embeds") or [])) for row in part]


def rows_of(text: str) -> list[str]:
    """Return the rows of a Markdown text, empty ones too."""
    return [row for line in text.split("\n") for row in _wrapped(plain_text(line))]


def plain_text(line: str) -> str:
    """Return what a reader sees of one line of Markdown: of a link its words, of a timestamp its day."""
    return "".join(map(_shown, read(_QUOTED.sub("", line))))


def _embed(embed: Json) -> list[str]:
    return [row for rows in _parts(embed) for row in rows]


def _parts(embed: Json) -> Iterator[list[str]]:
    if embed.get("author"):
        yield _wrapped(embed["author"]["name"])
    for part in ("title", "description"):
        if embed.get(part):
            yield rows_of(embed[part])
    for field in embed.get("fields") or []:
        yield [*rows_of(field["name"]), *rows_of(field["value"])]
    if embed.get("footer"):
        yield _wrapped(embed["footer"]["text"])


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_on_hyphens=False) or [""]


def _shown(piece: Piece) -> str:
    if piece.kind in _UNSEEN:
        return ""
    if piece.kind in _SIGNS:
        around = _SIGNS[piece.kind]
        return plain_text(piece.shown[around:-around])
    return _day(piece.shown) if piece.kind == "timestamp" else piece.shown


def _day(stamp: str) -> str:
    """Return a day as Discord writes it in English: `14 September 2023`."""
    seconds = int(re.findall(r"-?\d+", stamp)[0])
    moment = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=seconds)
    return f"{moment.day} {moment:%B %Y}"
