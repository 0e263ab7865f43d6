"""Satire and opinion are told from reports where the article says so, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.assembly import Desk
from corpus.article import Draft, Genre
from corpus.filters import Filters
from corpus.genre import genre
from tests.retrieval.newsroom import BEES, BRIDGE, add, draft

REPORT = Draft(
    "The council met on Monday.",
    "test",
    title="Council meets",
    outlet="The Echo",
    url="https://news.example/2025/council-meets",
)


def test_a_report_says_nothing_of_its_kind() -> None:
    assert genre(REPORT) is None
    assert genre(Draft("The council met on Monday.", "test")) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"title": "Opinion: the council sleeps"}, Genre.OPINION),
        ({"title": "Opinie | De raad slaapt"}, Genre.OPINION),
        ({"title": "Column – De raad slaapt"}, Genre.COLUMN),  # noqa: RUF001 - a typeset dash
        ({"title": "Satire: council moves to the moon"}, Genre.SATIRE),
        ({"title": "Council moves to the moon (satire)"}, Genre.SATIRE),
        ({"outlet": "The Satirical Echo"}, Genre.SATIRE),
        ({"url": "https://news.example/opinion/council"}, Genre.OPINION),
        ({"url": "https://news.example/nl/opinie/raad?x=1"}, Genre.OPINION),
        ({"url": "https://news.example/satire/moon"}, Genre.SATIRE),
        ({"text": "OPINION\n\nThe council sleeps."}, Genre.OPINION),
        ({"text": "\n*Satire*\nThe council moves."}, Genre.SATIRE),
        ({"text": "Commentaar: de raad slaapt."}, Genre.OPINION),
        ({"text": "Ingezonden brief\nDe raad slaapt."}, Genre.OPINION),
    ],
)
def test_headline_first_line_outlet_and_address_say_what_it_is(said: dict[str, str], expected: Genre) -> None:
    assert genre(replace(REPORT, **said)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Opinion polls differ on the council"},
        {"title": "Public opinion turns against the council"},
        {"title": "Columns of the temple fall"},
        {"text": "Comment on the plan is welcome until May."},
        {"text": "The council met.\nOpinion: it sleeps."},
        {"url": "https://news.example/2025/opinion-polls-differ"},
        {"outlet": "Opinion Street Journal"},
        {"title": "Essays of pupils win a prize"},
    ],
)
def test_a_report_about_opinions_is_a_report(said: dict[str, str]) -> None:
    assert genre(replace(REPORT, **said)) is None  # type: ignore[arg-type]


def test_the_citation_of_an_opinion_says_that_it_is_one(desk: Desk) -> None:
    add(
        desk,
        [
            draft(BRIDGE, "opinion/bridge", "2024-02", title="Opinion: this bridge is too long"),
            draft(BEES, "bees", "2023"),
        ],
    )
    answer = desk.answerer.ask("How long is the new bridge over the Drost?", Filters())
    assert {one.genre for one in answer.citations} == {Genre.OPINION}
