from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bot.assembly import Desk
from retrieval import calibration, confidence
from retrieval.calibration import table
from retrieval.calibration.collecting import samples
from retrieval.calibration.fitting import fitted, held_out
from retrieval.calibration.table import Sample
from retrieval.confidence import Weights
from retrieval.evaluating.questions import Asked
from retrieval.question_names import missing, names
from tests.retrieval.newsroom import three

TABLES = sorted(Path(calibration.__file__).parent.glob("*.tsv"))


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


def test_a_question_is_asked_with_its_articles_and_with_those_hidden(desk: Desk) -> None:
    three(desk)
    ferry = Asked("What will the night ferry cost?", frozenset({"https://news.example/ferry"}))
    never = Asked("Who won the chess?", said_answerable=False)
    asked = [ferry, Asked("What is not known?"), never]
    there, hidden, refused = samples(
        desk.search, desk.embedder, asked, "made up", lambda one: one.question, hiding=True
    )
    assert [one.answerable for one in (there, hidden, refused)] == [True, False, False]
    assert (there.name, there.topic) == ("made up", ferry.question)
    assert there.evidence.dense > hidden.evidence.dense


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
