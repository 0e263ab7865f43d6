"""What a fork of the program is told: its arguments, its folder and its settings."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Self

LONGEST = 1 << 16  # bytes of an order


@dataclass(frozen=True)
class Order:
    """How a fork shall begin."""

    said: list[str]
    folder: str
    settings: dict[str, str]
    output_closed: bool = False
    interrupted_at: str | None = None  # one of Python's audit events, at which somebody presses Ctrl-C

    def written(self) -> bytes:
        written = json.dumps(asdict(self)).encode()
        assert len(written) <= LONGEST
        return written

    @classmethod
    def read(cls, written: bytes) -> Self:
        return cls(**json.loads(written))
