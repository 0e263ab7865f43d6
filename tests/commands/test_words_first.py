"""What the terminal and programs get first: the words that answer, by whom and when, and what to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from bot.documents import answers, timelines
from bot.terminal.console import output
from bot.terminal.found import print_answer
from bot.terminal.timeline import print_timeline
from corpus.article import Genre
from corpus.dates import PartialDate
from retrieval.answering.confidence import SURE
from retrieval.figures.figure import Figure, Kind
from retrieval.search.results import Answer
from retrieval.timeline.points import Point, Timeline
from tests.commands.test_using import ESCAPE
from tests.discord.answers import abstention, answer, answered, article, citation, quoted, replying

Told = pytest.CaptureFixture[str]
FERRY = "A ticket for the ferry costs 1,058 euros."
VEER = "Een kaartje voor de veerboot kost 46 euro."
TABLE = "| Station | Trains |\n|---|---|\n| Almelo |\t9 |"


@pytest.fixture(params=["pipe", "terminal"])
def printed_on(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Print into a pipe, and then on a terminal of 80 columns."""
    if request.param == "terminal":
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", "80")
    output.cache_clear()
    yield str(request.param)
    output.cache_clear()


def fares() -> Answer:
    new = article(FERRY, number="new", outlet="The Ledger", published="2025", language="en")
    old = article(VEER, number="old", outlet="De Bode", published="2023-03", language="nl")
    said = replying(citation(1, new), "1,058 euros"), replying(citation(2, old), "46 euro", sure=0.7)
    return answered(*said, language="nl")


def test_the_words_come_first_then_their_sentence_then_the_sources(printed_on: str, capsys: Told) -> None:
    print_answer(fares())

    told = capsys.readouterr().out
    lines = [line.rstrip() for line in ESCAPE.sub("", told).splitlines()]
    assert lines[:6] == [
        "1,058 euros (€ 1.058) · The Ledger, 2025 [1]",
        "    “A ticket for the ferry costs 1,058 euros.”",
        "",
        "Earlier: 46 euro · De Bode, 2023-03 [2]",
        "    “Een kaartje voor de veerboot kost 46 euro.”",
        "",
    ]
    assert lines[6].startswith("[1] The Ledger, 2025: ")
    assert lines[lines.index("The articles give different values, newest first:") + 1].startswith(
        "  € 1.058: "
    )
    assert ("\x1b[1m1,058 euros\x1b[0m" in told) is (printed_on == "terminal")


def test_context_stands_above_and_what_to_know_before_the_words(printed_on: str, capsys: Told) -> None:
    row = quoted(1, article(TABLE), "| Almelo |\t9 |", "| Station | Trains |", genre=Genre.SATIRE)
    reply = quoted(
        2, article("Komt er een zaak?\nNee.", number="b"), "Nee.", "Komt er een zaak?", refuted=True
    )
    print_answer(answered(replying(row, "9"), replying(reply, "Nee", passed=True), values=()))

    lines = [line.rstrip() for line in ESCAPE.sub("", capsys.readouterr().out).splitlines()]
    assert lines[:2] == ["Satire: 9 · The Sample, 2023-09-14 [1]", "    | Station | Trains |"]
    # In a pipe the row is exactly as it stands in the article.
    assert lines[2].replace("\t", " ").split() == ["“|", "Almelo", "|", "9", "|”"]
    assert ("\t" in lines[2]) is (printed_on == "pipe")
    assert lines[4:6] == [
        "    Komt er een zaak?",
        "Untrue, the article says, now past: “Nee.” · The Sample, 2023-09-14 [2]",
    ]


def test_nothing_is_wider_than_80_columns_but_links(printed_on: str, capsys: Told) -> None:
    long = article("The bridge over the wide river is closed because of the storm. " * 4, outlet="O" * 70)
    whole = long.draft.text.strip()
    said = (
        replying(quoted(1, long, whole), "closed because of the storm"),
        replying(quoted(2, long, whole), whole),
    )
    print_answer(answered(*said, values=()))

    lines = ESCAPE.sub("", capsys.readouterr().out).splitlines()
    wide = [line for line in lines if cell_len(line.rstrip()) > 80 and "https://" not in line]
    assert bool(wide) is (printed_on == "pipe")


def test_copies_share_one_quotation_and_all_their_numbers(capsys: Told) -> None:
    first, copy = (citation(number, article(FERRY, number=str(number))) for number in (1, 2))
    print_answer(answered(replying(first, "1,058 euros"), copies=(copy,)))

    told = capsys.readouterr().out
    assert told.startswith("1,058 euros · The Sample, 2023-09-14 [1][2]\n")
    assert told.count("“") == 1


