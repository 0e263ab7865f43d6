"""A name in short is found where the text has it in full, and the other way round; the answer says so."""

from __future__ import annotations

import pytest

from bot.assembly import Desk
from bot.telling.read_as import told
from corpus.filters import Filters
from retrieval.search.results import Answer
from tests.retrieval.newsroom import add, draft

SAFETY = "Nationaal Instituut voor Verkeersveiligheid"
GIVEN = f"Het {SAFETY} (NIV) pleit voor lagere snelheden. De directeur noemt de toestand ernstig."
IN_FULL = f"Het {SAFETY} heeft een begroting van 14 miljoen euro. Er werken 120 mensen."
IN_SHORT = "De WHL heeft 42 leden en zetelt in Port Amsel. De WHL kreeg dit jaar 9 miljoen euro."
UNSAID = "De Raad voor Openbare Veiligheid stuurde 31 inspecteurs naar de haven van Kromwijk."
TRANSIT = "The Port Amsel Transit Authority (PATA) runs 88 trams."
FARES = "PATA raised the fare to 3.20 crowns in May. Students pay half."


@pytest.fixture
def newsroom(desk: Desk) -> Desk:
    add(
        desk,
        [
            draft(GIVEN, "given", "2025-05-01", title="Rust", outlet="De Waterbode", language="nl"),
            draft(IN_FULL, "full", "2025-05-02", title="Begroting", language="nl"),
            draft(IN_SHORT, "short", "2025-05-03", title="Oogst", language="nl"),
            draft(UNSAID, "unsaid", "2025-05-04", title="Inspectie", language="nl"),
            draft(TRANSIT, "transit", "2025-05-05", title="Trams", outlet="The Harbour Ledger"),
            draft(FARES, "fares", "2025-05-06", title="Fares"),
        ],
    )
    return desk


def asked(desk: Desk, question: str) -> Answer:
    return desk.answerer.ask(question, Filters())


@pytest.mark.parametrize(
    ("question", "words", "reading"),
    [
        ("Hoe groot is de begroting van het NIV?", "14 miljoen", ("NIV", SAFETY)),
        ("Hoeveel mensen werken er bij het niv?", "120", ("niv", SAFETY)),
        ("Hoeveel mensen werken er bij het N.I.V.?", "120", ("N.I.V.", SAFETY)),
        ("Hoe groot is de NIV-begroting?", "14 miljoen", ("NIV", SAFETY)),
        ("How large is the budget of the NIV?", "14 miljoen", ("NIV", SAFETY)),
        ("Hoeveel inspecteurs stuurde de ROV?", "31", ("ROV", "Raad voor Openbare Veiligheid")),
        ("Hoeveel leden heeft de World Harvest League?", "42", ("World Harvest League", "WHL")),
        ("How many members does the World Harvest League have?", "42", ("World Harvest League", "WHL")),
        (
            "How much is the fare of the Port Amsel Transit Authority?",
            "3.20",
            ("Port Amsel Transit Authority", "PATA"),
        ),
    ],
)
def test_a_name_is_found_in_its_other_form(
    newsroom: Desk, question: str, words: str, reading: tuple[str, str]
) -> None:
    answer = asked(newsroom, question)
    assert words in answer.text
    assert [(one.written, one.read_as) for one in answer.readings] == [reading]


def test_the_answer_names_the_outlet_that_writes_it_so(newsroom: Desk) -> None:
    stated = asked(newsroom, "Hoe groot is de begroting van het NIV?").readings
    assert (
        told(stated, "nl")
        == f"\u201cNIV\u201d is gelezen als \u201c{SAFETY}\u201d, zoals De Waterbode het schrijft."
    )
    assert (
        told(stated, "en") == f"\u201cNIV\u201d is read as \u201c{SAFETY}\u201d, as De Waterbode writes it."
    )
    by_initials = asked(newsroom, "Hoeveel inspecteurs stuurde de ROV?").readings
    assert told(by_initials, "en").endswith("by its initials.")
    assert told(by_initials, "nl").endswith("naar de beginletters.")


def test_where_the_text_has_the_name_as_asked_nothing_is_said(newsroom: Desk) -> None:
    for question in ("Waar pleit het NIV voor?", "How many trams does the PATA run?"):
        answer = asked(newsroom, question)
        assert not answer.abstained
        assert answer.readings == ()


def test_of_two_meanings_both_are_tried_and_told(newsroom: Desk) -> None:
    birds = "Het Noordelijk Instituut voor Vogels (NIV) telde ganzen."
    counted = "Het Noordelijk Instituut voor Vogels telde 8.000 ganzen in de polder."
    add(
        newsroom,
        [
            draft(birds, "birds", outlet="Het Vogelblad", language="nl"),
            draft(counted, "geese", language="nl"),
        ],
    )
    assert "8.000" in asked(newsroom, "Hoeveel ganzen telde het NIV in de polder?").text
    assert "14 miljoen" in asked(newsroom, "Hoe groot is de begroting van het NIV?").text
    abstained = asked(newsroom, "Hoeveel vrachtwagens bezit het NIV?")
    assert abstained.abstained
    assert {one.read_as for one in abstained.readings} == {SAFETY, "Noordelijk Instituut voor Vogels"}
    assert " of " in told(abstained.readings, "nl")


@pytest.mark.parametrize(
    "question", ["WHO is de directeur?", "Who is the director?", "Tell us about it", "Wat besliste de VAR?"]
)
def test_an_ordinary_word_or_an_unknown_acronym_is_not_expanded(newsroom: Desk, question: str) -> None:
    add(newsroom, [draft("The World Honey Order (WHO) met. The Union of Sailors (US) too.", "who")])
    add(newsroom, [draft("Voorzitter Aaltje Roskam sprak.", "var", language="nl")])
    assert asked(newsroom, question).readings == ()


def test_initials_give_way_to_what_an_article_states(newsroom: Desk) -> None:
    other = "De Noordse Inzet voor Vrede bezit 7 schepen."
    add(newsroom, [draft(other, "other", language="nl")])
    answer = asked(newsroom, "Hoeveel schepen bezit het NIV?")
    assert "Noordse Inzet voor Vrede" not in {one.read_as for one in answer.readings}


def test_a_guild_is_told_nothing_by_another_guilds_articles(desk: Desk) -> None:
    add(desk, [draft(IN_FULL, "full", language="nl")])
    add(desk, [draft(GIVEN, "given", language="nl", outlet="De Waterbode")], guild="1")
    outside = asked(desk, "Hoe groot is de begroting van het NIV?")
    assert [one.outlet for one in outside.readings] == [None]
    inside = desk.answerer.ask("Hoe groot is de begroting van het NIV?", Filters(guild="1"))
    assert [one.outlet for one in inside.readings] == ["De Waterbode"]
