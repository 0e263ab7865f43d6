"""Asking questions for what speaks for their answers, also with the articles hidden that answer them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus.filters import Filters
from retrieval import quoting
from retrieval.answering import WEIGHED
from retrieval.calibration.table import Sample
from retrieval.embedding import Embedder
from retrieval.evaluating.questions import Asked
from retrieval.evidence import evidence
from retrieval.followup import standalone
from retrieval.search import Found, Search

_FOUND = 50  # passages: what hides one question's articles leaves enough for the next best


def samples(
    search: Search,
    embedder: Embedder,
    questions: Sequence[Asked],
    name: str,
    topic: Callable[[Asked], str],
    *,
    hiding: bool,
) -> Iterator[Sample]:
    """Yield what speaks for the answer of each question of which it is known whether it can be answered.

    Args:
        search: the search over the articles.
        embedder: the model that sentences are weighed with.
        questions: their relevant articles named by addresses.
        name: of the set.
        topic: tells what a question shares with others.
        hiding: ask what can be answered once more with its articles hidden; only where no other article
            could answer it in their place.

    Raises:
        RetrievalError: the search cannot work.
    """
    for asked in questions:
        if asked.answerable is not None:
            filters = Filters(guild=asked.guild, as_of=asked.asked)
            found = search.find(standalone(asked.question, asked.follows), _FOUND, filters)
            for answerable in (True, False) if asked.answerable and hiding else (asked.answerable,):
                sample = _sample(found, asked, embedder, answerable=answerable)
                if sample is not None:
                    yield replace(sample, name=name, topic=topic(asked))


def _sample(found: Found, asked: Asked, embedder: Embedder, *, answerable: bool) -> Sample | None:
    kept = [hit for hit in found.hits if answerable or hit.article.draft.url not in asked.relevant]
    seen = replace(found, hits=kept[:WEIGHED])
    quotes = quoting.weighed(seen, embedder) if kept else []
    if not quotes:
        return None
    foreign = found.words.foreign_to(quotes[0].article.draft.language)
    return Sample("", "", foreign, answerable, evidence(seen, quotes))
