"""Figures mean the same in Dutch and in English, and what only looks like one means nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from retrieval.figures.figure import Figure, Kind
from retrieval.figures.reading import figures
from retrieval.figures.sameness import same
from retrieval.figures.writing import written


def rows(name: str) -> list[list[str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as table:
        return list(csv.reader(table, delimiter="\t"))[1:]


PAIRS = rows("figures.tsv")
TRAPS = rows("figures_traps.tsv")


def said(found: tuple[Figure, ...]) -> list[tuple[str, str, str | None]]:
    return [(figure.kind.value, str(figure.value), figure.unit) for figure in found]


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(PAIRS) >= 200
    assert len(TRAPS) >= 60


@pytest.mark.parametrize(("kind", "dutch", "english"), PAIRS, ids=str)
def test_a_figure_says_the_same_in_dutch_and_in_english(kind: str, dutch: str, english: str) -> None:
    ours, theirs = figures(dutch, "nl"), figures(english, "en")
    assert {figure.kind.value for figure in (*ours, *theirs)} == {kind}, (said(ours), said(theirs))
    assert len(ours) == len(theirs), (said(ours), said(theirs))
    assert all(map(same, ours, theirs)), (said(ours), said(theirs))


@pytest.mark.parametrize(("kind", "dutch", "english"), PAIRS, ids=str)
def test_what_is_written_for_a_reader_is_read_back_as_the_same(kind: str, dutch: str, english: str) -> None:
    for figure in (*figures(dutch, "nl"), *figures(english, "en")):
        for language in ("nl", "en"):
            told = written(figure, language)
            text = f"in {told}" if figure.kind is Kind.DATE else told
            back = figures(text, language)
            assert [one.kind.value for one in back] == [kind], text
            assert same(back[0], figure), (text, said(back), said((figure,)))


@pytest.mark.parametrize(("language", "text", "other_language", "other"), TRAPS, ids=str)
def test_what_only_looks_alike_is_not_the_same(
    language: str, text: str, other_language: str, other: str
) -> None:
    ours, theirs = figures(text, language), figures(other, other_language)
    if not other:
        assert said(ours) == []
        return
    assert ours, "a figure was expected"
    assert theirs, "a figure was expected"
    assert not any(same(a, b) for a in ours for b in theirs), (said(ours), said(theirs))
