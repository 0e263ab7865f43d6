"""How an answer is remembered: what was asked, what is quoted, and every passage that was weighed."""

import datetime

from corpus.catalogue.answers import Given
from corpus.filters import Filters
from retrieval.search.results import Answer
from retrieval.search.search import Found


def as_given(answer: Answer, found: Found, filters: Filters, asked: datetime.datetime) -> Given:
    """Return an answer as the catalogue remembers it.

    Args:
        answer: the answer.
        found: what it was found among.
        filters: the articles that were used in the end.
        asked: when the question was asked, in UTC.
    """
    return Given(
        id=answer.id,
        asked=asked,
        question=answer.question,
        standalone=found.question,
        filters=filters,
        abstained=answer.abstained,
        confidence=answer.confidence,
        text=answer.text,
        quotes=[(one.number, one.article.version, one.span) for one in answer.citations],
        replies=[(one.citation.number, one.span, one.confidence) for one in answer.answers],
        candidates=[{"passage": hit.passage_id, "score": hit.score, **hit.scores} for hit in found.hits],
        milliseconds=answer.milliseconds,
        readings=[(one.written, one.read_as, one.cause.value, one.outlet) for one in answer.readings],
    )
