"""The terminal's own words are in the language of the question, as in Discord."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from bot.terminal.explained import print_explanation
from bot.terminal.found import Shown, print_answer, print_hits
from bot.terminal.timeline import print_timeline
from corpus.article import Genre
from corpus.catalogue.notices import Kind, Notice
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.answering.confidence import SURE, THRESHOLD
from retrieval.answering.explaining import Explanation
from retrieval.question.dates.narrowing import Narrowed
from retrieval.search.results import Answer
from retrieval.timeline.points import Point, Timeline
from tests.commands.program import Newsdesk
from tests.discord.answers import abstention, answered, article, citation, quoted, replying

Told = pytest.CaptureFixture[str]
NOON = datetime.datetime(2026, 3, 4, 12, tzinfo=datetime.UTC)
ASKED = "Hoeveel kost een kaartje voor de veerboot?"
VEER = "Een kaartje voor de veerboot kost 46 euro."
FERRY = "A ticket for the ferry costs 58 euros."


def fares() -> Answer:
    new = quoted(1, article(FERRY, number="new", published="2025", language="nl"), FERRY, genre=Genre.OPINION)
    old = citation(2, article(VEER, number="old", published="2023", language="nl"))
    notice = Notice(Kind.CORRECTED, "Het is meer.", NOON, "new", None)
    first = replying(replace(new, notice=notice), "58 euros")
    narrowed = Narrowed(since=PartialDate(2020), words=("sinds 2020",))
    answer = answered(first, replying(old, "46 euro", sure=0.7), language="nl")
    return replace(answer, question=ASKED, confidence=SURE - 0.01, narrowed=narrowed)


def test_a_dutch_question_is_answered_with_dutch_labels_and_remarks(capsys: Told) -> None:
    print_answer(fares())

    told = capsys.readouterr().out
    for said in (
        "Opinie: 58 euros",
        "Eerder: 46 euro",
        "    gecorrigeerd 2026-03-04: Het is meer.",
        "De artikelen geven verschillende waarden, de nieuwste eerst:",
        "2 artikelen, 2 onafhankelijke bronnen.",
        "Alleen artikelen vanaf 2020 zijn gebruikt, omdat in de vraag “sinds 2020” staat.",
        f"Ik weet niet zeker of dit de vraag beantwoordt ({round((SURE - 0.01) * 100)}%).",
        "antwoord ",
    ):
        assert said in told
    for english in ("Earlier", "Opinion", "corrected", "different values", "origin", "Only articles", "sure"):
        assert english not in told


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (abstention(), "Ik vond niets dat dit beantwoordt."),
        (abstention(unknown=("Pippin", "Bregje")), "Geen artikel dat ik vond noemt Pippin of Bregje."),
        (abstention(unread="de"), "Ik lees vragen in het Nederlands en het Engels"),
    ],
)
def test_an_abstention_is_dutch_too(capsys: Told, answer: Answer, said: str) -> None:
    print_answer(replace(answer, question=ASKED))
    dutch = capsys.readouterr().out
    print_answer(answer)
    english = capsys.readouterr().out

    assert said in dutch
    assert "I do not know" not in dutch
    assert english.startswith(answer.text)


def test_words_of_a_model_are_announced_and_replaced_in_dutch(capsys: Told) -> None:
    shown, worded = Shown(), replace(fares(), text="Het kost meer. [1]")
    shown.show(worded)
    print_answer(fares(), told=shown.all_of(fares()))
    replaced = capsys.readouterr().out
    print_answer(worded)

    assert "In plaats daarvan de citaten:" in replaced
    assert "Let op: [1] opinie." in capsys.readouterr().out


def test_nothing_found_and_timelines_and_explanations_are_dutch(capsys: Told) -> None:
    print_hits([], "nl", explain=False)
    assert capsys.readouterr().out.startswith("Geen passage gevonden: ")
    print_timeline(Timeline(ASKED, "nl", ()))
    assert capsys.readouterr().out.startswith("Geen artikel met een datum zegt hier iets over")
    satire = replace(citation(1, article("De burgemeester was Ans.")), genre=Genre.SATIRE)
    print_timeline(
        Timeline("Wie was er burgemeester?", "nl", (Point(PartialDate(2020), (satire,), None, words="Ans"),))
    )
    assert capsys.readouterr().out.startswith("datum\twaarde\tmedium\tcitaat\t\tlink\n2020\tSatire: Ans\t")
    print_explanation(Explanation(fares(), NOON, "Wat kost het?", Filters(), THRESHOLD, ()))
    told = capsys.readouterr().out
    for label in (
        "begrepen als",
        "gevraagd",
        "beperkt tot  niets",
        "zekerheid",
        "wordt een vraag beantwoord",
    ):
        assert label in told


def test_an_empty_corpus_says_that_it_is_and_how_to_fill_it(newsdesk: Newsdesk) -> None:
    question = "Hoeveel kost de veerboot?"
    said = "Er zijn nog geen artikelen: `newsdesk add --samples` voegt er"
    for command, code in (("ask", 3), ("search", 0), ("timeline", 3)):
        asked = newsdesk(command, question)
        assert (asked.code, asked.err) == (code, "")
        assert asked.out.startswith(said)
        assert len(asked.out.splitlines()) == 1
        document = newsdesk(command, question, "--json")
        assert document.code == code
        assert document.err.startswith(said)
        assert document.document["question"] == question
    assert newsdesk("chat", stdin=question).out.startswith(said)
    english = newsdesk("ask", "How much does the ferry cost?").out
    assert english.startswith("There are no articles yet: `newsdesk add --samples` adds some")


def test_articles_of_a_server_are_no_articles_for_everyone(newsdesk: Newsdesk) -> None:
    newsdesk("add", "-", "--guild", "7", "--quiet", stdin=FERRY)

    assert newsdesk("search", "How much does the ferry cost?").out.startswith(
        "No article is here for everyone"
    )
    assert FERRY in newsdesk("search", "How much does the ferry cost?", "--guild", "7").out


@pytest.mark.parametrize("question", ["qwrtplk zxcvbn?", "Pippin 2023", "Quanto costa?"])
def test_words_that_tell_no_dutch_are_answered_in_english(capsys: Told, question: str) -> None:
    print_answer(replace(abstention(question=question), language="nl"))

    assert capsys.readouterr().out.startswith("I do not know")
