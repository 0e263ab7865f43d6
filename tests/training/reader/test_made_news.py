"""Made news answers what it tells of the subject asked about, and nothing else."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.lab.training.reader.made_news import claimed, made_news
from retrieval.lab.training.reader.news_facts import Fact, asides, facts
from retrieval.lab.training.reader.reading_examples import Example
from tests.training.reader.small import said, sentences_of

TIME = re.compile(r"\d\d\.\d\d(?: uur –|:) ")  # noqa: RUF001 - a typeset dash
EARLIER = re.compile(
    r"(?:Een jaar eerder was dat|Het jaar ervoor was dat nog|Vorig jaar was het"
    r"|A year earlier it was|The year before, that was still|Last year it was) (.+)\."
)
ASKED_EARLIER = re.compile(r" (?:een jaar eerder|het jaar ervoor|a year earlier|the year before)\?$")
IN_YEAR = re.compile(r" in (20\d\d)\?$")
SUBJECT = r"\{(?:name|person|code)\}"


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks: a fact of a subject, as it is or as it was a year earlier."""

    fact: Fact
    name: str
    earlier: bool = False


def filled(pattern: str, name: str, value: str = "") -> str:
    """Return a regular expression of a pattern with a name and a place for the value."""
    parts = re.split(rf"({SUBJECT}|\[v\])", pattern)
    return "".join(
        value if part == "[v]" else name if re.fullmatch(SUBJECT, part) else re.escape(part) for part in parts
    )


def meant(question: str, topic: str) -> set[Question]:
    """Find the facts and subjects that a question of a topic may ask about; none where it names none."""
    earlier = ASKED_EARLIER.search(question) is not None
    question = IN_YEAR.sub("?", ASKED_EARLIER.sub("?", question))
    return {
        Question(fact, match[1], earlier)
        for fact in facts()[topic]
        for patterns in fact.questions
        for pattern in patterns
        if (match := re.fullmatch(filled(pattern, "(.+)"), question)) and match[1] not in {"he", "hij"}
    }


def understood(question: str, topic: str) -> Question:
    """Find the fact and the subject that a question of a topic asks about."""
    found = meant(question, topic)
    assert len(found) == 1, (question, found)
    return found.pop()


def topic(one: Example) -> str:
    return one.group.partition(":")[2]


DRAWN = [made_news(random.Random(seed)) for seed in range(800)]  # noqa: S311 - draws of tests, no secret
CLAIMS = [claimed(random.Random(seed)) for seed in range(100)]  # noqa: S311 - the same
NAMELESS = [one for one in DRAWN if not meant(one.question, topic(one))]
MADE = [one for one in DRAWN if one not in NAMELESS]
ANSWERED = [one for one in MADE if one.answerable]
UNANSWERED = [one for one in MADE if not one.answerable]


def asked(one: Example) -> Question:
    return understood(one.question, topic(one))


def told(one: Example) -> list[tuple[int, str]]:
    """Read the page as people do: the pieces that tell what is asked, each with the value, in their order.

    A piece tells of the year above it.
    """
    year = IN_YEAR.search(one.question)
    return read_as(asked(one), one) if year is None or f", {year[1]}-" in one.heading else []


def read_as(wanted: Question, one: Example) -> list[tuple[int, str]]:
    """Read the page for a question: the pieces that tell what it asks."""
    pieces = [TIME.sub("", written) for written in sentences_of(one)]
    # Only running text tells what was so a year earlier.
    readings = (in_sentences,) if wanted.earlier else (in_sentences, in_rows, in_items, in_replies)
    return sorted(found for read in readings for found in read(pieces, wanted, one.language))


def in_sentences(pieces: list[str], wanted: Question, language: str) -> Iterator[tuple[int, str]]:
    pattern = filled(wanted.fact.sentence.written(language), re.escape(wanted.name), "(.+)")
    before, tells = "", False
    for number, text in enumerate(pieces):
        if was := EARLIER.fullmatch(text):
            if tells and wanted.earlier:
                yield number, was[1]
            continue
        whole = re.sub(r"^(?:Hij|Zij|He|She)\b", wanted.name, text) if wanted.name in before else text
        match = re.fullmatch(pattern, whole, re.IGNORECASE)
        if match and not wanted.earlier:
            yield number, match[1]
        before, tells = whole, match is not None


def in_rows(pieces: list[str], wanted: Question, language: str) -> Iterator[tuple[int, str]]:
    table = [(number, text.strip("| ").split(" | ")) for number, text in enumerate(pieces) if text[0] == "|"]
    for number, cells in table[1:]:
        row = dict(zip(table[0][1], cells, strict=True))
        value = row.get(wanted.fact.label.written(language), "–")  # noqa: RUF001 - a typeset dash
        if cells[0] == wanted.name and value != "–":  # noqa: RUF001 - a typeset dash
            yield number, value


def in_items(pieces: list[str], wanted: Question, language: str) -> Iterator[tuple[int, str]]:
    heading = ""
    for number, text in enumerate(pieces):
        heading = text if text.endswith(":") else heading
        name, _, value = text[2:].partition(": ")
        if text[0] in "-*•" and (heading, name) == (f"{wanted.name}:", wanted.fact.label.written(language)):
            yield number, value


def in_replies(pieces: list[str], wanted: Question, _: str) -> Iterator[tuple[int, str]]:
    for number, (before, text) in enumerate(pairwise(pieces), start=1):
        if before.endswith("?") and understood(before, wanted.fact.topic) == wanted:
            yield number, text.removesuffix(".")


def in_passing(one: Example) -> list[Fact]:
    """Return what can be told in passing of the kind that is asked for."""
    return asides().get(asked(one).fact.value, [])


