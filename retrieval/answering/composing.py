"""Composing an answer: what answers, numbered and written out with its quotations, or an abstention."""

import datetime
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from corpus.article import Article
from corpus.text import normalise
from retrieval.answering.differences import has_passed
from retrieval.answering.quoting import Quote, elsewhere
from retrieval.answering.text_fragment import cited
from retrieval.models.embedding import heading
from retrieval.question.asked_names import missing, names
from retrieval.question.foreign_language import foreign
from retrieval.question.names.readings import Reading
from retrieval.question.names.wording import in_words_of
from retrieval.search.binding import bound
from retrieval.search.results import Answer, Citation, Reply
from retrieval.search.search import Found

NEAREST = 3  # passages shown with an abstention
# Writes the text of an abstention, of the names that no article mentions and a language that is not read.
Abstention = Callable[[Sequence[str], str | None], str]


def untold(_names: Sequence[str], _language: str | None) -> str:
    """Write no text of an abstention."""
    return ""


def new_id() -> str:
    """Return the id of an answer that is given for the first time."""
    return uuid.uuid4().hex[:12]


def composed(
    found: Found,
    quotes: Sequence[Quote],
    best: Quote | None,
    asked: str,
    day: datetime.date,
    started: float,
    abstention: Abstention,
) -> Answer:
    """Return the answer of the quotes that are to be shown, or an abstention where there are none.

    Args:
        found: the hits of the question.
        quotes: what answers, in the order in which it is shown.
        best: the surest quote, shown or not; None where nothing was read.
        asked: the words of the asker.
        day: the day of the question.
        started: when work on the question began, by `time.perf_counter`.
        abstention: writes the text of an abstention.
    """
    numbers = count(1)
    alike = bound(found.question, found.hits)
    groups = [[(next(numbers), quote) for quote in (one, *elsewhere(one, alike))] for one in quotes]
    citations = {number: citation(number, quote) for group in groups for number, quote in group}
    replies = tuple(_reply(citations[group[0][0]], group[0][1], day) for group in groups)
    strange = () if groups else unknown(found)
    unread = None if groups else foreign(asked)
    return Answer(
        id=new_id(),
        question=normalise(asked),
        abstained=not groups,
        text="\n".join(_written(group) for group in groups) or abstention(strange, unread),
        confidence=replies[0].confidence if replies else best.probability * best.share if best else 0.0,
        citations=tuple(citations.values()),
        nearest=tuple(found.hits[:NEAREST]),
        milliseconds=(time.perf_counter() - started) * 1000,
        language=found.words.language,
        answers=replies,
        unknown=strange,
        unread=unread,
        readings=_readings(found, quotes),
    )


def _readings(found: Found, quotes: Sequence[Quote]) -> tuple[Reading, ...]:
    """Return how the question was read by what is quoted; by whatever was tried where nothing is."""
    tried = (one for quote in quotes for one in quote.readings) if quotes else found.readings
    return tuple(dict.fromkeys((*found.spelt, *tried)))


def _reply(citation: Citation, quote: Quote, day: datetime.date) -> Reply:
    reply = Reply(citation, quote.answer, quote.probability)
    return replace(reply, passed=has_passed(reply, day))


def _written(group: Sequence[tuple[int, Quote]]) -> str:
    """Write the words that answer, and the wording they stand in with the markers of all its sources."""
    first = group[0][1]
    markers = "".join(f"[{number}]" for number, _ in group)
    quotation = f"\u201c{first.text}\u201d {markers}"
    return quotation if first.words == first.text else f"{first.words}: {quotation}"


def citation(number: int, quote: Quote) -> Citation:
    """Return a quote under its number, with the link that opens its article there."""
    return cited(number, quote.article, quote.span)


def unknown(found: Found) -> tuple[str, ...]:
    """Return the names and figures of a question that stand in none of the articles found.

    None where nothing was found: then there is nothing that could have mentioned them.
    """
    if not found.hits:
        return ()
    lacking = [
        _lacking(found, article)
        for article in {hit.article.version: hit.article for hit in found.hits}.values()
    ]
    strange = [name for name in dict.fromkeys(names(found.question)) if all(name in one for one in lacking)]
    return tuple(
        name for name in strange if not any(name != other and name in other.split() for other in strange)
    )


def _lacking(found: Found, article: Article) -> set[str]:
    """Return the names of a question that an article has neither as asked nor as they can be read."""
    wording = in_words_of(article, found.question, found.readings)
    # Also its outlet: "what did the Oosterblad write?"
    text = f"{heading(article.draft)}\n{article.draft.text}"
    read = {part for one in wording.readings for part in one.written.split()}
    return set(missing(found.question, text)) - read
