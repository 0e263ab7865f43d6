"""What crosses the border is looked at: a worker may be in the hands of whoever wrote a document."""

from __future__ import annotations

import ast
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Draft, Genre, Shortfall
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading.feed_entry import Entry, Feed
from corpus.reading.not_a_feed import NotAFeed, Reason
from corpus.reading.parsing.border import Unlikely, answer_read, answer_written, job_read, job_written
from corpus.reading.parsing.jobs import Form, Job
from corpus.reading.parsing.stopped import ParsingStopped, Stop
from tests.project.tree import ROOT

_TEXT = st.text()  # lone surrogates too: what a broken page may hold
_WORDS = st.none() | _TEXT
_DATES = st.none() | st.dates(datetime.date(1, 1, 1)).map(
    lambda day: PartialDate(day.year, day.month, day.day)
)
_DRAFTS = st.builds(
    Draft, text=_TEXT, source=st.just("a"), url=_WORDS, title=_WORDS, outlet=_WORDS, author=_WORDS,
    published=_DATES, modified=_DATES, language=_WORDS, genre=st.none() | st.sampled_from(Genre),
    shortfall=st.none() | st.sampled_from(Shortfall),
)  # fmt: skip
_MOMENTS = st.none() | st.datetimes(timezones=st.just(datetime.UTC))
_ENTRIES = st.builds(
    Entry, key=_TEXT, url=_TEXT, title=_WORDS, published=_DATES, author=_WORDS, outlet=_WORDS, moment=_MOMENTS
)
_FEEDS = st.builds(Feed, title=_WORDS, entries=st.lists(_ENTRIES, max_size=3).map(tuple))
_READING = {"read_web", "read_attachment", "ask_for_feed", "find_feed", "article_at", "read"}
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
_USUAL = settings(derandomize=True, database=None, deadline=None, max_examples=60)


@_USUAL
@given(_DRAFTS | _FEEDS, st.booleans())
def test_articles_and_feeds_cross_unchanged(result: Draft | Feed, worn: bool) -> None:  # noqa: FBT001
    assert answer_read(answer_written(result, worn=worn), "a") == (result, worn)


@pytest.mark.parametrize(
    "error",
    [
        SourceUnreadable("a", "It is damaged."),
        NotAFeed("a", Reason.OFFERED, "https://haven.example/feed"),
        ParsingStopped("a", Stop.MEMORY, "why"),
    ],
)
def test_refusals_cross_with_what_they_say(error: SourceUnreadable) -> None:
    crossed, _ = answer_read(answer_written(error, worn=False), "a")
    assert isinstance(crossed, SourceUnreadable)
    assert (type(crossed), str(crossed), vars(crossed)) == (type(error), str(error), vars(error))


def test_a_job_crosses_unchanged() -> None:
    job = Job(Form.PAGE, "a", "b", "utf-8", PartialDate(2026, 3), datetime.date(2026, 11, 29))
    assert job_read(job_written(job)) == job


@_USUAL
@given(st.binary() | _JSON.map(lambda said: json.dumps(said).encode()))
def test_what_no_worker_of_ours_says_is_refused(message: bytes) -> None:
    with pytest.raises(Unlikely):
        answer_read(message, "a")


@_USUAL
@given(st.sampled_from(["text", "url", "published", "genre", "language"]), _JSON)
def test_a_value_of_another_kind_is_refused(name: str, value: Any) -> None:
    said = json.loads(answer_written(Draft(text="a", source="a"), worn=False))
    said["draft"][name] = value
    try:
        crossed, _ = answer_read(json.dumps(said).encode(), "a")
    except Unlikely:
        return
    assert isinstance(crossed, Draft)
    assert isinstance(getattr(crossed, name), str | PartialDate | None)


def test_a_worker_cannot_say_that_another_source_was_read() -> None:
    said = json.loads(answer_written(Draft(text="a", source="a"), worn=False))
    said["draft"]["source"] = "another"
    crossed, _ = answer_read(json.dumps(said).encode(), "a")
    assert isinstance(crossed, Draft)
    assert crossed.source == "a"


def test_the_program_gives_whatever_strangers_send_to_its_workers() -> None:
    files = [file for folder in ("bot", "retrieval") for file in (ROOT / folder).rglob("*.py")]
    assert [place for file in files for place in _forgotten(file)] == []


def _forgotten(file: Path) -> Iterator[str]:
    """Yield where a file reads something without saying who parses it."""
    source = file.read_text(encoding="utf-8")
    if "corpus.reading" not in source:
        return
    tree = ast.parse(source)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = {
        name.name for node in imports if str(node.module).startswith("corpus.reading.") for name in node.names
    }
    for call in [node for node in ast.walk(tree) if isinstance(node, ast.Call)]:
        if ast.unparse(call.func) in _READING & names and "parser" not in ast.unparse(call):
            yield f"{file.relative_to(ROOT)}:{call.lineno}"
