"""A timeline as a message: a card with a picture, or text where no card may be shown."""

import io
from typing import Any

import discord

from bot.discord.display.card import AUTHOR, CONTENT, DESCRIPTION
from bot.discord.display.escape import shortened
from bot.discord.timeline.timeline_card import text
from bot.discord.timeline.words import TIMELINE
from bot.telling.timeline_value import value_of
from retrieval.timeline.points import Timeline

_FILE = "timeline.png"
_ALTERNATIVE = 1024  # characters of the text that stands for an attachment
DARK, LIGHT = "dark", "light"


def message_of(
    found: Timeline, language: str, *, embedded: bool, theme: str | None, below: str = ""
) -> dict[str, Any]:
    """Return a timeline as a message to send or to edit; it draws, which takes a fifth of a second.

    Args:
        found: what was found.
        language: that of the bot's own words, `nl` or `en`.
        embedded: whether cards may be shown.
        theme: the screen that the picture is for, `dark` or `light`; None where no file may be attached.
        below: a small line at the end.
    """
    if not embedded or not found.points:
        said = text(found, language, CONTENT - len(below) - 1)
        return {"content": f"{said}\n{below}".rstrip(), "embed": None, "attachments": []}
    pictured = theme is not None and bool(found.plotted)
    said = text(found, language, DESCRIPTION - len(below) - 1, bars=not pictured)
    title = shortened(f"{TIMELINE.of(language).timeline}: {found.question}", AUTHOR)
    embed = discord.Embed(description=f"{said}\n{below}".rstrip()).set_author(name=title)
    if theme is None or not pictured:
        return {"content": None, "embed": embed, "attachments": []}
    embed.set_image(url=f"attachment://{_FILE}")
    return {"content": None, "embed": embed, "attachments": [_file(found, language, theme)]}


def _file(found: Timeline, language: str, theme: str) -> discord.File:
    # Only a timeline with a picture waits for the library that draws it.
    from bot.discord.timeline.plot_image import Theme, picture  # noqa: PLC0415 - see above

    drawn = picture(found.plotted, Theme(theme), language)
    return discord.File(io.BytesIO(drawn), _FILE, description=_alternative(found, language))


def _alternative(found: Timeline, language: str) -> str:
    """Return what the picture shows, for who cannot see it."""
    values = "; ".join(f"{point.published}: {value_of(point, language)}" for point in found.plotted)
    return shortened(f"{TIMELINE.of(language).timeline}: {found.question} {values}", _ALTERNATIVE)
