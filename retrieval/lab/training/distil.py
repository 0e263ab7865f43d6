"""Distillation: the student learns to give the teacher's vectors for texts in either language."""

import logging
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from retrieval.lab.training.batches import padded
from retrieval.lab.training.checkpoint import Progress, Run, load, save
from retrieval.lab.training.loss import Marking, loss
from retrieval.lab.training.measure import watch
from retrieval.lab.training.prepare import Prepared
from retrieval.lab.training.rounds import batches
from retrieval.lab.training.rows import RowAdam
from retrieval.lab.training.schedule import Budget, rate
from retrieval.lab.training.student import Encoder
from retrieval.lab.training.targets import Example, Examples

_log = logging.getLogger(__name__)
_AVERAGE_EVERY = 10
_AVERAGE_KEEPS = 0.98


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train."""

    budget: Budget
    seed: int
    tokens: int = 2048
    bank: int = 2048
    new_rate: float = 5e-4
    old_rate: float = 5e-5
    layer_rate: float = 2e-4
    clip: float = 1.0
    save_every: int = 300
    marking: Marking = Marking()  # noqa: RUF009 - frozen


def distil(prepared: Prepared, settings: Settings, checkpoint: Path) -> tuple[dict[str, Tensor], Progress]:
    """Train until the budget is spent, going on from the checkpoint if there is one.

    Returns:
        The running average of the weights, which is what is exported, and how far the run came.
    """
    torch.manual_seed(settings.seed)
    run = _start(prepared, settings)
    if load(run, checkpoint):
        _log.info("going on at step %d, %.1f minutes", run.progress.steps, run.progress.minutes)
    targets = torch.from_numpy(prepared.examples.targets)
    stream = islice(
        batches(prepared.examples.examples, settings.tokens, settings.seed), run.progress.steps, None
    )
    before = time.monotonic()
    for batch in stream:
        spent = settings.budget.spent(run.progress.minutes, run.progress.steps)
        if spent >= 1.0:
            break
        marked = _step(run, batch, targets, settings, rate(spent))
        now = time.monotonic()
        run.progress.minutes += (now - before) / 60
        before = now
        if run.progress.steps % settings.save_every == 0:
            _report(run, marked, prepared.held_out)
            save(run, checkpoint)
    _report(run, 0.0, prepared.held_out)
    save(run, checkpoint)
    return run.average, run.progress


def _start(prepared: Prepared, settings: Settings) -> Run:
    encoder = prepared.encoder.train()
    table = encoder.words.weight.requires_grad_(False)  # noqa: FBT003 - torch names it so
    rates = torch.full((len(table),), settings.old_rate)
    rates[prepared.teacher_pieces :] = settings.new_rate
    rates[prepared.taken_over] = settings.new_rate
    layers = [weight for weight in encoder.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(
        layers, lr=settings.layer_rate, betas=(0.9, 0.98), weight_decay=0.0, fused=True
    )
    average = {name: value.clone() for name, value in encoder.state_dict().items()}
    return Run(encoder, optimizer, RowAdam(table.data, rates), average, Progress())


def _step(run: Run, batch: list[Example], targets: Tensor, settings: Settings, scale: float) -> float:
    ids, mask = padded([example.ids for example in batch])
    wanted = targets[[example.target for example in batch]].float()
    drawn = np.random.default_rng((settings.seed, run.progress.steps)).integers(
        len(targets), size=settings.bank
    )
    looked_up = run.encoder.words(ids).requires_grad_()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = run.encoder.embed(looked_up, mask)
    marked = loss(vectors.float(), wanted, targets[drawn].float(), settings.marking)
    for group in run.layers.param_groups:
        group["lr"] = settings.layer_rate * scale
    run.layers.zero_grad()
    marked.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(run.layers.param_groups[0]["params"], settings.clip)
    run.layers.step()
    if looked_up.grad is not None:
        run.table.step(ids[mask.bool()], looked_up.grad[mask.bool()], scale)
    run.progress.steps += 1
    run.progress.tokens += int(mask.sum())
    if run.progress.steps % _AVERAGE_EVERY == 0:
        _average(run.average, run.encoder)
    return float(marked.detach())


def _average(average: dict[str, Tensor], encoder: Encoder) -> None:
    for name, value in encoder.state_dict().items():
        average[name].lerp_(value, 1.0 - _AVERAGE_KEEPS)


def _report(run: Run, marked: float, held_out: Examples) -> None:
    seen = watch(run.average, run.encoder.shape, held_out)
    _log.info(
        "step %d, %.1f minutes, %d tokens, loss %.4f, held out: %s",
        run.progress.steps,
        run.progress.minutes,
        run.progress.tokens,
        marked,
        ", ".join(f"{name} {value:.4f}" for name, value in seen.items()),
    )
