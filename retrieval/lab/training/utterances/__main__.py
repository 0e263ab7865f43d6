"""Make the file that tells the kinds of messages apart: `python -m retrieval.lab.training.utterances`."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from retrieval.lab.training.utterances import frames, messages
from retrieval.lab.training.utterances.confusion import measured, told
from retrieval.lab.training.utterances.messages import Message, apart
from retrieval.lab.training.utterances.remembering import remembered
from retrieval.lab.training.utterances.support_vectors import Ground, fitted
from retrieval.models.bundled_embedder import bundled_embedder
from retrieval.question.utterances import weights

OF_EACH_FRAME = 8


def main(arguments: list[str]) -> None:
    """Fit to `train.tsv` and to what the frames give, write the file, and print what is made of the rest."""
    asked = _parser().parse_args(arguments)
    with TemporaryDirectory() as home:
        embed = remembered(bundled_embedder(Path(home), asked.threads).embed)
        if not asked.measure:
            weights.write(asked.output, fitted(Ground(*learnt(), embed)))
            weights.read.cache_clear()
        print(measured(told(messages.read(messages.HELD_OUT), embed)))  # noqa: T201 - the output


def learnt() -> tuple[list[Message], list[Message]]:
    """Return what is learnt, as written and as made from frames, without what is like a message held out."""
    held_out = messages.read(messages.HELD_OUT)
    made = frames.made(OF_EACH_FRAME, seed=1)
    return apart(messages.read(messages.TRAIN), held_out), apart(made, held_out)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m retrieval.lab.training.utterances", description=__doc__)
    parser.add_argument("--measure", action="store_true", help="only measure the file that is there")
    parser.add_argument("--output", type=Path, default=weights.FILE)
    parser.add_argument("--threads", type=int, default=1, help="of onnxruntime")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
