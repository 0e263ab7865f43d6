"""Of several figures that answer the one in the unit asked for is the answer, and another unit is doubted."""

from __future__ import annotations

import pytest

from bot.assembly import Desk
from corpus.article import Span
from corpus.filters import Filters
from retrieval.answering.confidence import SURE
from retrieval.question.asked_unit import narrowed, of_another
from tests.retrieval.newsroom import add, draft

TOLL = "De tol op de brug bij Oever stijgt naar 9,40 pond, ongeveer 11,20 euro, en daarna met 4 procent."
RANGE = "Het kost tussen de 5 en 7 euro, zo'n 6 tot 8 dollar."
MARCH = "The march was 6 miles, or 9.7 kilometres, and took four hours."


def place(piece: str, words: str) -> Span:
    return Span(piece.index(words), piece.index(words) + len(words))


@pytest.mark.parametrize(
    ("question", "piece", "words", "language", "expected"),
    [
        ("Hoeveel euro is de tol?", TOLL, "9,40 pond, ongeveer 11,20", "nl", "11,20 euro"),
        ("What is the toll in pounds?", TOLL, "9,40 pond, ongeveer 11,20 euro", "nl", "9,40 pond"),
        ("Met hoeveel procent stijgt de tol?", TOLL, TOLL[:-1], "nl", "4 procent"),
        ("Hoeveel dollar kost het?", RANGE, RANGE[:-1], "nl", "6 tot 8 dollar"),
        ("How many kilometres was the march?", MARCH, "6 miles, or 9.7 kilometres", "en", "9.7 kilometres"),
        ("How many hours did it take?", MARCH, MARCH[:-1], "en", "four hours"),
        ("Wat kost de tol?", TOLL, "9,40 pond, ongeveer 11,20", "nl", "9,40 pond, ongeveer 11,20"),
        ("Hoeveel roebel is de tol?", TOLL, "9,40 pond, ongeveer 11,20", "nl", "9,40 pond, ongeveer 11,20"),
        ("Hoeveel euro is de tol?", TOLL, "11,20 euro", "nl", "11,20 euro"),
        ("Hoeveel euro is de tol?", TOLL, "11,20", "nl", "11,20 euro"),
        ("How many people marched?", MARCH, "6 miles", "en", "6 miles"),
    ],
)
def test_the_unit_that_is_asked_for_tells_which_figure_answers(
    question: str, piece: str, words: str, language: str, expected: str
) -> None:
    assert narrowed(question, piece, place(piece, words), language).of(piece) == expected


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("Hoeveel dollar is de tol?", "9,40 pond", True),
        ("How many dollars is the toll?", "9,40 pond, ongeveer 11,20 euro", True),
        ("Hoeveel euro is de tol?", "9,40 pond, ongeveer 11,20 euro", False),
        ("Wat is de tol?", "9,40 pond", False),
        ("Hoeveel dollar is de tol?", "De tol op de brug", False),
    ],
)
def test_figures_of_another_unit_than_is_asked_for_are_told(
    question: str,
    words: str,
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert of_another(question, TOLL, place(TOLL, words), "nl") is expected


def test_a_price_in_two_currencies_is_answered_in_the_one_asked_for_and_another_is_doubted(
    desk: Desk,
) -> None:
    text = "De tol op de brug bij Oever stijgt naar 9,40 pond, ongeveer 11,20 euro."
    add(desk, [draft(text, "tol", "2025-06-02", title="Tol omhoog", language="nl")])
    euros = desk.answerer.ask("Hoeveel euro is de tol op de brug bij Oever?", Filters())
    dollars = desk.answerer.ask("Hoeveel dollar is de tol op de brug bij Oever?", Filters())

    assert [one.words for one in euros.answers] == ["11,20 euro"]
    assert dollars.confidence < SURE
