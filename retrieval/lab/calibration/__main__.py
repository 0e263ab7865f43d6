"""Fit how sure an answer is: `python -m retrieval.lab.calibration --help`."""

import argparse
import pickle
import sys
from pathlib import Path

from retrieval.lab.calibration import fitting

TABLE = Path(__file__).parent / "signs.tsv"


def main(arguments: list[str]) -> None:
    """Collect what is seen of held-out questions, or fit to what was collected and print the weights."""
    asked = _parser().parse_args(arguments)
    if asked.do == "collect":
        _collect(asked.prepared, asked.most)
    seen = fitting.read(TABLE)
    fitted = fitting.fit(seen)
    print(f"RANKING = {fitted.ranking}\nANSWERING = {fitted.answering}")  # noqa: T201 - the output
    for one in fitting.held_out(seen):
        print(one)  # noqa: T201 - the output


def _collect(prepared: Path, most: int) -> None:
    # Imported here: to fit again needs no data and no model.
    from retrieval.lab.calibration.collecting import collected  # noqa: PLC0415
    from retrieval.lab.training.reader.mixture import held_out  # noqa: PLC0415

    with prepared.open("rb") as file:
        examples, words = pickle.load(file)  # noqa: S301 - written by `python -m retrieval.lab.training.reader`
    fitting.write(TABLE, collected(held_out(examples)[1], words, most))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m retrieval.lab.calibration", description=__doc__)
    parser.add_argument("do", choices=("collect", "fit"))
    parser.add_argument("--prepared", type=Path, help="`prepared.pickle` of the reader's training")
    parser.add_argument("--most", type=int, default=400, help="questions of each set to ask")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
