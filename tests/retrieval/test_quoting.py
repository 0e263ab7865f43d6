"""Quotes are pieces of the best passages, with the words in them that answer and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.assembly import Desk
from corpus.article import Article
from corpus.filters import Filters
from retrieval.answering.quoting import READ, Quote, elsewhere, read
from retrieval.models.reader import Reader
from retrieval.models.readings import Passage, Reading
from retrieval.search.repetition import different
from retrieval.search.search import Found
from tests.retrieval.newsroom import FERRY, add, draft, three

FARE = "What will the night ferry between Oosterzijl and Saltmarsh cost?"
LENGTH = "How long is the new bridge over the Drost?"


class Counting:
    """The bundled reader, with a note of the passages that it was given."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.given: list[str] = []

    def load(self) -> None:
        self._reader.load()

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        self.given += [one.text for one in passages]
        return self._reader.read(question, passages)


def find(desk: Desk, question: str, k: int = 20) -> Found:
    return desk.search.find(question, k, Filters())


def of(article: Article, quotes: Sequence[Quote]) -> list[Quote]:
    return [one for one in quotes if one.article.id == article.id]


def test_quotes_stand_in_their_article_and_their_words_in_them_the_best_first(desk: Desk) -> None:
    three(desk)
    quotes = read(find(desk, FARE), desk.reader)
    assert "58 euros" in quotes[0].words
    assert [one.score for one in quotes] == sorted((one.score for one in quotes), reverse=True)
    for one in quotes:
        text = one.article.draft.text
        assert one.text == text[one.span.start : one.span.end]
        assert one.span.start <= one.answer.start < one.answer.end <= one.span.end
        assert one.words in one.text
        assert 0 <= one.probability <= 1


def test_each_piece_of_a_passage_is_quoted_once_and_one_of_them_is_the_surest(desk: Desk) -> None:
    _, bridge, _ = three(desk)
    own = of(bridge, read(find(desk, LENGTH), desk.reader))
    assert sorted(one.span.start for one in own) == [
        bridge.draft.text.index(sentence) for sentence in ("The new", "It is", "Cyclists")
    ]
    surest = max(own, key=lambda one: one.probability)
    assert surest.text == "It is 412 metres long."
    assert all(one.probability < surest.probability / 2 for one in own if one is not surest)


def test_what_no_passage_answers_is_answered_with_no_certainty(desk: Desk) -> None:
    three(desk)
    sure = max(one.probability for one in read(find(desk, LENGTH), desk.reader))
    for question in ("Who won the chess tournament?", "How long is the tunnel under the Marne?"):
        assert max(one.probability for one in read(find(desk, question), desk.reader)) < sure - 0.2


@pytest.mark.parametrize(
    ("question", "names", "figures"),
    [
        ("How long is the new bridge over the Drost?", 0, 0),
        ("How long is the new bridge over the Marne?", 1, 0),
        ("How long was the new bridge over the Drost in 1987?", 0, 1),
        ("Did Anna Dekker of Lindervoort open the bridge on the N201?", 2, 1),
    ],
)
def test_names_and_figures_that_an_article_lacks_are_counted(
    desk: Desk, question: str, names: int, figures: int
) -> None:
    _, bridge, _ = three(desk)
    for one in of(bridge, read(find(desk, question), desk.reader)):
        assert (one.signs.names, one.signs.figures) == (names, figures)


def test_question_and_article_in_two_languages_are_told_apart(desk: Desk) -> None:
    three(desk)
    assert {one.signs.foreign for one in read(find(desk, FARE), desk.reader)} == {0.0}
    dutch = find(desk, "Wat gaat de nachtboot tussen Oosterzijl en Saltmarsh kosten?")
    assert {one.signs.foreign for one in read(dutch, desk.reader)} == {1.0}


@pytest.fixture
def many(desk: Desk) -> Desk:
    """A desk with ten articles, each of its own words, about one ferry."""
    told = (
        "fog",
        "strike",
        "engine",
        "captain",
        "kitchen",
        "lifeboat",
        "ticket",
        "harbour",
        "anchor",
        "horn",
    )
    texts = [
        f"The ferry to Saltmarsh had trouble with its {word} on day {number} of {word} week, said {word} men."
        for number, word in enumerate(told)
    ]
    add(desk, [draft(text, f"ferry-{number}", "2025-05-21") for number, text in enumerate(texts)])
    return desk


def test_more_passages_are_read_only_where_none_answers_surely(many: Desk) -> None:
    found = find(many, "What did the ferry to Saltmarsh have trouble with?")
    assert len(list(different(found.hits))) > READ
    few, all_of_them = Counting(many.reader), Counting(many.reader)
    read(found, few, enough=0.0)
    read(found, all_of_them, enough=1.1)
    assert all_of_them.given == [hit.text for hit in found.hits[:READ]]
    assert 0 < len(few.given) < READ
    assert few.given == all_of_them.given[: len(few.given)]


def test_copies_of_one_passage_are_read_once(desk: Desk) -> None:
    copies = [FERRY, f"{FERRY} Dogs pay.", f"{FERRY} Cyclists pay."]
    add(desk, [draft(text, f"copy-{number}") for number, text in enumerate(copies)])
    counting = Counting(desk.reader)
    found = find(desk, FARE)
    read(found, counting)
    assert len(found.hits) == len(copies)
    assert counting.given == [found.hits[0].text]


def test_the_same_wording_in_other_articles_is_found_with_its_words(desk: Desk) -> None:
    sentence = "The library on the Vismarkt closes at nine in the evening."
    first, second = add(
        desk,
        [
            draft(f"{sentence} Readers had asked for that.", "one", outlet="One"),
            draft(f"The council met on Monday.\n\n{sentence} It was late.", "two", outlet="Two"),
        ],
    )
    found = find(desk, "When does the library on the Vismarkt close?")
    best = read(found, desk.reader)[0]
    (other,) = elsewhere(best, found.hits)
    assert {best.article.id, other.article.id} == {first.id, second.id}
    assert (other.text, other.words) == (best.text, best.words) == (sentence, best.words)
    assert elsewhere(best, [hit for hit in found.hits if hit.article.id == best.article.id]) == []


def test_nothing_found_is_nothing_quoted(desk: Desk) -> None:
    assert read(find(desk, FARE), desk.reader) == []
