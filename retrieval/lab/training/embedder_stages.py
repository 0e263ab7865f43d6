"""The stages from data to a model with its card; each reads what the one before it wrote."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor

from retrieval.lab.training.distil import Settings, distil
from retrieval.lab.training.embedder_card import Facts, card
from retrieval.lab.training.measure import Embed, measure, read
from retrieval.lab.training.pairs import Pair, read_pairs
from retrieval.lab.training.prepare import Recipe, prepare
from retrieval.lab.training.quantise import quantise
from retrieval.lab.training.schedule import Budget
from retrieval.lab.training.smooth import factors
from retrieval.lab.training.speed import exported, speed
from retrieval.lab.training.student import Encoder
from retrieval.lab.training.student_folder import write_folder
from retrieval.lab.training.student_graph import graph
from retrieval.lab.training.teacher import Teacher, embed, load_teacher
from retrieval.lab.training.teacher_vectors import Remembered

_CALIBRATION = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where the data is, where work in progress and results go, and how many threads may be used."""

    data: Path
    work: Path
    output: Path
    threads: int


def train(place: Place, recipe: Recipe, budget: Budget) -> None:
    """Train the student, going on from a checkpoint if there is one."""
    place.work.mkdir(parents=True, exist_ok=True)
    remembered = Remembered(load_teacher(), place.work / "teacher")
    prepared = prepare(recipe, place.data / "languages", remembered)
    prepared.tokenizer.save(str(place.work / "tokenizer.json"))
    weights, progress = distil(prepared, Settings(budget, recipe.seed), place.work / "checkpoint.pt")
    save_file(weights, place.work / "student.safetensors")
    facts = Facts(
        recipe.languages,
        prepared.tokenizer.get_vocab_size() - prepared.teacher_pieces,
        progress.steps,
        progress.minutes,
        progress.tokens,
        f"python -m retrieval.lab.training --languages {' '.join(recipe.languages)} --pieces {recipe.pieces} "
        f"--seed {recipe.seed} --steps {progress.steps} --data DATA --work WORK --output OUTPUT",
    )
    (place.work / "facts.json").write_text(json.dumps(asdict(facts), indent=2) + "\n", "utf-8")


def export(place: Place, recipe: Recipe, _: Budget) -> None:
    """Write the student as an int8 graph, and in float16 for sentence-transformers."""
    teacher = load_teacher()
    weights, tokenizer = _student(place)
    model = place.output / "model"
    model.mkdir(parents=True, exist_ok=True)
    student = _encoder(weights, teacher)
    smooth = factors(student, tokenizer, _some_texts(read_pairs(place.data / "languages", recipe.languages)))
    drawn = graph(_arrays(weights), student.shape, _arrays(smooth))
    onnx.save(quantise(drawn), model / "model.onnx")
    tokenizer.save(str(model / "tokenizer.json"), pretty=False)
    write_folder(weights, tokenizer, teacher, place.output / "sentence-transformers")


def measure_all(place: Place, recipe: Recipe, _: Budget) -> None:
    """Measure teacher, student and exported student in one run."""
    teacher = load_teacher()
    weights, tokenizer = _student(place)
    student = _encoder(weights, teacher)
    models: dict[str, Embed] = {
        "teacher": lambda texts: embed(teacher.encoder, teacher.tokenizer, texts),
        "student, float": lambda texts: embed(student, tokenizer, texts),
        "student, int8": exported(place.output / "model", place.threads).embed,
    }
    quality = {name: measure(model, place.data, recipe.languages) for name, model in models.items()}
    english, other = (read(place.data / "qa", language) for language in ("en", recipe.languages[0]))
    passages, questions = english.passages + other.passages, english.questions
    fast = speed(place.output / "model", teacher.folder, passages, questions, place.threads)
    measured = {"quality": quality, "speed": fast}
    (place.output / "measured.json").write_text(json.dumps(measured, indent=2) + "\n", "utf-8")


def write_card(place: Place, _: Recipe, __: Budget) -> None:
    """Write the model card from what was measured."""
    measured: dict[str, Any] = json.loads((place.output / "measured.json").read_text("utf-8"))
    facts = Facts(**json.loads((place.work / "facts.json").read_text("utf-8")))
    text = card(facts, measured["quality"], measured["speed"], place.output / "model")
    (place.output / "MODEL_CARD.md").write_text(text, "utf-8")


def _encoder(weights: dict[str, Tensor], teacher: Teacher) -> Encoder:
    student = Encoder(replace(teacher.encoder.shape, vocab_size=len(weights["words.weight"])))
    student.load_state_dict(weights)
    return student.eval()


def _arrays(tensors: dict[str, Tensor]) -> dict[str, NDArray[np.float32]]:
    return {name: value.numpy() for name, value in tensors.items()}


def _some_texts(pairs: list[Pair]) -> list[str]:
    """Choose sentences of both languages, and passages made of eight, to see the activations on."""
    some = pairs[:: max(1, len(pairs) // _CALIBRATION)]
    passages = [" ".join(one.other for one in some[start : start + 8]) for start in range(0, len(some), 16)]
    return [one.other for one in some] + [one.english for one in some] + passages


def _student(place: Place) -> tuple[dict[str, Tensor], Tokenizer]:
    """Load the finished weights, or the running average of an unfinished run."""
    finished = place.work / "student.safetensors"
    tokenizer = Tokenizer.from_file(str(place.work / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    if finished.exists():
        return load_file(finished), tokenizer
    state: dict[str, Any] = torch.load(place.work / "checkpoint.pt", weights_only=True)
    return state["average"], tokenizer
