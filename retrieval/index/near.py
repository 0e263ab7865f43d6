"""What a vector index knows of the passages nearest to a question; the catalogue says which may be used."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Near:
    """Passages that may be the nearest; `complete` says that there are no more to ask for."""

    passages: Sequence[int]
    complete: bool = True
