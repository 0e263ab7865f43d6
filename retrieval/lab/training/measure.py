"""Quality on texts that were never trained on, while the student learns or afterwards."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from retrieval.lab.training.batches import by_length, padded
from retrieval.lab.training.pairs import rows
from retrieval.lab.training.student import Encoder, Shape
from retrieval.lab.training.targets import Examples

Vectors = NDArray[np.float32]
Embed = Callable[[list[str]], Vectors]
_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """Passages and questions of one language, and the number of the passage that answers each question."""

    passages: list[str]
    questions: list[str]
    answers: NDArray[np.int64]


def measure(embed: Embed, folder: Path, languages: list[str]) -> dict[str, float]:
    """Measure one model on every test the data has for these languages."""
    found: dict[str, float] = {}
    for language in languages:
        for test in ("tatoeba", "flores"):
            path = folder / "languages" / language / f"test_{test}.tsv"
            if path.exists():
                found[f"{test}: {language} to en, nearest"] = nearest(embed, path)
        if (folder / "qa" / f"xquad_dev.{language}.articles.jsonl").exists():
            found |= answered(embed, folder / "qa", language)
    return found


def nearest(embed: Embed, path: Path) -> float:
    """Tell how often a sentence's nearest neighbour among the English ones is its own translation."""
    english, other = zip(*rows(path, columns=2), strict=True)
    similar = embed(list(other)) @ embed(list(english)).T
    return float((similar.argmax(axis=1) == np.arange(len(other))).mean())


def answered(embed: Embed, folder: Path, language: str) -> dict[str, float]:
    """Measure how high the answering passage ranks, as the mean reciprocal rank down to the tenth."""
    english, other = read(folder, "en"), read(folder, language)
    passages = {"en": embed(english.passages), language: embed(other.passages)}
    questions = {"en": embed(english.questions), language: embed(other.questions)}
    found = {
        f"xquad: {asked} on {read_in}": reciprocal(
            _ranks(questions[asked] @ passages[read_in].T, english.answers)
        )
        for asked in ("en", language)
        for read_in in ("en", language)
    }
    both = questions["en"] @ np.concatenate([passages["en"], passages[language]]).T
    twins = english.answers + len(english.passages)
    best = np.minimum(_ranks(both, english.answers), _ranks(both, twins))
    found[f"xquad: en on en+{language}, better of both"] = reciprocal(best)
    both[np.arange(len(both)), english.answers] = -2.0
    found[f"xquad: en on en+{language}, without the English twin"] = reciprocal(_ranks(both, twins))
    return found


def read(folder: Path, language: str) -> Reading:
    """Read the passages and questions of one language."""
    articles = _lines(folder / f"xquad_dev.{language}.articles.jsonl")
    questions = _lines(folder / f"xquad_dev.{language}.questions.jsonl")
    numbers = {article["url"]: number for number, article in enumerate(articles)}
    return Reading(
        [article["text"] for article in articles],
        [question["question"] for question in questions],
        np.array([numbers[question["relevant"][0]] for question in questions]),
    )


def reciprocal(ranks: NDArray[np.int64]) -> float:
    """Average the reciprocal ranks; a rank below the tenth counts nothing."""
    return float(np.where(ranks <= _DEPTH, 1.0 / ranks, 0.0).mean())


def _ranks(similar: Vectors, answers: NDArray[np.int64]) -> NDArray[np.int64]:
    own = similar[np.arange(len(answers)), answers]
    ranks: NDArray[np.int64] = 1 + (similar > own[:, None]).sum(axis=1)
    return ranks


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def watch(weights: dict[str, Tensor], shape: Shape, held_out: Examples) -> dict[str, float]:
    """Measure held-out texts against the teacher's vectors of their originals.

    Returns:
        For each kind of text its mean cosine to its target, and how often that is the nearest of all targets.
    """
    encoder = Encoder(shape)
    encoder.load_state_dict(weights)
    ids = [example.ids for example in held_out.examples]
    vectors = np.zeros((len(ids), shape.hidden_size), np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in by_length([len(one) for one in ids], tokens=4096):
            vectors[batch] = encoder(*padded([ids[number] for number in batch])).float().numpy()
    targets = held_out.targets.astype(np.float32)
    wanted = np.array([example.target for example in held_out.examples])
    cosines = (vectors * targets[wanted]).sum(1)
    nearest = (vectors @ targets.T).argmax(1) == wanted
    kinds = np.array([example.kind for example in held_out.examples])
    return {
        f"{kind} {name}": float(values[kinds == kind].mean())
        for kind in dict.fromkeys(kinds.tolist())
        for name, values in (("cosine", cosines), ("nearest", nearest))
    }
