"""The card of the reader: where it came from, how it was made, what it reaches, how to know its files."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from retrieval.lab.training.reader.base import SHA256
from retrieval.lab.training.reader.mixture import HELD_OUT_EVERY, ROUND
from retrieval.lab.training.reader.training_run import Progress

_FILES = ("model.onnx", "tokenizer.json")
_TEMPLATE = Path(__file__).with_name("reader_card.md")
_FIGURES = {
    "span": "answerable: the likeliest words are exactly an accepted answer",
    "sentence": "answerable: the likeliest sentence answers",
    "auroc": "answerable told from unanswerable (AUROC)",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the card tells about one training run.

    `cut` has what cutting the vocabulary costs: `pieces` kept, `seen` in the texts, and `share_lost`, of
    all tokens of the texts. `figures` has those of held-out `examples`: `span`, `sentence`, `auroc`.
    """

    cut: dict[str, float]
    figures: dict[str, float]
    progress: Progress
    command: str


def card(facts: Facts, folder: Path) -> str:
    """Write the card of the reader whose files lie in `folder`."""
    done, cut = facts.progress, facts.cut
    return _TEMPLATE.read_text("utf-8").format(
        base=SHA256,
        pieces=f"{cut['pieces']:,.0f}",
        seen=f"{cut['seen']:,.0f}",
        lost=f"{100 * cut['share_lost']:.2f}",
        rounds=done.rounds,
        steps=f"{done.steps:,}",
        tokens=f"{done.tokens / 1e6:.1f}",
        minutes=f"{done.minutes:.0f}",
        draws="\n".join(f"| {kind} | {count} |" for kind, count in ROUND.items()),
        every=HELD_OUT_EVERY,
        examples=f"{facts.figures['examples']:,.0f}",
        figures="\n".join(f"| {told} | {facts.figures[name]:.3f} |" for name, told in _FIGURES.items()),
        command=facts.command,
        files="\n".join(_file(folder / name) for name in _FILES),
    )


def _file(path: Path) -> str:
    content = path.read_bytes()
    return f"| `{path.name}` | {len(content) / 1e6:.1f} MB | `{hashlib.sha256(content).hexdigest()}` |"
