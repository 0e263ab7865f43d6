"""How far long work has come, told between its pieces to whoever waits for it, who can stop it there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto


class Step(Enum):
    """What is being done."""

    EMBEDDING = auto()  # of so many passages
    TRYING = auto()  # of so many questions


@dataclass(frozen=True, slots=True)
class Progress:
    """So many pieces of a step are `done`, `of` all."""

    step: Step
    done: int
    of: int


class Stopped(Exception):
    """Whoever waited for the work waits no more; what is told of its progress raises it."""


Told = Callable[[Progress], object]


def untold(progress: Progress) -> None:
    """Tell nobody."""
