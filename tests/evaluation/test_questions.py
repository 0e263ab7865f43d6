"""The questions over the sample articles are what they claim to be."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TypedDict

import corpus
from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.language import detect
from corpus.reading.sources import read
from retrieval.language.likeness import NEARLY_SAME, likeness
from retrieval.question.dependence import leans

QUESTIONS = Path(__file__).parent / "questions.jsonl"
FOLDER = Path(corpus.__file__).parent / "samples"
SAMPLES = [one for file in sorted(FOLDER.glob("*.md")) for one in read(str(file)) if isinstance(one, Draft)]
BY_URL = {str(sample.url): sample for sample in SAMPLES}
AGENCIES = {"Northgate Wire", "Persdienst Noordzee"}
KINDS = {"who", "what", "when", "where", "why", "how", "howmuch", "howmany", "howlong"}


class _Always(TypedDict):
    question: str
    relevant: list[str]
    answers: list[str]
    answerable: bool
    kind: str
    language: str


class Line(_Always, total=False):
    asked: str
    follows: list[str]
    about: str


LINES: list[Line] = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
ANSWERABLE = [line for line in LINES if line["answerable"]]
UNANSWERABLE = [line for line in LINES if not line["answerable"]]


def relevant(line: Line) -> list[Draft]:
    return [BY_URL[url] for url in line["relevant"]]


def in_one_week(one: Draft, other: Draft) -> bool:
    return (
        one.published is not None
        and other.published is not None
        and abs(one.published.first() - other.published.first()) < datetime.timedelta(days=7)
    )


def test_there_are_enough_of_every_sort() -> None:
    assert len(LINES) >= 170
    assert min(Counter(line["language"] for line in LINES).values()) >= 80
    assert len(UNANSWERABLE) >= 50
    assert sum("about" in line for line in LINES) >= 30
    assert sum("asked" in line for line in LINES) >= 20
    follow_ups = Counter(line["language"] for line in LINES if "follows" in line)
    assert follow_ups.total() >= 20
    assert min(follow_ups["nl"], follow_ups["en"]) >= 8


def test_half_of_the_answers_are_in_another_language_than_their_question() -> None:
    across = [line for line in ANSWERABLE if line["language"] not in {one.language for one in relevant(line)}]
    assert 0.5 <= len(across) / len(ANSWERABLE) <= 0.7
    assert min(Counter(line["language"] for line in across).values()) >= 0.4 * len(across)


def test_no_question_is_asked_twice() -> None:
    folded = [(line["question"].casefold(), line.get("asked")) for line in LINES]
    assert len(set(folded)) == len(folded)


def test_every_sample_answers_a_question() -> None:
    assert {url for line in LINES for url in line["relevant"]} == set(BY_URL)


def test_every_line_has_a_known_kind_and_language() -> None:
    assert [one for one in LINES if one["kind"] not in KINDS or one["language"] not in {"nl", "en"}] == []
    assert [one for one in LINES if one.get("about", "changing") != "changing"] == []
    assert [one for one in LINES if one["question"].strip() != one["question"] or not one["question"]] == []


def test_a_follow_up_names_earlier_questions_that_stand_alone() -> None:
    follow_ups = [line for line in LINES if "follows" in line]
    assert all(line["follows"] and line["question"] not in line["follows"] for line in follow_ups)
    earlier = [question for line in follow_ups for question in line["follows"]]
    assert [question for question in earlier if leans(question)] == []


def test_every_answer_stands_in_a_relevant_article_and_each_of_those_has_one() -> None:
    for line in ANSWERABLE:
        texts = [one.text for one in relevant(line)]
        assert texts, line["question"]
        assert line["answers"], line["question"]
        assert all(any(answer in text for text in texts) for answer in line["answers"]), line
        assert all(any(answer in text for answer in line["answers"]) for text in texts), line
        assert len(set(line["relevant"])) == len(texts), line


def test_what_no_article_answers_has_neither_articles_nor_answers() -> None:
    assert [line for line in UNANSWERABLE if line["relevant"] or line["answers"]] == []


def test_a_question_of_the_past_is_answered_by_what_had_been_published() -> None:
    for line in (line for line in LINES if "asked" in line):
        asked = PartialDate.parse(line["asked"])
        assert asked.day, line
        published = [one.published for one in relevant(line)]
        assert all(date is not None and date.last() <= asked.first() for date in published), line


def test_what_changed_is_asked_of_the_past_and_of_the_present() -> None:
    changing = [line for line in ANSWERABLE if "about" in line]
    assert min(Counter("asked" in line for line in changing).values()) >= 15


def test_the_samples_say_when_and_where_they_were_published() -> None:
    assert len(BY_URL) == len(SAMPLES) >= 60
    for sample in SAMPLES:
        assert sample.published
        first, last = sample.published.first(), sample.published.last()
        assert datetime.date(2022, 1, 1) <= first <= last <= datetime.date(2026, 3, 31)
        assert f"/{sample.published.year}/" in str(sample.url)
        assert 150 <= len(sample.text.split()) <= 370


def test_the_language_of_a_sample_is_the_one_that_is_detected() -> None:
    assert [sample.url for sample in SAMPLES if detect(sample.text) != sample.language] == []


def test_four_pairs_are_copies_of_a_wire_item_and_no_other_report_of_those_days_is() -> None:
    copies = [
        (one, other)
        for one, other in combinations(SAMPLES, 2)
        if in_one_week(one, other) and likeness(one.text, other.text) >= NEARLY_SAME / 3
    ]
    assert len(copies) == 4
    for one, other in copies:
        assert likeness(one.text, other.text) >= NEARLY_SAME
        assert one.outlet != other.outlet
        assert one.author == other.author
        assert one.author in AGENCIES
