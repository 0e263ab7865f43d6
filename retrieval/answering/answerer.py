"""Answering a question: from memory what was asked before, else by working it out, and remembering that."""

from __future__ import annotations

import datetime
import logging
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.catalogue import answers, journal, models
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Catalogue
from corpus.dates import day_of
from corpus.errors import CatalogueUnusable
from corpus.filters import Filters
from corpus.text import normalise
from retrieval.answering.composing import Abstention, new_id, untold
from retrieval.answering.considering import Considered, Considering
from retrieval.answering.kept_answers import Circumstances, KeptAnswers, Worked
from retrieval.answering.remembered import as_given
from retrieval.models.precedence import Precedence
from retrieval.models.reader import Reader
from retrieval.search.results import Answer
from retrieval.search.search import Search

if TYPE_CHECKING:
    from retrieval.phrasing.phraser import Phraser

_LOG = logging.getLogger(__name__)


class Answerer:
    """Answers questions from one catalogue and remembers what it answered."""

    def __init__(
        self,
        catalogue: Catalogue,
        search: Search,
        reader: Reader,
        now: Callable[[], datetime.datetime],
        phraser: Phraser | None = None,
        precedence: Precedence | None = None,
        in_step: Callable[[int], bool] = lambda _: True,
        abstention: Abstention = untold,
        timed: Callable[[str], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        """Take the parts.

        Args:
            catalogue: holds the articles, and remembers the answers.
            search: finds passages.
            reader: reads them.
            now: tells the time.
            phraser: phrases answers; without one they are quotations.
            precedence: makes long work give way to what is asked.
            in_step: says whether the vector index holds what the change of that number made; until then
                an answer may lack an article, and is no answer to those who ask later.
            abstention: writes the text of an abstention; without it there is none.
            timed: gives what is entered for each stage, `search`, `reading` or `phrasing`, to time it.
        """
        self._catalogue = catalogue
        self._now = now
        self._phraser = phraser
        self._precedence = precedence or Precedence()
        self._in_step = in_step
        self._timed = timed
        self._kept = KeptAnswers()
        self._considering = Considering(catalogue, search, reader, now, abstention, timed)

    def ask(
        self,
        question: str,
        filters: Filters,
        asked_as: str | None = None,
        show: Callable[[Answer], object] | None = None,
    ) -> Answer:
        """Answer `question` from the articles that `filters` allow.

        Dates that the question names narrow the articles further, unless `filters` say since or until when;
        where none of these answers, all are used. What was asked before, while nothing has changed since, is
        answered from what was answered, under an id of its own.

        Args:
            question: the question as it stands alone.
            filters: the articles that may be used.
            asked_as: the words of the asker, where `question` was completed from a conversation.
            show: is given the answer as far as it is phrased, a sentence more each time. What is returned in
                the end can still be the quotations.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: a model cannot be loaded.
            IndexUnavailable: Chroma does not answer.
        """
        started = time.perf_counter()
        circumstances = self._circumstances(question, filters, asked_as or question)
        final = self._in_step(circumstances.change)
        worked, again = self._kept.of(
            circumstances, lambda: self._worked(question, filters, asked_as, show, final=final)
        )
        if again:
            worked = worked.repeated(new_id(), self._now(), (time.perf_counter() - started) * 1000)
        self._remember(worked.given)
        return worked.answer

    def _circumstances(self, question: str, filters: Filters, asked: str) -> Circumstances:
        with self._catalogue.reading() as connection:
            change, active = journal.latest(connection), models.active(connection)
        day = day_of(self._now())
        return Circumstances(
            normalise(question), normalise(asked), filters, day, change, active[0] if active else None
        )

    def _worked(
        self,
        question: str,
        filters: Filters,
        asked_as: str | None,
        show: Callable[[Answer], object] | None,
        *,
        final: bool,
    ) -> Worked:
        with self._precedence.question():
            considered = self.consider(question, filters, asked_as)
        answer = self._phrased(considered, show)
        unphrased = self._phraser is not None and answer.text == considered.answer.text
        given = as_given(answer, considered.found, considered.filters, self._now())
        return Worked(answer, given, final=final and (answer.abstained or not unphrased))

    def remember(self, considered: Considered) -> None:
        """Remember an answer that was only considered, once it is to be shown after all."""
        self._remember(as_given(considered.answer, considered.found, considered.filters, self._now()))

    def _remember(self, given: Given) -> None:
        """Remember an answer. Whoever asked has it all the same where there is no room or no right to."""
        try:
            with self._catalogue.writing() as connection:
                answers.remember(connection, given)
        except CatalogueUnusable as error:
            if not error.reads_on:
                raise
            _LOG.warning("This answer is not remembered. %s", error)

    def consider(self, question: str, filters: Filters, asked_as: str | None = None) -> Considered:
        """Answer as `ask` does, but remember nothing: for measuring, which must leave no trace.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: a model cannot be loaded.
            IndexUnavailable: Chroma does not answer.
        """
        self.load()
        return self._considering.consider(question, filters, asked_as)

    def load(self) -> None:
        """Load the models now, so that answers take only their own time.

        Raises:
            ModelUnavailable: one cannot be loaded.
        """
        self._considering.load()
        if self._phraser is not None:
            self._phraser.load()

    def _phrased(self, considered: Considered, show: Callable[[Answer], object] | None) -> Answer:
        quotations, asked = considered.answer, considered.found
        if self._phraser is None or quotations.abstained:
            return quotations
        started, phrased = time.perf_counter(), quotations
        with self._timed("phrasing"):
            for phrased in self._phraser.phrase(quotations, asked.question, asked.words.language):
                if show is not None and phrased is not quotations:
                    show(phrased)
        taken = (time.perf_counter() - started) * 1000
        return replace(phrased, milliseconds=quotations.milliseconds + taken)
