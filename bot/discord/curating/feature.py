"""What moderators can do with the articles that are there, hung where it belongs."""

from __future__ import annotations

from bot.discord.curating import (
    asks,
    figures,
    history,
    listing,
    noting,
    past_cards,
    removing,
    showing,
    undoing,
)
from bot.discord.floor import Floor


def install(floor: Floor) -> None:
    """Add the commands, the handlers of their buttons and forms, and the chore that edits past cards."""
    asks.install(floor.newsroom, floor.components)
    for part in (listing, showing, removing, noting, undoing, history, figures, past_cards):
        part.install(floor)
