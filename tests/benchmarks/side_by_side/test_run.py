"""Runs of newsdesk alone: the peers take minutes to install and gigabytes of disk."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.side_by_side.__main__ import main
from tests.benchmarks.side_by_side.contest import Contest, parts
from tests.benchmarks.side_by_side.installing import NotInstallable, installed
from tests.benchmarks.side_by_side.made_articles import made
from tests.benchmarks.side_by_side.publish import publish
from tests.benchmarks.side_by_side.rivals import Rival

ARTICLES = [
    {"url": "https://news.example/bridge", "title": "Bridge", "text": "Jan Smit opened the bridge of Doorn."},
    {"url": "https://news.example/school", "text": "The school of Elst has 412 pupils, its head said."},
]
QUESTIONS = [
    ("Who opened the bridge of Doorn?", "bridge", "Jan Smit"),
    ("How many pupils has the school of Elst?", "school", "412"),
]
PAGE = "# Speed\n\n<!-- bench peers -->\n<!-- /bench -->\n\n<!-- bench sizes -->\nnone\n<!-- /bench -->\n"


def run_of(folder: Path, *more: str) -> dict[str, Any]:
    """Measure newsdesk over two articles and return the figures that are kept."""
    articles, questions, out = folder / "articles.jsonl", folder / "questions.jsonl", folder / "bench.json"
    articles.write_text("".join(f"{json.dumps(one)}\n" for one in ARTICLES))
    asked = [
        {"question": one, "relevant": [f"https://news.example/{url}"], "answers": [answer], "language": "en"}
        for one, url, answer in QUESTIONS
    ]
    questions.write_text("".join(f"{json.dumps(one)}\n" for one in asked))
    files = ["--articles", str(articles), "--questions", str(questions), "--out", str(out)]
    main([*files, "--rounds", "1", *more])
    kept: dict[str, Any] = json.loads(out.read_text())
    return kept


def test_newsdesk_is_measured_alone_and_a_peer_that_cannot_be_installed_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = run_of(tmp_path, "--peers", "nobody", "--sizes", "3")
    told = capsys.readouterr().out
    figures = kept["figures"]["newsdesk"]
    assert list(kept["figures"]) == ["newsdesk"]
    assert (figures["hits@1"], figures["MRR@10"], figures["share read"]) == (1, 1, 1)
    assert figures["answer in the first quotation"] == 1
    assert all(
        figures[name] > 0
        for name in ("articles a second", "cold, s", "search p95, ms", "answer p50, ms", "disk, MB")
    )
    assert [one["passages"] for one in kept["sizes"]] == [3]
    assert kept["cold"]["import chromadb, s"] > 0
    assert "Left out: nobody. It cannot be installed" in told
    for processor, name in (("with VNNI", "performance"), ("without VNNI", "performance-without-vnni")):
        (tmp_path / "bench.json").write_text(json.dumps(kept | {"processor": processor}))
        (tmp_path / f"{name}.md").write_text(PAGE)
        publish(tmp_path / "bench.json", tmp_path)
        page = (tmp_path / f"{name}.md").read_text()
        assert "| hits@1 | 1.000 |" in page
        assert f"]({name}/latency.svg)" in page
        assert (tmp_path / name / "latency.svg").read_text().count("newsdesk") >= 1


def test_whoever_fails_is_left_out_with_what_it_said_and_the_next_one_has_its_turn(tmp_path: Path) -> None:
    first, second = (Rival(name, name, Path(sys.executable)) for name in ("first", "second"))
    contest = Contest([first, second], made(2, 2), tmp_path)
    assert list(contest.run(2)) == [first, second, second, first]
    assert contest.measured == {}
    assert list(contest.failed) == ["first", "second"]
    assert contest.failed["second"].startswith("second ended: ")
    assert "No module named" in contest.failed["second"]


def test_a_peer_whose_files_are_not_to_be_had_says_so(tmp_path: Path) -> None:
    there = "gone @ file:///nowhere/gone-1-py3-none-any.whl --hash=sha256:" + "0" * 64
    (tmp_path / "gone.txt").write_text(f"{there}\n")
    with pytest.raises(NotInstallable, match="nowhere"):
        installed("gone", tmp_path / "made", tmp_path)


@pytest.mark.parametrize("count", [1, 3, 8, 175])
def test_every_question_is_asked_once(count: int) -> None:
    questions = [str(number) for number in range(count)]
    alone, at_once = parts(questions)
    assert alone
    assert sorted([*alone, *(one for several in at_once.values() for one in several)]) == sorted(questions)
