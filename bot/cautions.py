"""What a reader must know before what an article says: that it is no report, untrue, or of the past."""

from collections.abc import Sequence
from enum import Enum, auto

from corpus.article import Genre
from retrieval.search.results import Citation, Reply


class Caution(Enum):
    """What to know before the words of an article; `AnswerWords` has the words for each."""

    EARLIER = auto()
    SATIRE = auto()
    OPINION = auto()
    COLUMN = auto()
    ADVERTORIAL = auto()
    FACT_CHECK = auto()
    CORRECTION = auto()
    LIVE_BLOG = auto()
    REFUTED = auto()
    PASSED = auto()


KINDS = {
    Genre.SATIRE: Caution.SATIRE,
    Genre.OPINION: Caution.OPINION,
    Genre.COLUMN: Caution.COLUMN,
    Genre.ADVERTORIAL: Caution.ADVERTORIAL,
    Genre.FACT_CHECK: Caution.FACT_CHECK,
    Genre.CORRECTION: Caution.CORRECTION,
    Genre.LIVE_BLOG: Caution.LIVE_BLOG,
}


def cautions(cited: Citation, reply: Reply | None = None, *, earlier: bool = False) -> tuple[Caution, ...]:
    """Return what to know before what a citation says, the words that answer in it where there are any."""
    found = (
        Caution.EARLIER if earlier else None,
        KINDS[cited.genre] if cited.genre else None,
        Caution.REFUTED if cited.refuted else None,
        Caution.PASSED if reply and reply.passed else None,
    )
    return tuple(one for one in found if one)


def captioned(labels: Sequence[str], said: str) -> str:
    """Return what is said after what has to be known before it, such as `Earlier, satire: 46 euros`."""
    label = ", ".join(labels)
    return f"{label[:1].upper()}{label[1:]}: {said}" if label else said
