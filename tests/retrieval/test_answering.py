from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.assembly import Desk
from corpus.article import Span
from corpus.catalogue import articles
from corpus.catalogue.schema import answers, citations
from corpus.dates import PartialDate
from corpus.filters import Filters
from corpus.sentences import sentences
from corpus.tokens import words
from retrieval.search.repetition import says_the_same
from retrieval.search.results import Answer
from tests.retrieval.newsroom import BRIDGE, FERRY, add, draft, three

ANYTHING = Filters()
QUESTIONS = (
    "how much is Russia's signing bonus?",
    "Hoeveel kost de waterkering in Waardermonde?",
    "When does the night train from Utrecht to Turin start?",
    "How many wolves live in the Drostenwoud?",
    "Wat kost de overtocht van Oosterzijl naar Saltmarsh?",
)


def assert_sound(desk: Desk, answer: Answer) -> None:
    """Hold an answer to every promise that does not depend on what was asked."""
    assert answer.abstained == (not answer.citations)
    assert 0 <= answer.confidence <= 1
    assert [one.number for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    quoted = re.sub("“.*?” (?=\\[)", "", answer.text, flags=re.DOTALL)
    assert [int(number) for number in re.findall(r"\[(\d+)\]", quoted)] == [
        one.number for one in answer.citations
    ]
    with desk.catalogue.reading() as connection:
        for one in answer.citations:
            stored = articles.by_id(connection, one.article.id)
            assert stored is not None
            text = stored.draft.text
            assert one.quote == text[one.span.start : one.span.end]
            assert one.quote.strip() == one.quote != ""
            assert is_whole_sentences(text, stored.draft.language, one.span)


def is_whole_sentences(text: str, language: str | None, span: Span) -> bool:
    spans = sentences(text, language)
    return span.start in {one.start for one in spans} and span.end in {one.end for one in spans}


def wordings(answer: Answer) -> list[str]:
    return re.findall(r"“(.*?)” (?:\[\d+\])+$", answer.text, flags=re.DOTALL | re.MULTILINE)


def used(answer: Answer) -> set[str]:
    quoted = {one.article.id for one in answer.citations}
    return quoted | {one.article.id for one in answer.nearest}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_about_an_article_gets_one_to_three_quotes_that_stand_in_it(
    samples: Desk, question: str
) -> None:
    answer = samples.answerer.ask(question, ANYTHING)
    assert not answer.abstained
    assert_sound(samples, answer)
    assert 1 <= len(wordings(answer)) <= 3
    assert set(wordings(answer)) <= {one.quote for one in answer.citations}
    assert all(
        one.link and one.link.startswith(f"{one.article.draft.url}#:~:text=") for one in answer.citations
    )


def test_the_example_question_is_answered_with_the_amount(samples: Desk) -> None:
    answer = samples.answerer.ask(QUESTIONS[0], Filters(until=PartialDate(2023)))
    assert "495 duizend roebel" in answer.text
    assert {str(one.article.draft.published) for one in answer.citations} == {"2023-09"}


@pytest.fixture(scope="module")
def anything(samples: Desk) -> st.SearchStrategy[str]:
    """Questions of words that articles have and of any other signs."""
    with samples.catalogue.reading() as connection:
        written = sorted({word for one in articles.every(connection) for word in words(one.draft.text)})
    word = st.one_of(st.sampled_from(written), st.text(st.characters(), max_size=12))
    return st.lists(word, max_size=12).map(" ".join)


@given(st.data())
@settings(max_examples=6, deadline=None)
def test_whatever_is_asked_every_quote_is_exactly_what_the_article_says(
    samples: Desk, anything: st.SearchStrategy[str], data: st.DataObject
) -> None:
    assert_sound(samples, samples.answerer.ask(data.draw(anything), ANYTHING))


@pytest.mark.torture
@given(st.data())
@settings(max_examples=200, deadline=None)
def test_whatever_is_asked_time_and_again_every_quote_is_what_the_article_says(
    samples: Desk, anything: st.SearchStrategy[str], data: st.DataObject
) -> None:
    assert_sound(samples, samples.answerer.ask(data.draw(anything), ANYTHING))


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?!",
        "qwrtplk zxcvbn fghjkl",
        "What is the boiling point of tungsten?",
        "Wie won het songfestival in 1975?",
    ],
)
def test_what_no_article_answers_is_not_answered(samples: Desk, question: str) -> None:
    answer = samples.answerer.ask(question, ANYTHING)
    assert answer.abstained
    assert answer.citations == ()
    assert 1 <= len(answer.nearest) <= 3
    assert "“" not in answer.text


