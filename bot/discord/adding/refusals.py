"""What the catalogue refuses to change, in the bot's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.discord.adding.words import ADDING
from bot.discord.connection.errors import Gone, Refusal
from corpus.errors import ArticleNotFound, ChangeNotUndoable, NotYours, Obstacle


def changed_meanwhile() -> Refusal:
    """Return that an article is no longer the one that was asked about."""
    return Refusal(lambda language: ADDING.of(language).changed_meanwhile)


@contextmanager
def in_own_words() -> Iterator[None]:
    """Turn what the catalogue refuses into refusals that Discord's people can act on.

    Raises:
        Refusal: instead of ArticleNotFound, NotYours and ChangeNotUndoable.
    """
    try:
        yield
    except ArticleNotFound as error:
        raise Gone from error
    except NotYours as error:
        raise Refusal(lambda language: ADDING.of(language).not_yours) from error
    except ChangeNotUndoable as error:
        reason = error.reason
        raise Refusal(lambda language: _standing(reason, language)) from error


def _standing(reason: Obstacle, language: str) -> str:
    words = ADDING.of(language)
    if reason is Obstacle.UNDONE:
        return words.undone_already
    return words.built_upon if reason is Obstacle.BUILT_UPON else words.too_old
