"""From data to a model: the whole training, on a handful of sentences and for a few steps."""

from __future__ import annotations

import json

import numpy as np
import pytest

from retrieval.lab.training import embedder_stages
from retrieval.lab.training.prepare import Recipe
from retrieval.lab.training.schedule import Budget
from retrieval.lab.training.speed import exported
from retrieval.lab.training.targets import Counts
from retrieval.lab.training.teacher import load_teacher
from retrieval.models.embedding import SentenceEmbedder

pytestmark = pytest.mark.torture

NOUNS = {
    "brug": "bridge",
    "haven": "harbour",
    "wolf": "wolf",
    "trein": "train",
    "boot": "boat",
    "school": "school",
}
VERBS = {"staat": "stands", "wacht": "waits", "blijft": "stays", "zingt": "sings"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> embedder_stages.Place:
    """A student of twelve steps, exported."""
    folder = tmp_path_factory.mktemp("student")
    dutch = folder / "data" / "languages" / "nl"
    dutch.mkdir(parents=True)
    pairs = [
        f"The {noun} {verb} beside the old {other}.\tDe {nomen} {werkwoord} naast de oude {ander}.\ttest"
        for nomen, noun in NOUNS.items()
        for werkwoord, verb in VERBS.items()
        for ander, other in NOUNS.items()
        if ander != nomen
    ]
    words = [f"{dutch_word}\t{english}\t1" for dutch_word, english in (NOUNS | VERBS).items()]
    (dutch / "sentences.tsv").write_text("\n".join(["eng\tother\tsource", *pairs]) + "\n", "utf-8")
    (dutch / "lexicon.tsv").write_text("\n".join(["word\teng\tsynsets", *words]) + "\n", "utf-8")
    made = embedder_stages.Place(folder / "data", folder / "work", folder / "output", threads=1)
    recipe = Recipe(["nl"], 200, 64, 10, 1, Counts(passages=10, substituted=10, glossed=10))
    for stage in (embedder_stages.train, embedder_stages.export):
        stage(made, recipe, Budget(60.0, 12))
    return made


def test_a_student_brings_translations_nearer_than_its_teacher_did(place: embedder_stages.Place) -> None:
    english = ["The bridge stands beside the old harbour.", "The wolf sings beside the old school."]
    dutch = ["De brug staat naast de oude haven.", "De wolf zingt naast de oude school."]
    student = exported(place.output / "model", threads=1)
    teacher = SentenceEmbedder(str(load_teacher().folder))
    learnt, before = (
        np.sum(one.embed(english) * one.embed(dutch), axis=1).mean() for one in (student, teacher)
    )
    assert learnt > before + 0.1


def test_its_folder_is_one_that_sentence_transformers_loads(place: embedder_stages.Place) -> None:
    texts = ["De trein wacht.", "The train waits."]
    loaded = SentenceEmbedder(str(place.output / "sentence-transformers")).embed(texts)
    small = exported(place.output / "model", threads=1).embed(texts)
    assert (loaded * small).sum(axis=1).min() > 0.95


def test_the_run_tells_what_its_card_needs(place: embedder_stages.Place) -> None:
    facts = json.loads((place.work / "facts.json").read_text("utf-8"))
    assert (facts["languages"], facts["steps"]) == (["nl"], 12)
    assert facts["pieces"] > 0
