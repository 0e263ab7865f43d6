"""A training learns, leaves frozen what is frozen, and goes on after it was stopped as if it had not been."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from torch import Tensor

from retrieval.lab.training.reader import training_run
from retrieval.lab.training.reader.network import Reader
from retrieval.lab.training.reader.reading_examples import Example
from tests.training.reader.small import PIECES, example, network, shape, tokenizer

SETTINGS = training_run.Settings(rounds=4, ending=2, seed=3, tokens=160, frozen=1, report_every=2)
NUMBERS = ("1998", "2004", "17", "30")
TOKENIZER = tokenizer()


class PowerCut(Exception):
    """The machine went off."""


class Unplugged(Reader):
    """A reader whose machine goes off in the middle of a round."""

    def __init__(self, steps: int) -> None:
        super().__init__(shape(len(PIECES)))
        self.load_state_dict(network().state_dict())
        self._left = steps

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        self._left -= 1
        if self._left < 0:
            raise PowerCut
        return super().forward(ids, mask)


def draw(number: int) -> Iterator[Example]:
    chance = random.Random(number)  # noqa: S311 - draws of tests, no secret
    for _ in range(12):
        value = chance.choice(NUMBERS)
        passage = f"The mill burnt in {value}. The bridge opened."
        yield example("when?", passage, value) if chance.random() < 0.7 else example("who?", passage)


def report(reader: Reader) -> dict[str, float]:
    return {"weight": float(reader.head.weight.detach().sum())}


def trained(reader: Reader, checkpoint: Path) -> training_run.Run:
    going = training_run.start(reader, SETTINGS)
    training_run.load(going, checkpoint)
    training_run.train(going, draw, TOKENIZER, SETTINGS, checkpoint, report)
    return going


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    """Spare a small network the wait of threads for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def through(tmp_path_factory: pytest.TempPathFactory) -> training_run.Run:
    """A run that was never stopped."""
    return trained(network(), tmp_path_factory.mktemp("through") / "checkpoint.pt")


def test_a_stopped_run_ends_with_the_weights_of_one_that_went_through(
    through: training_run.Run, tmp_path: Path
) -> None:
    steps = through.progress.steps
    with pytest.raises(PowerCut):
        trained(Unplugged(steps * 5 // 8), tmp_path / "checkpoint.pt")
    assert training_run.progress_of(tmp_path / "checkpoint.pt").rounds == 2
    again = trained(network(), tmp_path / "checkpoint.pt")
    assert (again.progress.rounds, again.progress.steps) == (4, steps)
    assert again.progress.tokens == through.progress.tokens
    for name, weight in through.reader.state_dict().items():
        assert torch.equal(again.reader.state_dict()[name], weight), name
    for name, weight in through.average.items():
        assert torch.equal(again.average[name], weight), name


def test_the_words_and_the_lowest_layers_stay_and_all_else_learns(through: training_run.Run) -> None:
    before = network().state_dict()
    stayed = {name for name, one in through.reader.state_dict().items() if torch.equal(one, before[name])}
    rests = ("encoder.words", "encoder.positions", "encoder.types", "encoder.norm", "encoder.layers.0.")
    assert {name for name in before if name.startswith(rests)} == stayed


def test_what_is_measured_and_exported_is_the_average_of_the_weights(through: training_run.Run) -> None:
    averaged = training_run.averaged(through).state_dict()
    assert torch.equal(averaged["head.weight"], through.average["head.weight"])
    assert not torch.equal(averaged["head.weight"], through.reader.head.weight)
    assert torch.equal(averaged["encoder.words.weight"], through.reader.encoder.words.weight)


def test_a_run_that_is_done_does_nothing_more(through: training_run.Run, tmp_path: Path) -> None:
    training_run.save(through, tmp_path / "checkpoint.pt")
    again = trained(network(), tmp_path / "checkpoint.pt")
    assert again.progress == through.progress


def test_it_learns(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = training_run.Settings(
        rounds=8, ending=2, seed=3, rate=2e-2, head_rate=2e-1, tokens=160, frozen=0
    )
    with caplog.at_level("INFO"):
        training_run.train(
            training_run.start(network(), settings), draw, TOKENIZER, settings, tmp_path / "one.pt", report
        )
    lost = [float(line.rpartition(" ")[2]) for line in caplog.messages if "loss" in line]
    assert lost[-1] < lost[0] * 0.75
    assert caplog.messages[-1].startswith("held out: weight ")
