"""A document that crashes, hangs or fills the memory costs its own reading, and nothing else."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading import sources
from corpus.reading.not_a_feed import NotAFeed, Reason
from corpus.reading.parsing.here import HERE
from corpus.reading.parsing.jobs import Form
from corpus.reading.parsing.limits import IN_DISCORD
from corpus.reading.parsing.parsers import Parsers
from corpus.reading.parsing.stopped import ParsingStopped, Stop
from tests.reading.parsing.documents import ARTICLES, FEEDS, FILLING, HANGING, PAGE, TEXT, job
from tests.reading.parsing.watched import workers, works


@pytest.mark.parametrize("form", ARTICLES)
def test_a_worker_reads_an_article_as_this_process_does(parsers: Parsers, form: Form) -> None:
    assert parsers.article(ARTICLES[form], job(form)) == HERE.article(ARTICLES[form], job(form))


@pytest.mark.parametrize("kind", FEEDS)
def test_a_worker_reads_a_feed_as_this_process_does(parsers: Parsers, kind: str) -> None:
    found = parsers.feed(FEEDS[kind], job(Form.FEED))
    assert found == HERE.feed(FEEDS[kind], job(Form.FEED))
    assert [entry.title for entry in found.entries] == ["Brug dicht"]


def test_a_worker_says_why_there_is_no_article_or_feed(parsers: Parsers) -> None:
    with pytest.raises(SourceUnreadable, match="The PDF is damaged") as refused:
        parsers.article(b"%PDF-1.4 broken", job(Form.PDF))
    assert refused.value.source == job(Form.PDF).source
    offering = b'<html><link rel="alternate" type="application/rss+xml" href="/feed"></html>'
    with pytest.raises(NotAFeed) as other:
        parsers.feed(offering, job(Form.FEED))
    assert (other.value.reason, other.value.offers) == (Reason.OFFERED, "https://haven.example/feed")
    assert sum(parsers.stops.values()) == 0


def test_a_document_that_hangs_fills_the_memory_or_crashes_costs_its_own_reading_only(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    others = set(workers(os.getpid()))
    # What hangs grows slowly, and what grows does so for a while: only one of the two limits is near.
    with closing(Parsers(replace(IN_DISCORD, growth=150_000_000))) as parsers:
        assert _stopped(parsers, FILLING, Form.MAIL) is Stop.MEMORY
        assert parsers.article(PAGE, job(Form.PAGE)).title == "Brug dicht"
        assert parsers.stops[Stop.MEMORY] == 1
    with closing(Parsers(replace(IN_DISCORD, seconds=2))) as parsers:
        for name, raw in {"a.txt": TEXT.encode(), "b.eml": HANGING, "c.html": PAGE}.items():
            (tmp_path / name).write_bytes(raw)
        first, second, third = sources.read(str(tmp_path), parser=parsers)
        assert isinstance(second, ParsingStopped)
        assert second.stop is Stop.TIME
        assert [isinstance(first, Draft), isinstance(third, Draft)] == [True, True]
        (worker,) = set(workers(os.getpid())) - others
        with ThreadPoolExecutor(1) as thread:
            reading = thread.submit(_stopped, parsers, HANGING, Form.MAIL)
            works(worker)
            os.kill(worker, signal.SIGSEGV)
            assert reading.result() is Stop.CRASH
        assert parsers.article(PAGE, job(Form.PAGE)).title == "Brug dicht"
        assert parsers.stops == {Stop.CRASH: 1, Stop.TIME: 1, Stop.MEMORY: 0}
    for reason in ("a mail was given up (time)", "a mail was given up (memory)", "given up (crash)"):
        assert reason in caplog.text
    assert set(workers(os.getpid())) == others


def _stopped(parsers: Parsers, raw: bytes, form: Form) -> Stop:
    with pytest.raises(ParsingStopped) as error:
        parsers.article(raw, job(form))
    return error.value.stop


def test_a_worker_that_was_ended_while_idle_is_replaced_unseen(parsers: Parsers) -> None:
    parsers.article(PAGE, job(Form.PAGE))
    for worker in workers(os.getpid()):
        os.kill(worker, signal.SIGKILL)
    assert parsers.article(PAGE, job(Form.PAGE)).title == "Brug dicht"
    assert sum(parsers.stops.values()) == 0
