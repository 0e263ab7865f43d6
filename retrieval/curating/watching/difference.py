"""What a new answer says that the one before did not: whether anybody who knows that one is to be told."""

from collections.abc import Collection, Iterator
from enum import StrEnum

from corpus.article import Article
from corpus.catalogue.notices import Kind, Notice
from retrieval.answering.differences import agree, figure_of
from retrieval.search.repetition import one_holds_the_other, says_the_same
from retrieval.search.results import Answer, Reply


class Difference(StrEnum):
    """How a new answer differs from the one before."""

    FIRST = "first"  # nothing answered before
    NEWER = "newer"  # an article that appeared later answers otherwise
    OTHER = "other"  # another article, or another text of the same one, answers otherwise
    CORRECTED = "corrected"  # what was quoted has been corrected
    WITHDRAWN = "withdrawn"  # what was quoted has been withdrawn
    LOST = "lost"  # nothing answers any more


_NOTICED = {Kind.CORRECTED: Difference.CORRECTED, Kind.WITHDRAWN: Difference.WITHDRAWN}


def difference(before: Answer, after: Answer, noticed: Collection[str] = ()) -> Difference | None:
    """Return how an answer differs from the one before; None where who knows that one knows this one too.

    The same value from another article is no difference, nor is one that an older article gives beside it.

    Args:
        before: the answer that is known, with the notices in force now.
        after: the answer that is given now.
        noticed: the ids of articles that were corrected or withdrawn since `before` was told.
    """
    if not before.citations:
        return Difference.FIRST if after.citations else None
    told = next((_NOTICED[one.kind] for one in _notices(before, noticed)), None)
    if told is not None:
        return told
    if not after.citations:
        return Difference.LOST
    return _otherwise(before, after)


def _notices(before: Answer, noticed: Collection[str]) -> Iterator[Notice]:
    of = (one.notice for one in before.citations if one.article.id in noticed)
    return (notice for notice in of if notice is not None)


def _otherwise(before: Answer, after: Answer) -> Difference | None:
    if not before.answers or not after.answers:
        again = any(says_the_same(after.citations[0].quote, one.quote) for one in before.citations)
        return None if again else Difference.OTHER
    known, now = before.answers[0], after.answers[0]
    if not _says_the_same(known, now):
        later = _is_older(known.citation.article, now.citation.article)
        return Difference.NEWER if later else Difference.OTHER
    return Difference.OTHER if any(_new_values(before, after)) else None


def _new_values(before: Answer, after: Answer) -> Iterator[Reply]:
    """Yield the words that give a value beside the first that nothing gave before, and no older article."""
    first = after.answers[0].citation.article
    differing = {one.number for value in after.values for one in value.citations}
    for reply in after.answers[1:]:
        beside = reply.citation.number in differing and not _is_older(reply.citation.article, first)
        if beside and not any(_says_the_same(reply, known) for known in before.answers):
            yield reply


def _says_the_same(one: Reply, other: Reply) -> bool:
    value, other_value = figure_of(one), figure_of(other)
    if value is not None and other_value is not None:
        return agree(value, other_value)
    languages = (each.citation.article.draft.language for each in (one, other))
    return one_holds_the_other(one.words, other.words, *languages)


def _is_older(one: Article, other: Article) -> bool:
    appeared, later = one.draft.published, other.draft.published
    return appeared is not None and later is not None and appeared.last() < later.first()
