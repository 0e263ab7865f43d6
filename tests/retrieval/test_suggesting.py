"""Where a question has no answer as it is written, the word that was meant is found if that has one."""

from __future__ import annotations

import pytest

from bot.assembly import Desk
from corpus.filters import Filters
from retrieval.question.names.outlet_readings import outlet
from tests.retrieval.newsroom import add, draft

TOLL = (
    "Drivers of heavy lorries pay a weighing toll of 14 euros at the Brannock bridge. "
    "The weighing toll was brought in by the county last spring."
)
CHOIR = "The wedding choir of Saltreach sang on the beach. Forty wedding guests waded home through the tide."
WOLVES = "In het Elzerbos leven 23 wolven, telde boswachter Ank Ruiter. Vorig jaar waren het er 19."


@pytest.fixture
def newsroom(desk: Desk) -> Desk:
    add(
        desk,
        [
            draft(TOLL, "toll", "2026-04-04", title="Toll at the bridge", outlet="The Brannock Courier"),
            draft(CHOIR, "choir", "2026-04-05", title="A choir at sea", outlet="Saltreach News"),
            draft(WOLVES, "wolven", "2026-05-01", title="Wolven", outlet="Elzer Dagblad", language="nl"),
        ],
    )
    return desk


def suggested(desk: Desk, question: str) -> tuple[str, str] | None:
    answer = desk.answerer.consider(question, Filters()).answer
    assert answer.abstained, answer.text
    found = desk.suggester.suggest(answer, question, Filters())
    return (found.written, found.read_as) if found else None


def test_a_real_word_is_taken_for_the_one_that_stands_beside_the_others(newsroom: Desk) -> None:
    assert suggested(newsroom, "what do lorries pray at the Brannock bridge?") == ("pray", "pay")
    assert suggested(newsroom, "how high is the tall at the Brannock bridge?") == ("tall", "toll")


def test_nothing_is_suggested_that_would_not_be_answered_either(newsroom: Desk) -> None:
    assert suggested(newsroom, "who conducts the chair of Saltreach?") is None


def test_an_ordinary_word_with_two_letters_swapped_is_read_whatever_language_the_article_is_in(
    newsroom: Desk,
) -> None:
    answer = newsroom.answerer.ask("how many wovles live in the Elzerbos?", Filters())

    assert [(one.written, one.read_as) for one in answer.readings] == [("wovles", "wolves")]
    assert answer.answers[0].words == "23"


def test_an_outlet_is_known_by_a_word_of_its_name_and_its_misspelling_is_read(newsroom: Desk) -> None:
    named = newsroom.answerer.ask("what did the Courier write about the moon landing?", Filters())
    misspelt = newsroom.answerer.ask("how high is the toll, says the Brannock Coureir?", Filters())

    assert "mentions Courier" not in named.text
    assert ("Coureir", "Courier") in [(one.written, one.read_as) for one in misspelt.readings]


def test_an_outlet_is_found_whatever_its_case_accents_and_blanks_and_others_have_their_nearest(
    newsroom: Desk,
) -> None:
    with newsroom.catalogue.reading() as connection:
        same = outlet(connection, "  the  BRANNOCK courier ", None)
        near = outlet(connection, "Elzer Dagbald", None)
        left_out = outlet(connection, "Elzer Dagblad", None, frozenset({"elzer dagblad"}))
        none = outlet(connection, "Qwx", None)

    assert same.name == "The Brannock Courier"
    assert (near.name, near.nearest[0]) == (None, "Elzer Dagblad")
    assert "Elzer Dagblad" not in left_out.nearest
    assert (none.name, none.nearest) == (None, ())
