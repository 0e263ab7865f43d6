"""How sure an answer is comes from a table of what was seen, and means what it says."""

from __future__ import annotations

import random
import re
from dataclasses import astuple, fields, replace
from pathlib import Path

import pytest

from retrieval.answering.confidence import ANSWERING, RANKING, Signs, Weights, probability, score
from retrieval.lab.calibration.__main__ import TABLE, main
from retrieval.lab.calibration.fitting import Seen, fit, held_out, read, write

NOTHING = Signs(*[0.0] * len(fields(Signs)))
UNSEEN = Weights(NOTHING, 0.0)


def seen(questions: int = 400) -> list[Seen]:
    """Return three quotes of each question, of which the one with the most evidence answers most times."""
    chance = random.Random(1)  # noqa: S311 - draws of tests, no secret
    found = []
    for question in range(questions):
        answered = chance.random() < 0.7
        for place in range(3):
            right = answered and place == 0
            sure = chance.gauss(2.0 if right else -2.0, 1.5)
            signs = replace(
                NOTHING, answers=sure, evidence=sure + chance.gauss(0, 0.5), dense=chance.random()
            )
            found.append(Seen(f"set {question % 2}", f"group {question // 4}", question, right, signs))
    return found


def test_the_table_gives_back_what_was_written(tmp_path: Path) -> None:
    written = [
        Seen("a set", "a:group, of 3", 7, answers=True, signs=replace(NOTHING, margin=-1.25, names=0.5)),
        Seen("another", "b", 0, answers=False, signs=NOTHING),
    ]
    write(tmp_path / "signs.tsv", written)
    assert read(tmp_path / "signs.tsv") == written
    assert (tmp_path / "signs.tsv").read_text(encoding="utf-8").splitlines()[0].split("\t") == [
        *("set", "group", "question", "answers"),
        *(field.name for field in fields(Signs)),
    ]


def test_the_weights_are_those_that_the_table_gives() -> None:
    fitted = fit(read(TABLE))
    for now, again in ((RANKING, fitted.ranking), (ANSWERING, fitted.answering)):
        assert astuple(now.signs) == pytest.approx(astuple(again.signs), abs=0.01)
        assert now.intercept == pytest.approx(again.intercept, abs=0.01)


@pytest.mark.torture
def test_the_command_prints_the_weights_and_what_they_reach_on_groups_they_were_not_fitted_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["fit"])
    printed = capsys.readouterr().out
    for name, weights in (("RANKING", RANKING), ("ANSWERING", ANSWERING)):
        assert f"{name} = Weights(signs=Signs(answers={weights.signs.answers}" in printed
    reached = re.findall(r"Reached\(name='.+', questions=(\d+), .*auroc=([\d.]+), ece=([\d.]+)\)", printed)
    assert len(reached) == len({one.set for one in read(TABLE)})
    for questions, auroc, error in reached:
        assert int(questions) > 100
        assert float(auroc) > 0.75
        assert float(error) < 0.1


def test_signs_that_tell_are_weighed_and_those_that_do_not_are_not() -> None:
    fitted = fit(seen())
    assert fitted.ranking.signs.evidence + fitted.ranking.signs.answers > 1
    assert abs(fitted.ranking.signs.dense) < 0.7
    assert fitted.ranking.signs.foreign == 0
    assert all(weight == round(weight, 3) for weight in astuple(fitted.answering.signs))


def test_each_set_has_its_own_figures() -> None:
    reached = list(held_out(seen()))
    assert [(one.name, one.questions) for one in reached] == [("set 0", 200), ("set 1", 200)]
    for one in reached:
        assert one.first > 0.9
        assert one.auroc > 0.9
        assert one.ece < 0.1


def test_odds_are_the_weighed_signs() -> None:
    weights = Weights(replace(NOTHING, evidence=2.0, margin=-1.0), 0.5)
    assert weights.odds(replace(NOTHING, evidence=1.5, margin=0.25)) == pytest.approx(3.25)
    assert UNSEEN.odds(replace(NOTHING, evidence=9.0)) == 0.0


@pytest.mark.parametrize("sign", ["answers", "dense"])
def test_what_the_reader_finds_likelier_is_surer(sign: str) -> None:
    sure = [probability(replace(NOTHING, **{sign: value})) for value in (-3.0, -1.0, 0.0, 1.0, 3.0)]
    assert sure == sorted(sure)
    assert all(0 < one < 1 for one in sure)


def test_the_likelier_words_come_first() -> None:
    assert score(replace(NOTHING, margin=2.0)) > score(replace(NOTHING, margin=-2.0))
    assert score(replace(NOTHING, evidence=2.0)) > score(replace(NOTHING, evidence=-2.0))


def test_an_identifier_that_an_article_lacks_speaks_more_against_it_than_a_name() -> None:
    lacking = probability(replace(NOTHING, figures=1.0)), probability(replace(NOTHING, names=1.0))
    assert lacking[0] < lacking[1] < probability(NOTHING)


@pytest.mark.parametrize("value", [-1e9, 1e9])
def test_no_sign_is_too_large_for_a_probability(value: float) -> None:
    assert 0 <= probability(replace(NOTHING, answers=value)) <= 1
