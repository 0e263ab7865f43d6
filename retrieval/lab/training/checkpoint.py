"""Checkpoints: everything a training run needs to go on after it was stopped."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.optim import Optimizer

from retrieval.lab.training.rows import RowAdam
from retrieval.lab.training.student import Encoder


@dataclass(slots=True)
class Progress:
    """How far a run has come."""

    steps: int = 0
    minutes: float = 0.0
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """The parts of a run that change."""

    encoder: Encoder
    layers: Optimizer
    table: RowAdam
    average: dict[str, Tensor]
    progress: Progress


def save(run: Run, path: Path) -> None:
    """Write a checkpoint, whole or not at all."""
    state = {
        "encoder": run.encoder.state_dict(),
        "layers": run.layers.state_dict(),
        "table": run.table.state_dict(),
        "average": run.average,
        "progress": [run.progress.steps, run.progress.minutes, run.progress.tokens],
    }
    written_whole(state, path)


def written_whole(state: dict[str, Any], path: Path) -> None:
    """Write a state where a file of it is whole at every moment."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.rename(path)


def load(run: Run, path: Path) -> bool:
    """Take up a checkpoint if there is one; tell whether there was."""
    if not path.exists():
        return False
    state: dict[str, Any] = torch.load(path, weights_only=True)
    run.encoder.load_state_dict(state["encoder"])
    run.layers.load_state_dict(state["layers"])
    run.table.load_state_dict(state["table"])
    for name, value in state["average"].items():
        run.average[name].copy_(value)
    run.progress.steps, run.progress.minutes, run.progress.tokens = state["progress"]
    return True
