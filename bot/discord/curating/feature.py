"""What moderators can do with the articles that are there, hung where it belongs."""

from bot.discord.connection.floor import Floor
from bot.discord.curating import (
    article_list,
    confirming,
    history,
    noting,
    past_cards,
    removing,
    showing,
    stats,
    undoing,
)


def install(floor: Floor) -> None:
    """Add the commands, the handlers of their buttons and forms, and the chore that edits past cards."""
    confirming.install(floor.newsroom, floor.components)
    for part in (article_list, showing, removing, noting, undoing, history, stats, past_cards):
        part.install(floor)
