from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.program import Newsdesk

WOLVES = "Hoeveel wolven leven er in het Drostenwoud?"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    lines = [
        {"question": WOLVES, "answers": ["39"], "language": "nl"},
        {"question": "Who won the chess tournament in Reykjavik?", "answerable": False},
    ]
    (tmp_path / "questions.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return tmp_path / "questions.jsonl"


def test_quotes_and_abstentions_are_measured(sampled: Newsdesk, file: Path) -> None:
    measured = sampled("eval", str(file), "--json").document
    assert measured["answer_in_quote"] == {"first": 1, "any": 1, "shown": {"first": 1, "any": 1}}
    told = measured["abstention"]
    assert set(told) >= {"auroc", "risk_coverage", "answered", "abstained_correctly", "ece"}
    assert (told["auroc"], told["answered"], told["abstained_correctly"]) == (1, 1, 1)
    assert told["risk_coverage"] == [[0.5, 0], [1, 0.5]]
    assert measured["groups"]["nl"]["questions"] == 1


def test_settings_stand_side_by_side_and_a_page_is_written(sampled: Newsdesk, file: Path) -> None:
    page = file.with_name("report.html")
    ended = sampled("eval", str(file), "--compare", "RERANKER_MODEL=", "--report", str(page))
    assert ended.out.splitlines()[0] == "measure\tas set\tRERANKER_MODEL="
    assert "measure\tdifference\tp\tbetter / worse" in ended.out.splitlines()
    assert ended.err == f"Wrote {page}: open it in a browser.\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_nothing_that_is_there_is_lost_to_a_page_or_to_feedback(sampled: Newsdesk, file: Path) -> None:
    page = file.with_name("report.html")
    page.write_text("the page of last week")
    assert sampled("eval", str(file), "--report", str(page), "--compare", "COLOUR=red").code == 1
    assert page.read_text() == "the page of last week"
    questions = file.read_text()
    for refused in (["eval", str(file), "--report", str(file)], ["eval", "--from-feedback", str(file)]):
        ended = sampled(*refused)
        assert (ended.code, len(ended.err.splitlines())) == (1, 1)
        assert "name another file" in ended.err
    assert file.read_text() == questions
    assert sampled("eval", str(file), "--report", "new.html", "--compare", "COLOUR=red").code == 1
    assert not (sampled.home / "new.html").exists()


def test_feedback_is_written_as_a_file_of_questions(sampled: Newsdesk, tmp_path: Path) -> None:
    written = tmp_path / "feedback.jsonl"
    ended = sampled("eval", "--from-feedback", str(written))
    assert (ended.code, ended.out, written.read_text()) == (0, "", "")
    assert ended.err.startswith("Wrote 0 questions")


@pytest.mark.parametrize(
    "said", [[], ["nowhere.jsonl"], ["FILE", "--from-feedback", "x"]], ids=["nothing", "nowhere", "both"]
)
def test_what_cannot_be_meant_is_wrong_usage(sampled: Newsdesk, file: Path, said: list[str]) -> None:
    ended = sampled("eval", *(str(file) if one == "FILE" else one for one in said))
    assert ended.code == 2


def test_a_page_that_cannot_be_written_is_told(sampled: Newsdesk, file: Path) -> None:
    ended = sampled("eval", str(file), "--report", str(file / "report.html"))
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
