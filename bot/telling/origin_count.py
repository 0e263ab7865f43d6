"""How many independent origins the articles of an answer have, said in English and Dutch."""

from __future__ import annotations

from collections.abc import Sequence

from bot.bilingual import Bilingual, Words, both
from corpus.article import Article


class _OriginWords(Words):
    """One language's words, with `{articles}` and `{origins}`."""

    one = both("{articles} articles, 1 origin", "{articles} artikelen, 1 bron")
    more = both(
        "{articles} articles, {origins} independent origins",
        "{articles} artikelen, {origins} onafhankelijke bronnen",
    )


_ORIGINS = Bilingual(_OriginWords)


def counted(found: Sequence[Sequence[Article]], language: str | None) -> str:
    """Return how many articles and origins there are; empty where there is but one article.

    Args:
        found: the articles in groups of one origin each.
        language: that of the words, `nl` for Dutch.
    """
    articles = sum(len(group) for group in found)
    if articles <= 1:
        return ""
    words = _ORIGINS.of(language)
    return (words.one if len(found) == 1 else words.more).format(articles=articles, origins=len(found))
