"""The model card: where the model came from, what it can do, and how to know its files."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from retrieval.lab.training.teacher import SHA256

Measured = dict[str, dict[str, float]]
_FILES = ("model.onnx", "tokenizer.json")
_NAMES = {
    "nl": "Dutch",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
}
_TEMPLATE = Path(__file__).with_name("embedder_card.md")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the card tells about one training run."""

    languages: list[str]
    pieces: int
    steps: int
    minutes: float
    tokens: int
    command: str


def card(facts: Facts, quality: Measured, speed: dict[str, float], folder: Path) -> str:
    """Write the card of the model in a folder.

    Args:
        facts: of the training run.
        quality: for each model, the teacher first, its value on every test.
        speed: as `speed.speed` gives it.
        folder: with the model's files.
    """
    return _TEMPLATE.read_text("utf-8").format(
        languages=", ".join(_NAMES.get(language, language) for language in facts.languages),
        pieces=f"{facts.pieces:,}",
        steps=f"{facts.steps:,}",
        minutes=f"{facts.minutes:.0f}",
        tokens=f"{facts.tokens / 1e6:.1f}",
        command=facts.command,
        teacher=SHA256,
        quality=_table(quality),
        speed="\n".join(f"| {name} | {value:,.1f} |" for name, value in speed.items()),
        ratios=_ratios(speed),
        files="\n".join(_file(folder / name) for name in _FILES),
    )


def _table(quality: Measured) -> str:
    models = list(quality)
    lines = [f"| test | {' | '.join(models)} |", f"|---|{'---|' * len(models)}"]
    lines += [
        f"| {test} | {' | '.join(f'{quality[model][test]:.3f}' for model in models)} |"
        for test in quality[models[0]]
    ]
    return "\n".join(lines)


def _ratios(speed: dict[str, float]) -> str:
    bulk = speed["student: passages per second"] / speed["teacher: passages per second"]
    single = speed["student: milliseconds per question"] / speed["teacher: milliseconds per question"]
    memory = speed["student: megabytes"] / speed["teacher: megabytes"]
    return (
        f"{bulk:.1f} times the passages, {single:.2f} of the time for a question, {memory:.2f} of the memory"
    )


def _file(path: Path) -> str:
    content = path.read_bytes()
    return f"| `{path.name}` | {len(content) / 1e6:.1f} MB | `{hashlib.sha256(content).hexdigest()}` |"
