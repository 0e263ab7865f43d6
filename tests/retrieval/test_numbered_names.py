"""A line, road, flight, article or model number binds: what is about another number does not answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assembly import Desk
from corpus.article import Span
from corpus.filters import Filters
from retrieval.models.embedding import Embedder
from retrieval.models.reader import Reader
from retrieval.question.asked_names import missing, names
from retrieval.question.names.numbered import numbered
from retrieval.search.binding import about_another, holding_first
from retrieval.search.results import Answer
from tests.conftest import NewStores
from tests.retrieval.newsroom import add, draft
from tests.stores import desk_in

FRAMES = 270


@pytest.fixture(scope="module")
def framed(
    embedder: Embedder, reader: Reader, new_stores: NewStores, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """Hundreds of articles of one frame, about a road, a village and a bus line of every number."""
    desk = desk_in(tmp_path_factory.mktemp("framed"), new_stores())
    desk.embedder, desk.reader = embedder, reader
    add(
        desk,
        [
            draft(
                f"Over de N{n} bij Veldwijk{n} rijden dagelijks {20_000 + n} auto's. "
                f"Buslijn {n} vervoert {60_000 + n} mensen.",
                f"n{n}",
                "2025-05-05",
                title="Drukte gemeten",
                outlet="De Waterbode",
                language="nl",
            )
            for n in range(1, FRAMES + 1)
        ],
    )
    yield desk
    desk.close()


def asked(desk: Desk, question: str) -> Answer:
    return desk.answerer.consider(question, Filters()).answer


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Hoeveel auto's rijden er over de N{}?", 20_000),
        ("Hoeveel auto's rijden er over de n{}?", 20_000),
        ("Hoeveel auto's rijden er over de N {}?", 20_000),
        ("How many cars use the N{} every day?", 20_000),
        ("Hoeveel auto's rijden er bij Veldwijk{}?", 20_000),
        ("Hoeveel mensen vervoert buslijn {}?", 60_000),
    ],
)
def test_among_hundreds_of_one_frame_the_asked_number_answers_and_no_other(
    framed: Desk, question: str, number: int
) -> None:
    for n in (2, 12, 209, 262):
        answer = asked(framed, question.format(n))
        assert [one.citation.article.draft.url for one in answer.answers] == [f"https://news.example/n{n}"]
        assert str(number + n) in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel auto's rijden er over de N{}?",
        "hoeveel auto's rijden er over de n-{}?",
        "How many cars use the N{} every day?",
        "Hoeveel auto's rijden er bij Veldwijk{}?",
        "Hoeveel mensen vervoert buslijn {}?",
    ],
)
def test_where_no_article_has_the_number_nothing_is_quoted_in_its_place(framed: Desk, question: str) -> None:
    for n in (777, 2090):
        answer = asked(framed, question.format(n))
        assert answer.abstained
        assert answer.citations == ()
        assert any(str(n) in name for name in answer.unknown)


def test_the_same_sentence_about_another_number_is_no_further_source(desk: Desk) -> None:
    free = (
        "Op de {road} kantelde een vrachtwagen. De weg was om elf uur weer vrij, meldt de verkeerscentrale."
    )
    add(
        desk,
        [
            draft(free.format(road=road), road, "2025-05-05", title=f"Ongeluk op de {road}", language="nl")
            for road in ("A2", "A27")
        ],
    )
    answer = asked(desk, "Hoe laat was de A2 weer vrij?")
    assert {one.article.draft.url for one in answer.citations} == {"https://news.example/A2"}


def test_articles_with_the_number_come_first_whatever_else_fits(framed: Desk) -> None:
    question = "Hoeveel auto's rijden er over de N262?"
    backwards = framed.search.find(question, 20, Filters()).hits[::-1]
    assert holding_first(question, backwards)[0].article.draft.url == "https://news.example/n262"


def test_an_article_with_the_number_is_found_first_though_others_fit_better(desk: Desk) -> None:
    fits = "Over de {road} rijden elke dag 12.000 auto's. Zoveel auto's rijden er elke dag over de {road}."
    others = [draft(fits.format(road=f"N{n}"), f"n{n}", language="nl") for n in range(30, 36)]
    add(desk, [*others, draft("De kippen van de boer aan de N262 leggen weer.", "n262", language="nl")])
    (first,) = desk.search.find("Hoeveel auto's rijden er elke dag over de N262?", 1, Filters()).hits
    assert first.article.draft.url == "https://news.example/n262"


@pytest.mark.parametrize(
    ("piece", "other"),
    [
        ("Op de A2 staat niets.", False),
        ("Op de A27 staat een file.", True),
        ("Die is 9 kilometer lang.", True),
        ("De A27 is drukker dan de A2.", False),
        ("Daar kantelde een vrachtwagen.", True),
    ],
)
def test_a_sentence_is_about_the_number_that_was_named_last(desk: Desk, piece: str, *, other: bool) -> None:
    text = (
        "Daar kantelde een vrachtwagen. Op de A2 staat niets. Op de A27 staat een file. "
        "Die is 9 kilometer lang. De A27 is drukker dan de A2."
    )
    (article,) = add(desk, [draft(text, "roads", title="Ongeluk op de A27", language="nl")])
    at = text.index(piece)
    assert about_another("Hoe druk is de A2?", article, Span(at, at + len(piece))) is other


def test_of_a_round_up_only_what_is_about_the_number_answers(desk: Desk) -> None:
    text = (
        "Op de A2 bij Lindeveen stond een file van 4 kilometer. Daar kantelde een vrachtwagen met uien. "
        "Op de A27 bij Berkelschoten stond een file van 9 kilometer. Daar botsten drie auto's."
    )
    add(desk, [draft(text, "files", "2025-05-05", title="Drukke ochtend", language="nl")])
    for road, own, other in (("A2", "4 kilometer", "9 kilometer"), ("A27", "9 kilometer", "4 kilometer")):
        assert own in asked(desk, f"Wat gebeurde er op de {road}?").text
        for question in (
            "Wat gebeurde er op de {}?",
            "Hoe lang was de file op de {}?",
            "Who crashed on the {}?",
        ):
            assert other not in asked(desk, question.format(road)).text
    assert asked(desk, "Hoe lang was de file op de A7?").abstained


def test_a_doubtful_sentence_without_the_number_is_not_looked_at_closer(desk: Desk) -> None:
    text = (
        "Op de A2 bij Lindeveen is maandagochtend een vrachtwagen gekanteld. "
        "De file groeide tot 14 kilometer. De weg was om elf uur weer vrij, meldt de verkeerscentrale."
    )
    add(
        desk,
        [draft(text, "a2", "2025-05-05", title="Ongeluk op de A2", outlet="De Waterbode", language="nl")],
    )
    assert "elf uur" not in asked(desk, "How long was the traffic jam on the A2?").text


def test_a_flight_is_found_however_its_number_is_spaced(desk: Desk) -> None:
    late = ((1234, 40), (1243, 55))
    add(
        desk,
        [
            draft(f"Flight VQ{n} from Saltmarsh was {m} minutes late.", f"vq{n}", title=f"Flight VQ{n} late")
            for n, m in late
        ],
    )
    for written in ("VQ1243", "VQ 1243", "vq-1243"):
        answer = asked(desk, f"How late was flight {written}?")
        assert "55 minutes" in answer.text
        assert "40 minutes" not in answer.text


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Hoe lang is de file op de A12?", ["A12"]),
        ("hoe lang is de file op de a-12?", ["a-12"]),
        ("Hoe lang is de file op de A 12?", ["A 12"]),
        ("How late was flight VQ1234?", ["VQ1234"]),
        ("What does article 12 of the act say?", ["article 12"]),
        ("What does the Fonio 15 cost?", ["Fonio 15"]),
        ("Is the A320neo quieter?", ["A320neo"]),
        ("Wat gebeurde er op 12 mei 2024?", []),
        ("What happened in May 12 years ago?", []),
        ("Hoeveel kostte het Eurofeest 2022?", []),
        ("Was er na covid-19 minder verkeer?", ["covid-19"]),
        ("Hoe ging het mid-2023?", []),
    ],
)
def test_a_number_binds_where_it_tells_apart_and_not_where_it_counts_or_dates(
    question: str, found: list[str]
) -> None:
    assert [one.written for one in numbered(question)] == found


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("hoe lang is de a12 dicht?", "De A120 is dicht.", ["a12"]),
        ("Hoe lang is de A 12 dicht?", "De A12 is dicht.", []),
        ("Hoe lang is de A12 dicht?", "De A-12 is dicht.", []),
        ("How full is line 9?", "Line 93 is full, say 9 people.", ["line 9"]),
        ("How full is line 9?", "Lines 9 and 12 are full.", []),
        ("How full is line 9?", "Lijn 9 is vol.", []),
        ("What does the Fonio 15 cost?", "The Fonio 14 costs 15 crowns.", ["Fonio 15"]),
        ("Was covid-19 the cause?", "Covid was the cause, 19 doctors say.", []),
    ],
)
def test_a_name_with_a_number_stands_only_where_both_do(question: str, text: str, lacking: list[str]) -> None:
    assert [name for name in missing(question, text) if any(map(str.isdecimal, name))] == lacking


def test_the_number_is_named_with_its_word() -> None:
    assert names("How many people does line 9 carry?") == ["line 9"]
