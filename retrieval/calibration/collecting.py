"""Asking questions for what speaks for their answers, also with the articles hidden that answer them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.filters import Filters
from retrieval import quoting
from retrieval.answering import WEIGHED
from retrieval.calibration.choices import Choice
from retrieval.calibration.table import Sample
from retrieval.embedding import Embedder
from retrieval.evaluating.accepted import holds_one
from retrieval.evaluating.questions import Asked
from retrieval.evidence import evidence
from retrieval.followup import standalone
from retrieval.quoting import Quote
from retrieval.search import Found, Search

_FOUND = 50  # passages: what hides one question's articles leaves enough for the next best
_KEPT = 8  # sentences without an answer that are kept of each question: the best of them


@dataclass(frozen=True, slots=True)
class Collecting:
    """How questions are asked.

    `name` is that of the set, `topics` the topic of each article by its id.
    """

    search: Search
    embedder: Embedder
    name: str
    topics: Mapping[str, str]

    def samples(self, questions: Sequence[Asked], *, hiding: bool) -> Iterator[Sample]:
        """Yield what speaks for the answer of each question of which it is known whether it can be answered.

        Args:
            questions: their relevant articles named by addresses.
            hiding: ask what can be answered once more with its articles hidden; only where no other article
                could answer it in their place.

        Raises:
            RetrievalError: the search cannot work.
        """
        for asked in questions:
            if asked.answerable is not None:
                found = self._found(asked)
                for answerable in (True, False) if asked.answerable and hiding else (asked.answerable,):
                    yield from self._sample(found, asked, answerable=answerable)

    def choices(self, questions: Sequence[Asked]) -> Iterator[Choice]:
        """Yield the sentences weighed for each question with accepted answers.

        Raises:
            RetrievalError: the search cannot work.
        """
        for asked in questions:
            if asked.answers:
                found = self._found(asked)
                quotes = quoting.weighed(replace(found, hits=found.hits[:WEIGHED]), self.embedder)
                rights = [holds_one(one.text, asked.answers) for one in quotes]
                wrong = [place for place, right in enumerate(rights) if not right][:_KEPT]
                kept = [place for place, right in enumerate(rights) if right or place in wrong]
                yield Choice(
                    name=self.name,
                    topic=self._topic(found, asked),
                    merits=tuple(quotes[place].merits for place in kept),
                    right=tuple(rights[place] for place in kept),
                )

    def _found(self, asked: Asked) -> Found:
        filters = Filters(guild=asked.guild, as_of=asked.asked)
        return self.search.find(standalone(asked.question, asked.follows), _FOUND, filters)

    def _sample(self, found: Found, asked: Asked, *, answerable: bool) -> Iterator[Sample]:
        kept = [hit for hit in found.hits if answerable or hit.article.draft.url not in asked.relevant]
        seen = replace(found, hits=kept[:WEIGHED])
        quotes = quoting.weighed(seen, self.embedder)
        if quotes:
            topic = self._topic(found, asked)
            yield Sample(self.name, topic, _foreign(found, quotes), answerable, evidence(seen, quotes))

    def _topic(self, found: Found, asked: Asked) -> str:
        """Return the topic of the best article among those that answer or, where none does, of all."""
        hits = [hit for hit in found.hits if hit.article.draft.url in asked.relevant] or found.hits
        return next((self.topics.get(hit.article.id, "") for hit in hits), asked.question)


def _foreign(found: Found, quotes: Sequence[Quote]) -> bool:
    return found.words.foreign_to(quotes[0].article.draft.language)
