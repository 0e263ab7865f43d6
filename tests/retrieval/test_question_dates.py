"""Dates in a question: which articles they leave, and which questions they leave alone."""

from __future__ import annotations

import csv
import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telling.narrowed_dates import told
from corpus.dates import PartialDate
from retrieval.question.dates.narrowing import Narrowed, narrowed

SUNDAY = datetime.date(2026, 11, 22)
TABLE = (Path(__file__).parent / "question_dates.tsv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(TABLE, delimiter="\t", quoting=csv.QUOTE_NONE))


def date(written: str) -> PartialDate | None:
    return PartialDate.parse(written) if written else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"])
def test_a_question_is_narrowed_to_the_dates_it_leaves(row: dict[str, str]) -> None:
    found = narrowed(row["question"], row["language"] or None, SUNDAY)
    words = tuple(filter(None, row["words"].split(";")))
    assert found == Narrowed(date(row["since"]), date(row["until"]), words)


def test_the_table_has_enough_of_both_languages_and_of_what_must_not_narrow() -> None:
    for language in ("nl", "en"):
        said = [row for row in ROWS if row["language"] == language]
        assert sum(bool(row["words"]) for row in said) >= 20
        assert sum(not row["words"] for row in said) >= 10


@pytest.mark.parametrize(
    ("asked", "question", "since"),
    [
        ("2026-01-01", "What happened yesterday?", "2025-12-31"),
        ("2026-01-05", "What happened last week?", "2025-12-29"),
        ("2026-01-05", "What happened last weekend?", "2026-01-03"),
        ("2026-01-05", "What happened last month?", "2025-12"),
        ("2026-01-05", "What happened last quarter?", "2025-10"),
        ("2026-01-05", "What happened this winter?", "2025-12"),
        ("2026-01-05", "What happened last winter?", "2024-12"),
        ("2026-01-05", "What happened in the winter of 2025?", "2024-12"),
        ("2026-05-05", "What happened last summer?", "2025-06"),
        ("2026-05-05", "What happened this summer?", ""),
        ("2026-05-05", "What happened in September?", "2025-09"),
        ("2026-05-05", "What happened in May?", "2026-05"),
        ("2026-05-05", "What happened last May?", "2025-05"),
        ("2024-03-01", "What happened on 29 February?", "2024-02-29"),
        ("2026-03-02", "What was announced on Monday?", "2026-02-23"),
        ("2026-03-02", "What happened in the last 24 hours?", "2026-03-01"),
    ],
)
def test_a_date_is_reckoned_from_the_day_of_the_question(asked: str, question: str, since: str) -> None:
    assert narrowed(question, "en", datetime.date.fromisoformat(asked)).since == date(since)


@given(
    st.text(alphabet="0123456789 -./'"),
    st.sampled_from(["in ", "since ", "voor ", "last ", "on may "]),
)
def test_no_question_is_too_strange(digits: str, before: str) -> None:
    for language in ("nl", "en"):
        narrowed(f"{before}{digits} september {digits} days ago", language, SUNDAY)


def test_an_article_that_appeared_in_the_period_is_never_left_out() -> None:
    found = narrowed("Wat gebeurde er in september 2023?", "nl", SUNDAY)
    assert found.since
    assert found.since.first() == datetime.date(2023, 9, 1)


@pytest.mark.parametrize(
    ("found", "english", "dutch"),
    [
        (Narrowed(date("2023-09")), "from September 2023 on", "vanaf september 2023"),
        (
            Narrowed(None, date("2024-02-29")),
            "up to and including 29 February 2024",
            "tot en met 29 februari 2024",
        ),
        (Narrowed(date("2025"), date("2025")), "of 2025", "van 2025"),
        (
            Narrowed(date("2024-06"), date("2024-08")),
            "from June 2024 up to and including August 2024",
            "vanaf juni 2024 tot en met augustus 2024",
        ),
    ],
)
def test_the_answer_says_which_articles_were_used_and_why(found: Narrowed, english: str, dutch: str) -> None:
    found = replace(found, words=("in juni", "dit jaar"))
    because = "because the question says “in juni” and “dit jaar”"
    assert told(found, "en") == told(found, None) == f"Only articles {english} were used, {because}."
    because = "omdat in de vraag “in juni” en “dit jaar” staat"
    assert told(found, "nl") == f"Alleen artikelen {dutch} zijn gebruikt, {because}."


def test_nothing_is_said_of_a_question_that_is_left_alone() -> None:
    assert not told(Narrowed(), "nl")


def test_the_answer_says_when_no_article_of_those_dates_answers() -> None:
    found = Narrowed(since=PartialDate(2026, 11, 9), words=("vorige week",), widened=True)
    dutch = "In de vraag staat “vorige week”, maar artikelen vanaf 9 november 2026 gaven geen antwoord"
    assert told(found, "nl").startswith(dutch)
    assert "but articles from 9 November 2026 on gave no answer" in told(found, "en")
