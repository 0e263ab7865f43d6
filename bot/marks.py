"""What an article is marked with, in English and Dutch: its kind, and what is missing of it."""

from collections.abc import Iterator

from bot.bilingual import Bilingual, Words, each
from corpus.article import REPORT, Draft, Genre, Shortfall

ENGLISH, DUTCH = "en", "nl"


class _MarkWords(Words):
    """One language's words."""

    kinds = each(
        {
            REPORT: ("report", "bericht"),
            Genre.SATIRE: ("satire", "satire"),
            Genre.OPINION: ("opinion", "opinie"),
            Genre.COLUMN: ("column", "column"),
            Genre.ADVERTORIAL: ("advertorial", "advertorial"),
            Genre.FACT_CHECK: ("fact check", "factcheck"),
            Genre.CORRECTION: ("correction", "correctie"),
            Genre.LIVE_BLOG: ("live blog", "liveblog"),
        }
    )
    missing = each(
        {
            Shortfall.BEGINNING: (
                "only the beginning of this article is here",
                "van dit artikel is hier alleen het begin",
            ),
            Shortfall.DOUBTFUL: (
                "parts of this article may be missing here, or be another's",
                "van dit artikel ontbreken hier misschien delen, of er staat iets anders tussen",
            ),
        }
    )


_MARKS = Bilingual(_MarkWords)


def kind_named(kind: str, language: str | None) -> str:
    """Return a kind, the value of a `Genre` or `report`, in words; English where the language is neither."""
    return _MARKS.of(language).kinds[kind]


def marks(draft: Draft, language: str | None, *, kind: bool = True) -> str:
    """Return what an article is marked with, such as `satire, only the beginning …`; empty for nothing.

    Args:
        draft: the article.
        language: of the words; English where it is neither of the two.
        kind: whether to name its kind, which stands before a quotation already.
    """
    return ", ".join(_marks(draft, _MARKS.of(language), kind=kind))


def _marks(draft: Draft, words: _MarkWords, *, kind: bool) -> Iterator[str]:
    if kind and draft.genre is not None:
        yield words.kinds[draft.genre]
    if draft.shortfall is not None:
        yield words.missing[draft.shortfall]
