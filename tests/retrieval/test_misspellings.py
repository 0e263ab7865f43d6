"""Words that no article has are read as those that the articles have, and the answer says so."""

from __future__ import annotations

import pytest

from bot.assembly import Desk
from bot.telling.read_as import told
from corpus.filters import Filters
from retrieval.answering.explaining import recall_any
from retrieval.language.spelling import slips
from retrieval.search.results import Answer
from tests.retrieval.newsroom import add, draft

CRECHE = (
    "De crèche Het Egeltje in Sint-Aldegondsluis gaat dicht wegens een tekort aan personeel. "
    "De 46 kinderen krijgen een plaats in Dorenwaard. Directrice Zoë Hämmer noemt het een ramp."
)
COMET = "The Ravensbury telescope has found a comet that passes Earth in 2031. It is named after a cat."
STORM = "Storm Bregje heeft verzekeraars 40 miljoen euro gekost. In Noorderhaven waaiden 300 daken weg."
DIKE = "De dijkversterking bij Hamerdijk kost 7 miljoen euro. De dijkgraaf noemt het nodig."


@pytest.fixture
def newsroom(desk: Desk) -> Desk:
    add(
        desk,
        [
            draft(CRECHE, "creche", "2025-04-04", title="Crèche dicht", language="nl"),
            draft(COMET, "comet", "2025-04-05", title="Telescope finds comet"),
            draft(STORM, "storm", "2025-01-12", title="Storm Bregje kost miljoenen", language="nl"),
            draft(DIKE, "dike", "2025-03-01", title="Dijk wordt sterker", language="nl"),
        ],
    )
    return desk


def asked(desk: Desk, question: str) -> Answer:
    return desk.answerer.ask(question, Filters())


def read(answer: Answer) -> dict[str, str]:
    return {one.written: one.read_as for one in answer.readings}


@pytest.mark.parametrize(
    ("question", "words", "readings"),
    [
        (
            "warom gaat het egetlje dicht",
            "tekort aan personeel",
            {"warom": "waarom", "egetlje": "Egeltje"},
        ),
        ("hoevel kinderen gaan naar dorenward", "46", {"hoevel": "hoeveel"}),
        (
            "wich telesocpe found a comit",
            "Ravensbury",
            {"wich": "which", "telesocpe": "telescope", "comit": "comet"},
        ),
        ("Hoeveel daken waaiden weg in Noorderhavn?", "300", {"Noorderhavn": "Noorderhaven"}),
        ("Hoeveel kostte storm Brejge verzekeraars?", "40 miljoen", {"Brejge": "Bregje"}),
        ("Hoeveel kost de dijkversterkign bij Hamerdik?", "7 miljoen", {"Hamerdik": "Hamerdijk"}),
    ],
)
def test_two_or_three_wrong_words_in_four_are_borne(
    newsroom: Desk, question: str, words: str, readings: dict[str, str]
) -> None:
    answer = asked(newsroom, question)
    assert words in answer.text
    assert read(answer).items() >= readings.items()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Waarom gaat de creche in Sint Aldegondsluis dicht?", "tekort aan personeel"),
        ("Waarom gaat de creche in St. Aldegondsluis dicht?", "tekort aan personeel"),
        ("WAAROM GAAT DE CRECHE DICHT???", "tekort aan personeel"),
        ("Wat kost de dijk versterking bij Hamerdijk?", "7 miljoen"),
        ("Wat kosten de dijkversterkingen bij Hamerdijk?", "7 miljoen"),
        ("Waarom gaan crèches dicht?", "tekort aan personeel"),
        ("Waarom gaat de creche in Sintaldegondsluis dicht?", "tekort aan personeel"),
    ],
)
def test_accents_hyphens_plurals_and_split_compounds_need_no_reading(
    newsroom: Desk, question: str, words: str
) -> None:
    assert words in asked(newsroom, question).text


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel kostte storm Boudewijn verzekeraars?",
        "Hoeveel kostte storm Berta verzekeraars?",
        "Hoeveel kostte storm Brechtje verzekeraars?",
        "Hoeveel daken waaiden er weg in Zuiderhaven?",
        "hoeveel daken waaiden er weg in zuiderhaven?",
        "Hoeveel kost de dijkversterking bij Kamerdijk?",
    ],
)
def test_another_name_is_not_read_as_one_that_is_known(newsroom: Desk, question: str) -> None:
    answer = asked(newsroom, question)
    assert answer.abstained
    assert answer.readings == ()


def test_a_word_that_an_article_has_is_never_read_as_another(newsroom: Desk) -> None:
    add(newsroom, [draft("Storm Bregja trok over Oudeveen.", "bregja", "2025-02-02", language="nl")])
    assert asked(newsroom, "Waar trok storm Bregja over?").readings == ()


def test_an_ordinary_word_that_no_article_has_is_none_either(newsroom: Desk) -> None:
    add(newsroom, [draft("De markt van Oudeveen verhuist naar de haven.", "market", language="nl")])
    assert asked(newsroom, "Wie merkt dat Oudeveen verhuist?").readings == ()
    assert read(asked(newsroom, "Waarheen verhuist de makrt van Oudeveen?")) == {"makrt": "markt"}


def test_what_another_guild_has_is_no_reading_here(newsroom: Desk) -> None:
    add(newsroom, [draft("De Kwartelbrug is dicht.", "secret", "2025-02-02", language="nl")], guild="1")
    assert asked(newsroom, "Waarom is de Kwartelbrgu dicht?").readings == ()
    here = newsroom.answerer.ask("Waarom is de Kwartelbrgu dicht?", Filters(guild="1"))
    assert read(here) == {"Kwartelbrgu": "Kwartelbrug"}


def test_what_was_read_is_remembered_with_the_answer(newsroom: Desk) -> None:
    answer = asked(newsroom, "Hoeveel kostte storm Brejge verzekeraars?")
    explained = recall_any(newsroom.catalogue, answer.id)
    assert explained.answer.readings == answer.readings
    assert explained.standalone == "Hoeveel kostte storm Bregje verzekeraars?"


def test_it_is_told_in_the_language_of_whoever_asks(newsroom: Desk) -> None:
    readings = asked(newsroom, "Hoeveel kostte storm Brejge verzekeraars?").readings
    assert told(readings, "nl") == "\u201cBrejge\u201d is gelezen als \u201cBregje\u201d."
    assert told(readings, "en") == "\u201cBrejge\u201d is read as \u201cBregje\u201d."
    assert told((), "en") == ""


@pytest.mark.parametrize(
    ("written", "meant", "name", "count"),
    [
        ("koekoeksnets", "koekoeksnest", True, 1),
        ("comit", "comet", False, 1),
        ("hoevel", "hoeveel", False, 1),
        ("amsle", "amsel", True, 1),
        ("marten", "maarten", True, 1),
        ("uiteidnelik", "uiteindelijk", False, 2),
        ("berta", "berto", True, None),
        ("karin", "karen", True, None),
        ("ada", "ida", True, None),
        ("bert", "berta", True, None),
        ("westerhaven", "oosterhaven", True, None),
        ("kromdijk", "kromwijk", True, None),
        ("daken", "dalen", False, None),
        ("politie", "police", False, None),
    ],
)
def test_a_slip_of_the_pen_is_told_from_another_word(
    written: str, meant: str, count: int | None, *, name: bool
) -> None:
    assert slips(written, meant, name=name) == count
