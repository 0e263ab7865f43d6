"""The folded texts of articles, kept while several passages of one are looked at for a question."""

from functools import lru_cache

from corpus.article import Article
from corpus.text import folded

_KEPT = 64  # texts; an article of 20,000 words takes a tenth of a megabyte and some hundredths of a second


@lru_cache(maxsize=_KEPT)
def folded_once(text: str) -> str:
    """Return a text in small letters and without accents."""
    return folded(text)


def folded_article(article: Article) -> str:
    """Return headline and text of an article in small letters and without accents."""
    return folded_once(f"{article.draft.title or ''}\n{article.draft.text}")
