"""All figures of a run as JSON, written as far as they are there, so that what breaks late loses little."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.processor import processor
from tests.benchmarks.side_by_side.contest import Contest, Measured
from tests.benchmarks.side_by_side.figures import figures
from tests.benchmarks.side_by_side.rivals import PEERS, PINNED
from tests.benchmarks.side_by_side.tables import tables


class Kept:
    """The file of a run."""

    def __init__(self, file: Path, rounds: int, left_out: Mapping[str, str]) -> None:
        """Take the file, how many rounds there are, and which peers were left out for which reason."""
        self._file = file
        self._told: dict[str, Any] = {
            "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
            "processor": processor(),
            "rounds": rounds,
            "left out": dict(left_out),
            "versions": {title: versions(name) for name, title in PEERS.items()},
            "sizes": [],
        }

    def contest(self, contest: Contest) -> None:
        """Keep the contest over the articles that were given."""
        self._told |= {
            "articles": len(contest.material.articles),
            "characters": contest.material.characters,
            "questions": len(contest.material.asked),
            "figures": figures(contest),
            "each round": {rival.title: _rounds(seen) for rival, seen in contest.measured.items()},
        }
        self._told["left out"] |= contest.failed
        self._write()

    def size(self, passages: int, contest: Contest) -> None:
        """Keep a contest over so many made articles of one passage each."""
        made = {"passages": passages, "figures": figures(contest), "left out": contest.failed}
        self._told["sizes"].append(made)
        self._write()

    def cold(self, of_newsdesk: Mapping[str, float]) -> None:
        """Keep what a cold question to newsdesk is made of."""
        self._told["cold"] = dict(of_newsdesk)
        self._write()

    def told(self) -> str:
        """Return the tables."""
        return "\n".join(tables(self._told).values())

    def _write(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(self._told, indent=1), encoding="utf-8")


def versions(name: str) -> list[str]:
    """Return what a peer's documentation tells to install, with the versions that are pinned."""
    pinned = dict(
        re.findall(r"^([\w.-]+)==([^\s;\\]+)", (PINNED / f"{name}.txt").read_text("utf-8"), re.MULTILINE)
    )
    wanted = re.findall(r"^([\w.-]+)", (PINNED / f"{name}.in").read_text(encoding="utf-8"), re.MULTILINE)
    return [f"{one} {pinned[one]}" for one in wanted if one in pinned]


def _rounds(seen: Measured) -> dict[str, Any]:
    """Return what each round gave, without the texts."""
    kept = asdict(seen)
    for adding in kept["adding"]:
        adding["pieces"] = len(adding["pieces"])
    for asking in (*kept["searching"], *kept["answering"]):
        asking["replies"] = [reply["milliseconds"] for reply in asking["replies"]]
        del asking["others"]
    return kept
