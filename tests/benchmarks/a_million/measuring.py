"""What opening, searching and adding take in a newsdesk that is open as the bot has it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from bot.assembly import Desk
from corpus.filters import Filters
from tests.benchmarks.a_million import filling, rule

_QUESTIONS = 100
_ADDED = 100  # articles, each in a transaction of its own
_CHANGES = 10
_GUILD = "1001"  # a server with articles of its own


def opened(desk: Desk) -> dict[str, Any]:
    """Open everything that a question needs, ask the first one, and return how long each took."""
    figures: dict[str, Any] = {}
    with _timed(figures, "catalogue, s"):
        passages = filling.held(desk.catalogue)
    with _timed(figures, "Chroma, s"):
        _ = desk.index
    figures |= {f"{name} opened, MB": held for name, held in _memory().items()}
    with _timed(figures, "first search, s"):
        desk.search.find(rule.questions(1, passages, 1)[0], 10, Filters(guild=_GUILD))
    with _timed(figures, "second search, s"):
        desk.search.find(rule.questions(1, passages, 2)[0], 10, Filters(guild=_GUILD))
    return {"passages": passages, **figures}


def searched(desk: Desk) -> dict[str, Any]:
    """Ask questions whose words nobody asked for, and ask them again."""
    passages = filling.held(desk.catalogue)
    asked = rule.questions(_QUESTIONS, passages, 3)
    figures = {**_asked(desk, asked, "new words"), **_asked(desk, asked, "known words")}
    return {
        "passages": passages,
        **figures,
        **{f"{name} asked, MB": held for name, held in _memory().items()},
    }


def added(desk: Desk) -> dict[str, Any]:
    """Add articles one by one, take them into Chroma, and ask after each of some changes."""
    passages = filling.held(desk.catalogue)
    made = [draft for _, draft in rule.passages(passages, _ADDED + _CHANGES)]
    took: list[float] = []
    for draft in made[:_ADDED]:
        with _taking(took):
            list(desk.curator.add([draft], "benchmark"))
    figures: dict[str, Any] = {
        "adding an article p50, ms": _part(took, 50),
        "adding an article p95, ms": _part(took, 95),
    }
    with _timed(figures, f"Chroma takes in {_ADDED}, s"):
        desk.opened_index.bring_up_to_date()
    (question,) = rule.questions(1, passages, 4)
    desk.search.find(question, 10, Filters(guild=_GUILD))
    searching: list[float] = []
    following: list[float] = []
    for draft in made[_ADDED:]:
        list(desk.curator.add([draft], "benchmark"))
        with _taking(searching):
            desk.search.find(question, 10, Filters(guild=_GUILD))
        with _taking(following):
            desk.opened_index.bring_up_to_date()
    return {
        "passages": passages,
        **figures,
        "search after a change p50, ms": _part(searching, 50),
        "Chroma takes in one p50, ms": _part(following, 50),
    }


def disk(home: Path) -> dict[str, int]:
    """Return what the files of a home take, in MB."""
    sizes = {"catalogue": home.glob("catalogue.db*"), "Chroma": (home / "chroma").rglob("*")}
    return {
        f"{name} on disk, MB": sum(one.stat().st_size for one in files if one.is_file()) // 10**6
        for name, files in sizes.items()
    }


def _asked(desk: Desk, questions: Sequence[str], name: str) -> dict[str, float]:
    took: list[float] = []
    for question in questions:
        with _taking(took):
            desk.search.find(question, 10, Filters(guild=_GUILD))
    return {f"search, {name}, p{part}, ms": _part(took, part) for part in (50, 95)}


def _part(took: Sequence[float], part: int) -> float:
    return round(1000 * float(np.percentile(took, part)), 2)


@contextmanager
def _taking(took: list[float]) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    took.append(time.perf_counter() - begun)


@contextmanager
def _timed(figures: dict[str, Any], name: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    figures[name] = round(time.perf_counter() - begun, 3)


def _memory() -> dict[str, int]:
    """Return what this process holds and has held at most, in MB; empty where Linux is not there to ask."""
    status = Path("/proc/self/status")
    told = (
        re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB", status.read_text(), re.MULTILINE) if status.exists() else []
    )
    return {name: int(kilobytes) // 1000 for name, kilobytes in told}
