"""Finding the article that a moderator names: by what was chosen, its number, address or title."""

from corpus.article import Article
from corpus.catalogue import articles, browsing
from corpus.catalogue.connection import Connection
from corpus.errors import ArticleNotFound

_TWO = 2


def seen(connection: Connection, name: str, guild: str) -> Article:
    """Return the live article of that name that a server sees.

    Raises:
        ArticleNotFound: there is none, or several.
    """
    try:
        return articles.find_seen(connection, name, guild)
    except ArticleNotFound:
        titled = browsing.titled(connection, guild, name, _TWO)
        if len(titled) != 1:
            raise
        return articles.find_seen(connection, titled[0].id, guild)


def own(connection: Connection, name: str, guild: str) -> Article:
    """Return the live article of that name that is the server's own.

    Raises:
        ArticleNotFound: there is none, or several.
        NotYours: the operator shares it.
    """
    return articles.changeable(connection, seen(connection, name, guild).id, guild)
