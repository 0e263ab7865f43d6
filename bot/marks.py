"""What an article is marked with, in English and Dutch: its kind, and what is missing of it."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.article import REPORT, Draft, Genre, Shortfall

ENGLISH, DUTCH = "en", "nl"
_KINDS = {
    ENGLISH: {
        REPORT: "report",
        Genre.SATIRE: "satire",
        Genre.OPINION: "opinion",
        Genre.COLUMN: "column",
        Genre.ADVERTORIAL: "advertorial",
        Genre.FACT_CHECK: "fact check",
        Genre.CORRECTION: "correction",
        Genre.LIVE_BLOG: "live blog",
    },
    DUTCH: {
        REPORT: "bericht",
        Genre.SATIRE: "satire",
        Genre.OPINION: "opinie",
        Genre.COLUMN: "column",
        Genre.ADVERTORIAL: "advertorial",
        Genre.FACT_CHECK: "factcheck",
        Genre.CORRECTION: "correctie",
        Genre.LIVE_BLOG: "liveblog",
    },
}
_MISSING = {
    ENGLISH: {
        Shortfall.BEGINNING: "only the beginning of this article is here",
        Shortfall.DOUBTFUL: "parts of this article may be missing here, or be another's",
    },
    DUTCH: {
        Shortfall.BEGINNING: "van dit artikel is hier alleen het begin",
        Shortfall.DOUBTFUL: "van dit artikel ontbreken hier misschien delen, of er staat iets anders tussen",
    },
}


def kind_named(kind: str, language: str | None) -> str:
    """Return a kind, the value of a `Genre` or `report`, in words; English where the language is neither."""
    return _KINDS[DUTCH if language == DUTCH else ENGLISH][kind]


def marks(draft: Draft, language: str | None, *, kind: bool = True) -> str:
    """Return what an article is marked with, such as `satire, only the beginning …`; empty for nothing.

    Args:
        draft: the article.
        language: of the words; English where it is neither of the two.
        kind: whether to name its kind, which stands before a quotation already.
    """
    return ", ".join(_marks(draft, DUTCH if language == DUTCH else ENGLISH, kind=kind))


def _marks(draft: Draft, language: str, *, kind: bool) -> Iterator[str]:
    if kind and draft.genre is not None:
        yield kind_named(draft.genre, language)
    if draft.shortfall is not None:
        yield _MISSING[language][draft.shortfall]
