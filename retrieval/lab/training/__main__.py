"""The command that makes the bundled model: `python -m retrieval.lab.training --help`."""

import argparse
import logging
import sys
from pathlib import Path

import torch

from retrieval.lab.training import embedder_stages
from retrieval.lab.training.prepare import Recipe
from retrieval.lab.training.schedule import Budget
from retrieval.lab.training.targets import Counts

STAGES = {
    "train": embedder_stages.train,
    "export": embedder_stages.export,
    "measure": embedder_stages.measure_all,
    "card": embedder_stages.write_card,
}


def main(arguments: list[str]) -> None:
    """Run the stages that the arguments ask for, one after the other."""
    asked = _parser().parse_args(arguments)
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("retrieval").setLevel(logging.INFO)
    torch.set_num_threads(asked.threads)
    recipe = Recipe(asked.languages, asked.pieces, asked.longest, asked.held_out_every, asked.seed, Counts())
    budget = Budget(asked.minutes, asked.steps)
    place = embedder_stages.Place(asked.data, asked.work, asked.output, asked.threads)
    for name in asked.stages:
        STAGES[name](place, recipe, budget)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m retrieval.lab.training", description=__doc__)
    parser.add_argument(
        "stages", nargs="*", choices=STAGES, default=list(STAGES), help="all, if none is named"
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with languages/ and qa/")
    parser.add_argument("--work", type=Path, required=True, help="for checkpoints and the teacher's vectors")
    parser.add_argument("--output", type=Path, required=True, help="for the model and its card")
    parser.add_argument(
        "--languages", nargs="+", default=["nl"], help="which of languages/ to add to English"
    )
    parser.add_argument("--pieces", type=int, default=36_000, help="word pieces to add at most")
    parser.add_argument("--longest", type=int, default=160, help="tokens of a training text at most")
    parser.add_argument("--held-out-every", type=int, default=40, help="keep one English sentence in so many")
    parser.add_argument("--minutes", type=float, default=60.0, help="to train; the rates end with it")
    parser.add_argument("--steps", type=int, help="train exactly so many instead")
    parser.add_argument("--threads", type=int, default=2, help="of torch and onnxruntime")
    parser.add_argument("--seed", type=int, default=1, help="of every draw")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
