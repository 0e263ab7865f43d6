"""The words about an answer that the terminal and the cards in Discord share, in English and Dutch."""

from collections.abc import Sequence

from bot.bilingual import Bilingual, Words, both, each
from bot.cautions import KINDS, Caution
from bot.marks import kind_named
from corpus.article import Article


class _OriginWords(Words):
    """One language's words, with `{articles}` and `{origins}`."""

    one = both("{articles} articles, 1 origin", "{articles} artikelen, 1 bron")
    more = both(
        "{articles} articles, {origins} independent origins",
        "{articles} artikelen, {origins} onafhankelijke bronnen",
    )


_ORIGINS = Bilingual(_OriginWords)


class AnswerWords(Words):
    """One language's words; `cautions` stand before what they are about."""

    beware = both("Mind: {cautions}.", "Let op: {cautions}.")
    cautions = each(
        {
            Caution.EARLIER: ("earlier", "eerder"),
            **{caution: (kind_named(kind, "en"), kind_named(kind, "nl")) for kind, caution in KINDS.items()},
            Caution.REFUTED: ("untrue, the article says", "onwaar, zegt het artikel"),
            Caution.PASSED: ("now past", "inmiddels voorbij"),
        }
    )


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