def test_what_answers_is_what_was_told_of_the_asked_subject_last() -> None:
    for one in ANSWERED:
        assert told(one), one
        number, value = told(one)[-1]
        assert one.answering == (number,), one
        assert [answer.lower() for answer in said(one)] == [value.lower()], one
        assert value.lower() in sentences_of(one)[number].lower(), one


def test_what_does_not_answer_tells_nothing_of_what_is_asked() -> None:
    for one in UNANSWERED:
        assert told(one) == [], one
        assert one.answers == (), one


def test_questions_are_answered_and_not_in_both_languages_and_all_forms() -> None:
    assert 0.4 < len(ANSWERED) / len(MADE) < 0.66
    for part in (ANSWERED, UNANSWERED):
        assert {one.language for one in part} == {"nl", "en"}
        for mark in ("| ", "- ", " uur – ", "?\n\n", "Hij "):  # noqa: RUF001 - a typeset dash
            assert any(mark in one.passage for one in part), mark


def test_what_was_so_a_year_earlier_is_answered_where_it_is_told_and_only_there() -> None:
    earlier = [one for one in MADE if asked(one).earlier]
    answered = [one for one in earlier if one.answerable]
    assert 0.05 < len(earlier) / len(MADE) < 0.3
    assert 0.1 < len(answered) / len(earlier) < 0.6
    for one in answered:
        (piece,) = (sentences_of(one)[number] for number in one.answering)
        was = EARLIER.fullmatch(piece)
        assert was, one
        assert said(one) == [was[1]], one
    unanswered = [one for one in earlier if not one.answerable]
    assert {one.language for one in unanswered} == {"nl", "en"}
    now = [replace(asked(one), earlier=False) for one in unanswered]
    assert any(found for one, fact in zip(unanswered, now, strict=True) for found in read_as(fact, one)), (
        "of some it is told what is so now, and that does not answer"
    )


def test_a_year_in_the_question_is_that_of_the_date_above_the_piece_or_it_is_not_told_of() -> None:
    dated = [(one, match[1]) for one in MADE if (match := IN_YEAR.search(one.question))]
    assert all(re.search(r", 20\d\d-\d\d-\d\d$", one.heading) for one, _ in dated)
    other = [one for one, year in dated if f", {year}-" not in one.heading]
    assert any(one.answerable for one, _ in dated)
    assert any(read_as(asked(one), one) for one in other), "of some it is told in another year"
    assert not any(one.answerable for one in other)


def test_a_question_without_a_name_is_answered_where_one_subject_is_told_of() -> None:
    assert len(NAMELESS) > 20
    assert sum(one.answerable for one in NAMELESS) > len(NAMELESS) * 0.5
    assert all(len(said(one)) == 1 for one in NAMELESS if one.answerable)


def test_a_question_about_now_is_not_answered_with_what_was_so_earlier() -> None:
    changed = [
        one
        for one in ANSWERED
        if not asked(one).earlier and any(EARLIER.fullmatch(text) for text in sentences_of(one))
    ]
    assert changed
    for one in changed:
        assert not any(EARLIER.fullmatch(sentences_of(one)[number]) for number in one.answering), one


def test_another_value_of_the_kind_is_given_in_passing_and_never_answers() -> None:
    passing = 0
    for one in MADE:
        alike = [
            re.compile(filled(fact.sentence.written(one.language), "", ".+")) for fact in in_passing(one)
        ]
        beside = [
            number
            for number, text in enumerate(sentences_of(one))
            if any(pattern.fullmatch(text) for pattern in alike)
        ]
        assert not set(beside) & set(one.answering), one
        passing += bool(beside)
    assert passing > len(MADE) * 0.15


def test_only_persons_are_called_he_or_she() -> None:
    called = 0
    for one in MADE:
        for text in sentences_of(one):
            if re.match(r"(?:Hij|Zij|He|She) ", text):
                called += 1
                assert any(
                    re.fullmatch(
                        filled(fact.sentence.written(one.language), "(?:Hij|Zij|He|She)", ".+"), text
                    )
                    for fact in facts()[topic(one)]
                    if fact.of_a_person
                ), one
    assert called


def test_many_unanswerable_pages_tell_the_same_of_another_subject() -> None:
    near = 0
    for one in UNANSWERED:
        wanted = asked(one)
        pattern = filled(wanted.fact.sentence.written(one.language), ".+", ".+")
        near += any(re.fullmatch(pattern, text) for text in sentences_of(one))
    assert near > len(UNANSWERED) * 0.3


def test_the_pieces_of_a_page_hold_all_of_it_but_the_gaps() -> None:
    for one in (*MADE, *CLAIMS):
        assert "".join(sentences_of(one)).replace(" ", "") == re.sub(r"\s", "", one.passage)


def test_no_place_is_left_open() -> None:
    for one in (*MADE, *CLAIMS):
        assert not re.search(r"[{}]|\[v\]", one.question + one.passage)


def test_a_claim_is_answered_by_its_refutation() -> None:
    for one in CLAIMS:
        _, refutation, _ = sentences_of(one)
        assert one.answering == (1,), one
        assert [f"{answer}." for answer in said(one)] == [refutation], one
        assert re.search(r"\b(?:niet|onjuist|not|false|wrong)\b", refutation), one


def test_a_claim_is_asked_about_in_the_words_it_is_made_in() -> None:
    begun = {"nl": "Klopt het bericht dat ", "en": "Is it true that "}
    alike = [one for one in CLAIMS if one.question.startswith(begun[one.language])]
    assert alike
    for one in alike:
        asked_of = one.question.removeprefix(begun[one.language]).removesuffix("?")
        assert asked_of in sentences_of(one)[0], one
