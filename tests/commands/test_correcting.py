"""What people read when an article turns out wrong, and when they ask how an answer came about."""

from __future__ import annotations

import re

from retrieval.answering.confidence import THRESHOLD
from tests.commands.program import Newsdesk

QUESTION = "How much will the Waardermonde flood barrier cost?"
ARTICLE = "https://samples.newsdesk.example/2026/waterkering-waardermonde-139-miljoen"


def test_a_correction_stands_under_its_source_from_then_on(changing: Newsdesk) -> None:
    corrected = changing("correct", ARTICLE, "It holds for\tthe capital only.")
    assert corrected.out.startswith("Corrected ")
    lines = changing("ask", QUESTION).out.splitlines()
    notes = [number for number, line in enumerate(lines) if "the capital only." in line]
    assert notes
    for number in notes:
        assert re.fullmatch(r" {4}corrected \d{4}-\d\d-\d\d: It holds for the capital only\.", lines[number])
        assert re.match(r"\[\d\] Waardermonder Courant, 2026-01-22: ", lines[number - 1])
    assert "the capital only." in changing("history", "--limit", "1").out


def test_explain_shows_question_confidence_quotes_and_every_score(sampled: Newsdesk) -> None:
    asked = sampled("ask", QUESTION, "--until", "2023").out.splitlines()
    name = asked[-1].removeprefix("answer ")
    lines = sampled("explain", name[:8]).out.splitlines()
    assert lines[0] == QUESTION
    assert "  narrowed to  until 2023" in lines
    threshold = rf"from {THRESHOLD:.2f} on a question is answered"
    assert any(re.fullmatch(rf" +confidence  [01]\.\d\d; {threshold}", line) for line in lines)
    assert [line for line in asked if line] == [line for line in lines if line in asked and line]
    assert any(line.startswith("\tscore\tdense\tlexical\t") for line in lines)


def test_what_cannot_be_corrected_or_explained_is_told_in_one_line(sampled: Newsdesk) -> None:
    for said, code in (
        (["explain", "nothing"], 1),
        (["withdraw", "nothing", "Why."], 1),
        (["correct", ARTICLE, "Why.", "--from", "nowhere.txt"], 1),
        (["correct", ARTICLE, " "], 2),
    ):
        ended = sampled(*said)
        assert (ended.code, ended.out) == (code, "")
        assert "Traceback" not in ended.err
