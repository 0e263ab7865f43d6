"""newsdesk as a contestant: as `newsdesk add` adds, and as the bot searches and answers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bot.assembly import Desk
from bot.memory import share_memory
from bot.settings import settings_from
from corpus.article import Draft
from corpus.catalogue.warming import warm_counts, warm_words
from corpus.errors import SourceUnreadable
from corpus.filters import Filters
from corpus.reading.sources import read
from retrieval.curating.article_vectors import cut
from retrieval.models.embedding import embedded_text
from tests.benchmarks.peers.serving import Found, K, run


class Newsdesk:
    """The newsdesk of a folder; it has a model of its own."""

    threads = 4  # as many as the bot has for questions
    longest = 256

    def __init__(self, folder: Path, _model: Path) -> None:
        self._settings = settings_from({"NEWSDESK_HOME": str(folder), "DATABASE_URL": ""})
        self._desk = Desk(self._settings)
        self._added: Sequence[Draft] = []

    def read(self, file: Path) -> Sequence[Draft]:
        return [one for one in read(str(file)) if isinstance(one, Draft)]

    def load(self) -> None:
        self._desk.embedder.load()
        _ = self._desk.chroma  # open, as in a bot; the peers have imported theirs by now

    def add(self, articles: Sequence[Draft]) -> None:
        self._added = articles
        for one in self._desk.curator.add(articles, "benchmark"):
            if isinstance(one, SourceUnreadable):
                raise one
        self._desk.opened_index.bring_up_to_date()

    def pieces(self) -> Found:
        return [(str(one.url), embedded_text(one, span)) for one in self._added for span in cut(one)]

    def embed(self, texts: list[str]) -> None:
        self._desk.embedder.embed(texts)

    def open(self) -> None:
        share_memory()
        self._desk.close()  # Chroma is its own as long as it is open
        self._desk = Desk(self._settings, long_running=True)
        self._desk.answerer.load()
        if self._desk.index is not self._desk.chroma:
            raise RuntimeError("Chroma is another process's: this would not be the bot's search.")
        # What the bot does in its first seconds.
        warm_counts(self._desk.catalogue)
        warm_words(self._desk.catalogue, lambda: False)

    def search(self, question: str) -> Found:
        hits = self._desk.search.find(question, K, Filters()).hits
        return [(str(hit.article.draft.url), hit.text) for hit in hits]

    def answer(self, question: str) -> Found:
        """Return the articles and the quotations of the whole answer; none where it abstains."""
        answers = self._desk.answerer.ask(question, Filters()).answers
        return [(str(one.citation.article.draft.url), one.citation.quote) for one in answers]


if __name__ == "__main__":
    run(Newsdesk, sys.argv[1:])
