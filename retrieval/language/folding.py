"""The folded texts of articles, kept: one question after another looks at several passages of them."""

from corpus.article import Article
from corpus.text import folded
from corpus.weighed import Weighed

# Characters of texts; a question looks at up to a hundred articles of some thousands.
_FOLDED: Weighed[str, str] = Weighed(2_000_000)


def folded_once(text: str) -> str:
    """Return a text in small letters and without accents."""
    known = _FOLDED.get(text)
    if known is None:
        known = folded(text)
        _FOLDED.keep(text, known, len(text))
    return known


def folded_article(article: Article) -> str:
    """Return headline and text of an article in small letters and without accents."""
    return folded_once(f"{article.draft.title or ''}\n{article.draft.text}")