def test_an_empty_corpus_answers_nothing(desk: Desk) -> None:
    answer = desk.answerer.ask(QUESTIONS[0], ANYTHING)
    assert (answer.abstained, answer.citations, answer.nearest, answer.confidence) == (True, (), (), 0)


@pytest.mark.parametrize(
    "nothing",
    [
        Filters(outlet="The Daily Nothing"),
        Filters(language="fr"),
        Filters(since=PartialDate(2030)),
        Filters(until=PartialDate(2001)),
        Filters(as_of=PartialDate(2001)),
    ],
)
def test_filters_that_leave_nothing_give_no_answer(samples: Desk, nothing: Filters) -> None:
    answer = samples.answerer.ask(QUESTIONS[0], nothing)
    assert (answer.abstained, answer.citations, answer.nearest) == (True, (), ())


def test_an_article_of_one_guild_answers_nobody_else(desk: Desk) -> None:
    add(desk, [draft(BRIDGE, "bridge")])
    (secret,) = add(desk, [draft(FERRY, "ferry")], guild="7")
    question = "What does the night ferry between Oosterzijl and Saltmarsh cost?"
    told = desk.answerer.ask(question, Filters(guild="7"))
    assert {one.article.id for one in told.citations} == {secret.id}
    for guild in (None, "8"):
        answer = desk.answerer.ask(question, Filters(guild=guild))
        assert secret.id not in used(answer)


def test_the_same_sentence_in_two_articles_is_shown_once_with_both_sources(desk: Desk) -> None:
    sentence = "The library on the Vismarkt closes at nine in the evening."
    three(desk)
    stored = add(
        desk,
        [
            draft(f"{sentence} Readers had asked for that.", "one", outlet="One"),
            draft(f"The council met on Monday.\n\n{sentence}", "two", outlet="Two"),
        ],
    )
    answer = desk.answerer.ask("When does the library on the Vismarkt close?", ANYTHING)
    assert_sound(desk, answer)
    assert f"“{sentence}” [1][2]" in answer.text
    assert answer.text.count(sentence) == 1
    assert {one.article.id for one in answer.citations[:2]} == {one.id for one in stored}


def test_sentences_that_differ_in_a_number_alone_say_different_things() -> None:
    one = "The ferry between Oosterzijl and Saltmarsh will cost 58 euros from June."
    assert says_the_same(one, one.replace("euros from", "euros as from"))
    assert not says_the_same(one, one.replace("58", "85"))
    assert not says_the_same(one, "The mayor opened the bridge.")
    assert says_the_same("!?", "!?")
    assert not says_the_same("!?", "?!")


def test_answers_are_remembered_with_what_they_quote(desk: Desk) -> None:
    three(desk)
    question = "And how long is the bridge?"
    asked = Filters(language="en")
    answer = desk.answerer.ask("How long is the bridge over the Drost?", asked, asked_as=question)
    with desk.catalogue.reading() as connection:
        (kept,) = connection.execute(select(answers)).all()
        quotes = connection.execute(select(citations).order_by(citations.c.number)).all()
    assert (kept.id, kept.question, kept.text) == (answer.id, question, answer.text)
    assert (kept.abstained, kept.filters) == (False, {"language": "en"})
    assert kept.confidence == pytest.approx(answer.confidence)
    assert kept.candidates[0]["score"] == pytest.approx(answer.nearest[0].score)
    assert [(one.answer_id, one.number, one.version_id, one.start, one.end) for one in quotes] == [
        (answer.id, one.number, one.article.version, one.span.start, one.span.end) for one in answer.citations
    ]


def test_an_abstention_is_remembered_too(desk: Desk) -> None:
    answer = desk.answerer.ask("Is anybody there?", Filters(guild="7"))
    with desk.catalogue.reading() as connection:
        (kept,) = connection.execute(select(answers)).all()
        assert connection.execute(select(citations)).all() == []
    assert (kept.id, kept.guild, kept.abstained) == (answer.id, "7", True)


def test_a_removed_article_is_quoted_no_more(desk: Desk) -> None:
    stored = three(desk)
    question = "How long is the bridge over the Drost?"
    assert desk.answerer.ask(question, ANYTHING).citations[0].article.id == stored[1].id
    desk.curator.remove([stored[1].id], "test")
    answer = desk.answerer.ask(question, ANYTHING)
    assert stored[1].id not in used(answer)
