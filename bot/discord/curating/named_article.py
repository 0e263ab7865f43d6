"""Finding the article that a moderator names: by what was chosen, its number, address or title."""

from __future__ import annotations

from bot.discord.connection.errors import Gone
from bot.discord.curating.refused_changes import not_yours
from corpus.article import Article
from corpus.catalogue import articles, browsing
from corpus.catalogue.connection import Connection
from corpus.errors import ArticleNotFound, NotYours

_TWO = 2


def seen(connection: Connection, name: str, guild: str) -> Article:
    """Return the live article of that name that a server sees.

    Raises:
        Gone: there is none, or several.
    """
    try:
        return articles.find_seen(connection, name, guild)
    except ArticleNotFound as error:
        titled = browsing.titled(connection, guild, name, _TWO)
        if len(titled) != 1:
            raise Gone from error
        return articles.find_seen(connection, titled[0].id, guild)


def own(connection: Connection, name: str, guild: str) -> Article:
    """Return the live article of that name that is the server's own.

    Raises:
        Gone: there is none, or several.
        Refusal: the operator shares it.
    """
    article = seen(connection, name, guild)
    try:
        return articles.changeable(connection, article.id, guild)
    except NotYours as error:
        raise not_yours(article) from error
