"""The day it is, is the day of whoever asks, not that of Greenwich."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator

import pytest

from corpus.article import Draft
from corpus.dates import PartialDate, day_of
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
from retrieval.answering.explaining import recall_any
from tests.conftest import OpenDesk

# An hour after midnight in Amsterdam, when it is still the day before in Greenwich.
NIGHT = datetime.datetime(2024, 6, 30, 23, 0, tzinfo=datetime.UTC)
ASKED = "What does the ferry to Saltmarsh cost since yesterday?"


@pytest.fixture(autouse=True)
def in_amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_moment_is_of_the_day_where_the_program_runs() -> None:
    assert day_of(NIGHT) == datetime.date(2024, 7, 1)
    assert day_of(NIGHT - datetime.timedelta(hours=2)) == datetime.date(2024, 6, 30)


def test_yesterday_is_counted_from_the_askers_day_and_so_when_it_is_explained(open_desk: OpenDesk) -> None:
    desk = open_desk()
    text = "The ferry to Saltmarsh costs 58 euros for a single trip."
    draft = Draft(text=text, source="test", published=PartialDate(2024, 6, 30), language="en")
    list(desk.curator.add([draft], "tester"))
    answer = Answerer(desk.catalogue, desk.search, desk.reader, lambda: NIGHT).ask(ASKED, Filters())

    assert answer.narrowed.since == PartialDate(2024, 6, 30)
    explained = recall_any(desk.catalogue, answer.id)
    assert explained.asked == NIGHT
    assert explained.answer.narrowed.since == PartialDate(2024, 6, 30)
