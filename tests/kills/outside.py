"""What stands outside the home that processes die on: nothing, a site, or Discord."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass


def _nothing() -> dict[str, str | None]:
    return {}


@dataclass(frozen=True, slots=True)
class Outside:
    """Where it is, and what stands there by the names of claims."""

    address: str = ""
    standing: Callable[[], dict[str, str | None]] = _nothing


@contextlib.contextmanager
def nowhere() -> Iterator[Outside]:
    """Give nothing: all that is changed stands in the home."""
    yield Outside()
