"""A training run: rounds of examples through the network, with a checkpoint after each."""

import logging
import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from retrieval.lab.training.batches import by_length
from retrieval.lab.training.checkpoint import written_whole
from retrieval.lab.training.reader.labelled_tokens import Encoded, batch, encode
from retrieval.lab.training.reader.network import Reader, loss
from retrieval.lab.training.reader.reading_examples import Example

_log = logging.getLogger(__name__)
_AVERAGE_KEEPS = 0.995
_RISE = 100  # steps over which the rate rises at first

Report = Callable[[Reader], dict[str, float]]
Draw = Callable[[int], Iterable[Example]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train: `rounds` in all, over the last `ending` of which the rate falls to nothing."""

    rounds: int
    ending: int
    seed: int
    rate: float = 1.2e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    clip: float = 1.0
    tokens: int = 3072
    frozen: int = 3  # of the lowest layers, besides the word table and what is added to it
    report_every: int = 8


@dataclass(slots=True)
class Progress:
    """How far a run has come."""

    rounds: int = 0
    steps: int = 0
    tokens: int = 0
    minutes: float = 0.0


@dataclass(slots=True)
class Run:
    """The parts of a run that change; `average` is the running average of the weights."""

    reader: Reader
    optimizer: torch.optim.Optimizer
    average: dict[str, Tensor]
    progress: Progress = field(default_factory=Progress)


def start(reader: Reader, settings: Settings) -> Run:
    """Freeze what stays as it is and make the optimiser of the rest."""
    encoder = reader.encoder
    for part in (encoder.words, encoder.positions, encoder.types, encoder.norm):
        part.requires_grad_(False)  # noqa: FBT003 - torch names it so
    for layer in list(encoder.layers)[: settings.frozen]:
        layer.requires_grad_(False)  # noqa: FBT003
    layers = [weight for weight in encoder.parameters() if weight.requires_grad]
    groups = [
        {"params": layers, "full": settings.rate},
        {"params": list(reader.head.parameters()), "full": settings.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=settings.decay, fused=True)
    average = {name: one.detach().clone() for name, one in reader.named_parameters() if one.requires_grad}
    return Run(reader, optimizer, average)


def train(
    run: Run, draw: Draw, tokenizer: Tokenizer, settings: Settings, checkpoint: Path, report: Report
) -> None:
    """Train until all rounds are done; each ends with a checkpoint, so it can be stopped at any moment."""
    while run.progress.rounds < settings.rounds:
        before = time.monotonic()
        marks = [_step(run, one, settings) for one in _batches(run, draw, tokenizer, settings)]
        run.progress.rounds += 1
        run.progress.minutes += (time.monotonic() - before) / 60
        save(run, checkpoint)
        done = run.progress
        _log.info(
            "round %d, step %d, %.1f minutes, %d tokens, loss %.4f",
            *(done.rounds, done.steps, done.minutes, done.tokens, sum(marks) / max(len(marks), 1)),
        )
        if done.rounds % settings.report_every == 0 or done.rounds == settings.rounds:
            found = report(averaged(run))
            _log.info("held out: %s", ", ".join(f"{name} {value:.4f}" for name, value in found.items()))


def averaged(run: Run) -> Reader:
    """Return a reader with the averaged weights."""
    reader = Reader(run.reader.encoder.shape)
    reader.load_state_dict(run.reader.state_dict() | run.average)
    return reader.eval()


def save(run: Run, path: Path) -> None:
    """Write a checkpoint, whole or not at all."""
    done = run.progress
    state = {
        "weights": {name: one.detach() for name, one in run.reader.named_parameters() if one.requires_grad},
        "optimizer": run.optimizer.state_dict(),
        "average": run.average,
        "progress": [done.rounds, done.steps, done.tokens, done.minutes],
    }
    written_whole(state, path)


def load(run: Run, path: Path) -> bool:
    """Take up a checkpoint if there is one; tell whether there was."""
    if not path.exists():
        return False
    state: dict[str, Any] = torch.load(path, weights_only=True)
    run.reader.load_state_dict(run.reader.state_dict() | state["weights"])
    run.optimizer.load_state_dict(state["optimizer"])
    run.average.update(state["average"])
    run.progress = Progress(*state["progress"])
    return True


def progress_of(path: Path) -> Progress:
    """Tell how far the run came that left a checkpoint.

    Raises:
        FileNotFoundError: there is none.
    """
    return Progress(*torch.load(path, weights_only=True, mmap=True)["progress"])


def _batches(run: Run, draw: Draw, tokenizer: Tokenizer, settings: Settings) -> list[list[Encoded]]:
    number = run.progress.rounds
    encoded = [found for one in draw(number) if (found := encode(one, tokenizer)) is not None]
    batches = by_length([len(one.ids) for one in encoded], settings.tokens, most=48)
    random.Random(f"{settings.seed}/{number}/order").shuffle(batches)  # noqa: S311 - no secret
    return [[encoded[one] for one in members] for members in batches]


def _step(run: Run, examples: list[Encoded], settings: Settings) -> float:
    given = batch(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = run.reader(given.ids, given.mask)
    marked = loss(logits.float(), given)
    share = _rate(run.progress, settings)
    for group in run.optimizer.param_groups:
        group["lr"] = group["full"] * share
    run.optimizer.zero_grad()
    marked.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(
        [one for group in run.optimizer.param_groups for one in group["params"]], settings.clip
    )
    run.optimizer.step()
    run.progress.steps += 1
    run.progress.tokens += int(given.mask.sum())
    keeps = min(_AVERAGE_KEEPS, run.progress.steps / (run.progress.steps + 10))
    for name, weight in run.reader.named_parameters():
        if weight.requires_grad:
            run.average[name].lerp_(weight.detach(), 1.0 - keeps)
    return float(marked.detach())


def _rate(progress: Progress, settings: Settings) -> float:
    """Rise over the first steps, stay, and fall to nothing over the last rounds."""
    left = (settings.rounds - progress.rounds) / max(settings.ending, 1)
    return min(1.0, (progress.steps + 1) / _RISE, max(left, 0.02))
