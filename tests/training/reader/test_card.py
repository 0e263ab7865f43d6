"""The card of the reader tells what was trained on, how long, what it reaches, and which files are meant."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from retrieval.lab.training.reader import reader_stages, training_run
from retrieval.lab.training.reader.__main__ import main
from tests.training.reader.small import network

COMMAND = "python -m retrieval.lab.training.reader --rounds 4"


@pytest.fixture
def told(tmp_path: Path) -> str:
    place = reader_stages.Place(tmp_path / "wheel", tmp_path / "data", tmp_path)
    output = tmp_path / "model"
    output.mkdir()
    (output / "model.onnx").write_bytes(b"weights")
    (output / "tokenizer.json").write_bytes(b"{}")
    place.cost.write_text(json.dumps({"pieces": 70000, "seen": 74747, "share_lost": 0.000637}))
    place.figures.write_text(json.dumps({"examples": 1234, "span": 0.53, "sentence": 0.82, "auroc": 0.926}))
    going = training_run.start(network(), training_run.Settings(4, 1, 1))
    going.progress = training_run.Progress(60, 7500, 22_000_000, 392.4)
    training_run.save(going, place.checkpoint)
    reader_stages.write_card(place, output, COMMAND)
    return (output / "MODEL_CARD.md").read_text("utf-8")


def test_it_tells_how_long_the_training_took(told: str) -> None:
    assert "60 rounds,\n   7,500 steps, 22.0 million tokens, 392 minutes" in told
    assert COMMAND in told


def test_it_tells_what_the_cut_vocabulary_costs(told: str) -> None:
    assert "70,000 were kept" in told
    assert "The texts hold 74,747 different pieces; 0.06 % of their tokens" in told


def test_it_tells_what_was_reached_on_held_out_examples(told: str) -> None:
    assert "On 1,234 examples" in told
    for figure in ("0.530", "0.820", "0.926"):
        assert f"| {figure} |" in told


def test_it_names_the_files_by_their_digests(told: str) -> None:
    for name, content in (("model.onnx", b"weights"), ("tokenizer.json", b"{}")):
        assert f"| `{name}` | 0.0 MB | `{hashlib.sha256(content).hexdigest()}` |" in told


@pytest.mark.parametrize(
    "source", ["SQuAD 1.1", "SQuAD 2.0", "QAMR", "QADiscourse", "SelQA", "FairytaleQA", "QED"]
)
def test_every_source_stands_there_with_its_licence(told: str, source: str) -> None:
    (row,) = [line for line in told.splitlines() if line.startswith("|") and source in line]
    assert any(licence in row for licence in ("CC BY", "MIT", "Apache"))


def test_no_place_is_left_open(told: str) -> None:
    assert "{" not in told


def test_a_card_before_any_training_is_refused(tmp_path: Path) -> None:
    place = reader_stages.Place(tmp_path, tmp_path, tmp_path)
    with pytest.raises(FileNotFoundError):
        reader_stages.write_card(place, tmp_path, COMMAND)


def test_a_stage_that_there_is_not_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["bake", "--wheel", "w", "--data", "d", "--work", "k"])
    assert "bake is none of cut, prepare, train, export, card" in capsys.readouterr().err
