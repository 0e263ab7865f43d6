"""The log of a bot as a program reads it: an object a line."""

from __future__ import annotations

import contextlib
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

from bot.outside.log_format import LogFormat
from bot.outside.log_lines import dress


class Lines:
    """What has been logged so far."""

    def __init__(self) -> None:
        self._written = io.StringIO()
        self.handler = logging.StreamHandler(self._written)

    @property
    def text(self) -> str:
        return self._written.getvalue()

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def of(self, request: str) -> list[dict[str, Any]]:
        return [line for line in self.objects if line.get("request") == request]


@contextlib.contextmanager
def logged(form: LogFormat = LogFormat.JSON) -> Iterator[Lines]:
    """Collect what is logged, from information on, in that format."""
    lines, root = Lines(), logging.getLogger()
    dress(lines.handler, form)
    root.addHandler(lines.handler)
    before = {name: logging.getLogger(name).level for name in ("bot", "retrieval", "corpus")}
    for name in before:
        logging.getLogger(name).setLevel(logging.INFO)
    try:
        yield lines
    finally:
        root.removeHandler(lines.handler)
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
