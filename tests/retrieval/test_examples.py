"""Questions to begin with: made from headlines, kept where that very article answers, anew after a change."""

from __future__ import annotations

from bot.assembly import Desk
from corpus.filters import Filters
from retrieval.answering.sample_questions import Examples
from tests.storage.newsroom import add_one, article

FERRY = article(
    "The ferry to Osmund Island sails six times a day from May, the harbour board decided.",
    title="Osmund Island ferry sails six times a day",
    language="en",
)
TRAM = article(
    "De tram naar Wierdum rijdt vanaf mei acht keer per dag, besloot het vervoerbedrijf.",
    title="Tram naar Wierdum rijdt acht keer per dag",
)
ABOUT_NOTHING = article(
    "Click here to accept cookies and continue to our partners.",
    title="Mayor Brackenridge resigns over the harbour",
    language="en",
)
LONG = article(
    "In het dal bij Overloop zijn 41 bijenkasten geteld, zeggen de imkers.",
    title="Imkers tellen 41 bijenkasten in het dal bij Overloop, en dat zijn er vier meer dan vorig jaar",
)


def test_only_what_its_own_article_answers_is_asked_in_the_readers_language_first(desk: Desk) -> None:
    examples = Examples(desk.catalogue, desk.answerer)
    for draft in (TRAM, FERRY, ABOUT_NOTHING):
        add_one(desk, draft)

    assert examples.made(Filters(), "en", 3) == (
        "What is the news about “Osmund Island ferry sails six times a day”?",
        "What is the news about “Tram naar Wierdum rijdt acht keer per dag”?",
    )
    assert examples.made(Filters(), "nl", 1) == (
        "Wat is het nieuws over “Tram naar Wierdum rijdt acht keer per dag”?",
    )


def test_examples_are_made_anew_when_an_article_comes_and_a_long_headline_is_cut(desk: Desk) -> None:
    examples = Examples(desk.catalogue, desk.answerer)
    assert examples.made(Filters(), "nl", 3) == ()

    add_one(desk, LONG)

    assert examples.made(Filters(), "nl", 3) == (
        "Wat is het nieuws over “Imkers tellen 41 bijenkasten in het dal bij Overloop”?",
    )