def test_the_words_of_a_model_come_after_what_to_know_and_before_the_quotations(capsys: Told) -> None:
    moon = quoted(1, article("The moon is sold."), "The moon is sold.", genre=Genre.OPINION)
    worded = replace(answered(replying(moon, "sold")), text="It is sold. [1]")
    print_answer(worded)
    first = capsys.readouterr().out
    print_answer(worded, told=True)

    assert first.startswith("Mind: [1] opinion.\nIt is sold. [1]\n\nOpinion: sold · The Sample")
    assert "It is sold" not in capsys.readouterr().out
    print_answer(replace(fares(), text="It rose. [1][2]"))
    # Which words were so earlier the model has said itself.
    assert capsys.readouterr().out.startswith("It rose. [1][2]\n\n1,058 euros")


@pytest.mark.parametrize(
    ("sure", "said"),
    [(SURE - 0.01, "I am not sure that this answers the question (74%)."), (SURE, None)],
)
def test_an_answer_that_may_be_none_says_that_it_is_not_sure(
    capsys: Told, sure: float, said: str | None
) -> None:
    print_answer(replace(fares(), confidence=sure))

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("I am not sure")] == ([said] if said else [])


def test_an_answer_of_before_is_shown_as_it_was(capsys: Told) -> None:
    old = article(VEER, outlet="De Bode", published="2023-03", language="nl")
    print_answer(replace(answer(citation(1, old)), language="en"))

    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        f"“{VEER}” [1]",
        "",
        "[1] De Bode, 2023-03: Bonus raised",
    ]


def test_programs_get_the_words_with_their_place_figures_and_confidence() -> None:
    document = answers.answer(fares())
    row = quoted(
        1, article(TABLE), "| Almelo |\t9 |", "| Station | Trains |", genre=Genre.SATIRE, refuted=True
    )
    (cited,) = answers.answer(answered(replying(row, "9")))["citations"]

    assert document["answers"] == [
        {
            "answer": "1,058 euros",
            "start": 29,
            "end": 40,
            "citation": 1,
            "confidence": 0.9,
            "figures": ["€ 1.058"],
            "passed": False,
        },
        {
            "answer": "46 euro",
            "start": 34,
            "end": 41,
            "citation": 2,
            "confidence": 0.7,
            "figures": [],
            "passed": False,
        },
    ]
    assert (document["unknown"], document["unread"]) == ([], None)
    assert cited["context"] == {"start": 0, "end": 20, "text": "| Station | Trains |"}
    assert (cited["genre"], cited["refuted"]) == ("satire", True)
    assert {one["context"] for one in document["citations"]} == {None}


def test_only_the_figures_of_the_words_stand_beside_them() -> None:
    text = "A ticket costs 1,058 euros, and a dog costs 2,046 euros."
    cited = citation(1, article(text, language="en"))

    document = answers.answer(answered(replying(cited, "1,058 euros"), language="nl"))

    assert document["answers"][0]["figures"] == ["€ 1.058"]
    assert document["citations"][0]["figures"] == ["€ 1.058", "€ 2.046"]


def test_programs_are_told_why_nothing_answers() -> None:
    document = answers.answer(abstention(unknown=("Pippin",), unread="de"))

    assert (document["answers"], document["unknown"], document["unread"]) == ([], ["Pippin"], "de")


def timeline(words: str, figure: Figure | None) -> Timeline:
    said = citation(1, article(f"The mayor was {words}."))
    point = Point(PartialDate(2020), (replace(said, genre=Genre.SATIRE),), figure, words=words)
    return Timeline("Who was mayor?", "en", (point,))


def test_a_timeline_of_words_shows_them(printed_on: str, capsys: Told) -> None:
    print_timeline(timeline("Ans Vonk", None))
    print_timeline(timeline("the first of many mayors of Waardermonde and of Kempenoord too", None))

    lines = ESCAPE.sub("", capsys.readouterr().out).splitlines()
    assert "Satire: Ans Vonk" in lines[1]
    assert all(cell_len(line.rstrip()) <= 80 or "https://" in line for line in lines) or printed_on == "pipe"


def test_programs_get_the_words_of_a_timeline_as_its_value() -> None:
    words = timelines.timeline(timeline("Ans Vonk", None), 1.0)["points"][0]
    five = timelines.timeline(timeline("", Figure(Kind.AMOUNT, Decimal(5), "EUR", 0, 1)), 1.0)["points"][0]

    assert [words[key] for key in ("value", "number", "unit", "kind")] == ["Ans Vonk", None, None, None]
    assert [five[key] for key in ("value", "number", "unit", "kind")] == ["€5", 5, "EUR", "amount"]
