from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bot.assembly import Desk
from corpus.catalogue import articles
from retrieval import calibration, confidence
from retrieval.calibration import choices, ranking, table
from retrieval.calibration.choices import Choice
from retrieval.calibration.collecting import Collecting
from retrieval.calibration.fitting import fitted, held_out
from retrieval.calibration.table import Sample
from retrieval.calibration.topics import topics
from retrieval.confidence import Weights
from retrieval.evaluating.questions import Asked
from retrieval.question_names import missing, names
from retrieval.weighing.merits import WEIGHTS
from tests.retrieval.newsroom import three

TABLES = sorted(Path(calibration.__file__).parent.glob("*.tsv"))
CHOICES = Path(calibration.__file__).parent / "sentences.tsv.gz"


@pytest.fixture(scope="module")
def every() -> list[Sample]:
    return [sample for path in TABLES for sample in table.read(path)]


@pytest.mark.parametrize(
    ("foreign", "used"), [(False, confidence.SAME_LANGUAGE), (True, confidence.TWO_LANGUAGES)]
)
def test_the_weights_in_use_are_those_that_the_data_give(
    every: list[Sample],
    foreign: bool,  # noqa: FBT001
    used: Weights,
) -> None:
    weights = fitted([one for one in every if one.foreign == foreign])
    assert asdict(weights.evidence) == pytest.approx(asdict(used.evidence), abs=0.02)
    assert weights.intercept == pytest.approx(used.intercept, abs=0.02)


def test_confidence_holds_on_topics_that_it_was_not_fitted_to(every: list[Sample]) -> None:
    reached = {
        one.name: one
        for foreign in (False, True)
        for one in held_out([sample for sample in every if sample.foreign == foreign])
    }
    assert reached["en-en"].auroc >= 0.95
    assert reached["en-nl"].auroc >= 0.87
    assert all(one.ece < 0.05 for name, one in reached.items() if name != "samples")


@pytest.fixture(scope="module")
def chosen() -> list[Choice]:
    return choices.read(CHOICES)


def test_the_sentences_are_weighed_as_the_data_say(chosen: list[Choice]) -> None:
    assert asdict(ranking.fitted(chosen)) == pytest.approx(asdict(WEIGHTS), abs=0.05)


def test_the_choice_of_sentences_holds_on_topics_that_it_was_not_fitted_to(chosen: list[Choice]) -> None:
    reached = {one.name: one for one in ranking.held_out(chosen)}
    assert reached["en-en"].first >= 0.81
    assert reached["en-nl"].first >= 0.74
    assert reached["samples"].first >= 0.55
    assert all(one.any > one.first for one in reached.values())


def test_choices_are_read_as_they_were_written(chosen: list[Choice], tmp_path: Path) -> None:
    choices.write(tmp_path / "some.tsv.gz", chosen[:5])
    assert choices.read(tmp_path / "some.tsv.gz") == chosen[:5]
    before = (tmp_path / "some.tsv.gz").read_bytes()
    choices.write(tmp_path / "some.tsv.gz", chosen[:5])
    assert (tmp_path / "some.tsv.gz").read_bytes() == before


def collecting(desk: Desk) -> Collecting:
    stored = three(desk)
    return Collecting(desk.search, desk.embedder, "made up", topics(stored, desk.embedder))


def test_a_question_is_asked_with_its_articles_and_with_those_hidden(desk: Desk) -> None:
    ferry = Asked("What will the night ferry cost?", frozenset({"https://news.example/ferry"}))
    never = Asked("Who won the chess?", said_answerable=False)
    asked = [ferry, Asked("What is not known?"), never]
    there, hidden, refused = collecting(desk).samples(asked, hiding=True)
    assert [one.answerable for one in (there, hidden, refused)] == [True, False, False]
    assert (there.name, there.topic) == ("made up", "ferry")
    assert there.evidence.dense > hidden.evidence.dense


def test_the_sentences_of_a_question_are_told_apart_by_its_accepted_answers(desk: Desk) -> None:
    asked = [Asked("What will the night ferry cost?", answers=("58 euros",)), Asked("What is not known?")]
    (one,) = collecting(desk).choices(asked)
    assert one.right.count(True) == 1
    assert len(one.merits) == len(one.right) == 9


def test_articles_of_one_affair_are_of_one_topic_and_passages_of_one_text_too(samples: Desk) -> None:
    with samples.catalogue.reading() as connection:
        stored = list(articles.every(connection))
    of = topics(stored, samples.embedder)
    named = {(one.draft.url or "").rpartition("/")[2]: of[one.id] for one in stored}
    assert named["moscow-signing-bonus"] == named["tekenbonus-rusland-verhoogd"]
    assert named["moscow-signing-bonus"] != named["night-train-utrecht-turin"]


def test_a_table_is_read_as_it_was_written(every: list[Sample], tmp_path: Path) -> None:
    kept = [replace(one, name="a set, \t or so") for one in every[:5]]
    table.write(tmp_path / "table.tsv", kept)
    assert table.read(tmp_path / "table.tsv") == kept


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What did Normandy's dukes do in 1066?", ["Normandy", "1066"]),
        ("Hoeveel wolven leven er in het Drostenwoud?", ["Drostenwoud"]),
        ("What Will The Ferry Cost?", []),
        ("why?", []),
        ("", []),
    ],
)
def test_names_and_figures_of_a_question(question: str, named: list[str]) -> None:
    assert names(question) == named


def test_a_name_stands_in_a_text_of_another_language() -> None:
    assert missing("Who ruled Normandy in 1066?", "De hertog van Normandi\u00eb, in 1066") == 0
    assert missing("Who ruled Normandy in 1066?", "De hertog van Anjou, in 10661") == 2
