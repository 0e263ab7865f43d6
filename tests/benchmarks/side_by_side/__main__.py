"""newsdesk beside its peers, in turn in one run: `make bench`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.terminal.console import notices
from bot.terminal.progress import tracked
from tests.benchmarks.side_by_side.cold_question import cold_question
from tests.benchmarks.side_by_side.contest import Contest
from tests.benchmarks.side_by_side.installing import NotInstallable, installed
from tests.benchmarks.side_by_side.keeping import Kept
from tests.benchmarks.side_by_side.made_articles import made
from tests.benchmarks.side_by_side.material import QUESTIONS, SAMPLES, material
from tests.benchmarks.side_by_side.publish import KEPT
from tests.benchmarks.side_by_side.rivals import PEERS, Rival, newsdesk

_ASKED = 60  # questions of made articles


def main(arguments: Sequence[str]) -> None:
    """Measure, print the tables, and keep all figures as JSON."""
    asked = _parser().parse_args(arguments)
    given = material(asked.articles, asked.questions)
    left_out: dict[str, str] = {}
    rivals = [newsdesk(), *_installed(asked.peers, left_out)]
    kept = Kept(asked.out, asked.rounds, left_out)
    with tempfile.TemporaryDirectory() as folder:
        contest = Contest(rivals, given, Path(folder) / "given")
        _run(contest, asked.rounds, "Measuring")
        kept.contest(contest)
        for number, size in enumerate(asked.sizes):
            contest = Contest(rivals, made(size, _ASKED), Path(folder) / str(size), adds_once=True)
            _run(contest, asked.rounds, f"Measuring {size:,} passages")
            kept.size(size, contest)
            if not number:
                question, home = contest.material.asked[0].question, contest.home(rivals[0])
                kept.cold(cold_question(rivals[0], home, question, asked.rounds))
    sys.stdout.write(kept.told())


def _installed(names: Sequence[str], left_out: dict[str, str]) -> list[Rival]:
    """Return the peers that can be installed, and say of the others why they cannot."""
    rivals = []
    for name in tracked(names, "Installing", "peers", len(names)):
        try:
            rivals.append(installed(name))
        except NotInstallable as error:
            left_out[PEERS.get(name, name)] = f"It cannot be installed: {error}"
            notices().print(f"{PEERS.get(name, name)} is left out. {error}")
    return rivals


def _run(contest: Contest, rounds: int, doing: str) -> None:
    turns = rounds * len(contest.rivals)
    for rival in tracked(contest.run(rounds), doing, "turns", turns):
        if rival.title in contest.failed:
            notices().print(contest.failed[rival.title])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.side_by_side", description=__doc__)
    parser.add_argument("--articles", type=Path, default=SAMPLES, help="a .jsonl of articles with addresses")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="a .jsonl, as of `newsdesk eval`")
    parser.add_argument("--rounds", type=int, default=5, help="whose medians are taken")
    parser.add_argument("--sizes", type=_sizes, default=[1000, 10_000], help="passages, such as 1000,10000")
    parser.add_argument("--peers", type=_names, default=list(PEERS), help=f"some of {','.join(PEERS)}")
    parser.add_argument("--out", type=Path, default=KEPT, help="the file for all figures")
    return parser


def _sizes(said: str) -> list[int]:
    return [int(one) for one in _names(said)]


def _names(said: str) -> list[str]:
    return [one for one in said.split(",") if one]


if __name__ == "__main__":
    main(sys.argv[1:])
