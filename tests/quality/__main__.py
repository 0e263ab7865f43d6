"""Measures everything and writes the quality page with its plots: `python -m tests.quality docs`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.report.plots import Plot, plots
from bot.terminal.console import notices
from retrieval.lab.evaluating.run import Run, run
from tests.benchmarks.processor import processor
from tests.quality.document import document
from tests.quality.measured import NAME, NEAR, Pair, near, own, parallel
from tests.quality.targets import of_near, of_own, of_pairs

_XQUAD = f"{NAME}.en.questions.jsonl"


def main(arguments: list[str]) -> None:
    """Measure, write `quality.md` and `quality/*.svg` into the folder, and print the page."""
    asked = _parser().parse_args(arguments)
    notices().print("Asking the own questions.")
    mine = own()
    pairs = list(parallel(asked.data, asked.every, _tell)) if _at_hand(asked.data, _XQUAD) else []
    reading = asked.data.parent / "reading" if asked.data else None
    close = _near(reading, asked.every * asked.near_every) if reading and _at_hand(reading, NEAR) else None
    drawn = {"own": plots([mine]), **({"xquad": _of_pairs(pairs)} if pairs else {})}
    targets = [*of_own(mine), *(of_near(close) if close else ()), *of_pairs({one.name: one for one in pairs})]
    command = f"make eval EVERY={asked.every}" if asked.every > 1 else "make eval"
    written = document(mine, pairs, close, targets, drawn, processor(), command)
    _write(asked.docs, written, drawn)
    print(written)  # noqa: T201 - the output


def _of_pairs(pairs: Sequence[Pair]) -> list[Plot]:
    """Draw the curves of all pairs beside each other, and everything else of them together."""
    hidden: list[Run] = [one.hidden for one in pairs]
    together = run("all", [outcome for one in hidden for outcome in one.outcomes])
    return [*plots(hidden)[:1], *plots([together])[1:]]


def _write(docs: Path, written: str, drawn: dict[str, list[Plot]]) -> None:
    folder = docs / "quality"
    folder.mkdir(parents=True, exist_ok=True)
    for beginning, made in drawn.items():
        for one in made:
            (folder / f"{beginning}-{one.name}.svg").write_text(f"{one.svg(alone=True)}\n", encoding="utf-8")
    (docs / "quality.md").write_text(written, encoding="utf-8")


def _near(reading: Path, every: int) -> Run:
    notices().print("Asking SQuAD 2.0's questions.")
    return near(reading, every)


def _at_hand(folder: Path | None, name: str) -> bool:
    there = folder is not None and (folder / name).is_file()
    if not there:
        said = f"{folder} does not hold it" if folder else "EVAL_DATA is not set"
        notices().print(f"{name} is left out: {said}.")
    return there


def _tell(name: str) -> None:
    notices().print(f"Asking XQuAD's questions, {name}.")


def _folder(said: str) -> Path | None:
    return Path(said) if said else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("docs", type=Path, help="folder for quality.md")
    parser.add_argument(
        "--data", type=lambda said: Path(said) if said else None, help="XQuAD's folder, beside `reading`"
    )
    parser.add_argument("--near-every", type=int, default=6, help="and of SQuAD 2.0 each so-many-th of those")
    parser.add_argument("--every", type=int, default=1, help="ask only each so-many-th question")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
