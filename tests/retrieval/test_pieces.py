"""Every piece of a text can be quoted but a question or a ruling line, with what gives it sense."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.assembly import Desk
from corpus.article import Article, Draft, Genre, Span
from corpus.filters import Filters
from corpus.passages import passages
from corpus.reading.sources import read
from retrieval.answering.composing import citation
from retrieval.answering.pieces import context, pieces
from tests.retrieval.newsroom import BEES, add, draft, now
from tests.retrieval.test_exact_vectors import SAMPLES

TABLE = """Results of the second day

| Team | Points | Goals |
|---|---|---|
| Kempenoord | 31 | 54 |
| Velmerstad | 28 | 40 |"""
LIST = """The new timetable:

- first ferry: 06.15
- last ferry: 23.40

Dogs travel free."""
NUMBERED = """Three things change:
1. The fare rises.
2) The cafe closes.
• Bicycles pay."""
INTERVIEW = """Who pays for the bridge?

The province.

“When is it ready?”

In May.

The mayor hopes for sun."""


def article(text: str, language: str = "en") -> Article:
    return Article("a", 1, None, Draft(text, "test", language=language), now())


def quotable(text: str, language: str = "en") -> dict[str, str | None]:
    """Return each piece of a text with what stands before it to give it sense."""
    stored = article(text, language)
    found = pieces(stored, Span(0, len(text)))
    before = {one: context(stored, one) for one in found}
    return {one.of(text): given.of(text) if given else None for one, given in before.items()}


def test_a_sentence_that_stands_alone_needs_nothing_before_it() -> None:
    assert quotable("The bridge opened. It rained all day. Nobody minded.") == dict.fromkeys(
        ["The bridge opened.", "It rained all day.", "Nobody minded."]
    )


def test_a_row_comes_with_the_header_of_its_table_and_no_ruling_line_is_quoted() -> None:
    header = "| Team | Points | Goals |"
    assert quotable(TABLE) == {
        "Results of the second day": None,
        header: None,
        "| Kempenoord | 31 | 54 |": header,
        "| Velmerstad | 28 | 40 |": header,
    }


def test_a_row_of_another_table_has_its_own_header() -> None:
    assert (
        quotable(f"{TABLE}\n\n| Player | Age |\n| Brandsma | 24 |")["| Brandsma | 24 |"] == "| Player | Age |"
    )


def test_an_item_comes_with_the_line_above_its_list() -> None:
    found = quotable(LIST)
    assert found["- first ferry: 06.15"] == found["- last ferry: 23.40"] == "The new timetable:"
    assert found["Dogs travel free."] is None
    assert [before for one, before in quotable(NUMBERED).items() if one != "Three things change:"] == [
        "Three things change:"
    ] * 3


def test_a_list_without_a_line_above_it_stands_alone() -> None:
    assert quotable("- first ferry: 06.15\n- last ferry: 23.40") == dict.fromkeys(
        ["- first ferry: 06.15", "- last ferry: 23.40"]
    )


def test_a_reply_comes_with_its_question_which_is_no_answer_itself() -> None:
    assert quotable(INTERVIEW) == {
        "The province.": "Who pays for the bridge?",
        "In May.": "“When is it ready?”",
        "The mayor hopes for sun.": None,
    }


def test_a_passage_of_questions_alone_can_still_be_quoted() -> None:
    assert list(quotable("Who pays?")) == ["Who pays?"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Anna Dekker resigned. She was mayor for nine years.", "en"),
        ("Anna Dekker resigned. “She was tired,” a friend said.", "en"),
        ("The workers struck. Their pay had not risen.", "en"),
        ("Anna Dekker treedt af. Zij was negen jaar burgemeester.", "nl"),
        ("Jan Visser overleed zondag. Hij werd 81.", "nl"),
        ("De bonus is 1,2 miljoen roebel. Tegen de huidige koers is dat 13.000 euro.", "nl"),
        ("The bonus is 1.2 million roubles. That is about 13,000 euros.", "en"),
        ("Jan Visser overleed zondag. Zijn broer volgt hem op.", "nl"),
    ],
)
def test_who_he_is_stands_in_the_sentence_before(text: str, language: str) -> None:
    first, second = text.split(". ", 1)
    assert quotable(text, language) == {f"{first}.": None, second: f"{first}."}


@pytest.mark.parametrize(
    "sentence",
    ["Heritage groups protest.", "Theatre lovers stayed away.", "Shelter is scarce.", "Zijperweg is closed."],
)
def test_a_word_that_only_begins_like_he_points_to_nothing(sentence: str) -> None:
    assert quotable(f"Anna Dekker resigned. {sentence}")[sentence] is None


def test_what_gives_sense_may_stand_before_the_passage() -> None:
    text = "Jan Visser died on Sunday. He was 81."
    (piece,) = pieces(article(text), Span(text.index("He"), len(text)))
    before = context(article(text), piece)
    assert before
    assert before.of(text) == "Jan Visser died on Sunday."


def test_the_first_sentence_of_an_article_has_nothing_before_it() -> None:
    assert quotable("He was 81.") == {"He was 81.": None}


def test_pieces_of_the_samples_are_theirs_and_no_question_is_among_them() -> None:
    for one in read(str(SAMPLES)):
        assert isinstance(one, Draft)
        stored = Article(one.source, 1, None, one, now())
        for passage in passages(one.text, one.language):
            for piece in pieces(stored, passage):
                assert passage.start <= piece.start < piece.end <= passage.end
                assert not piece.of(one.text).endswith("?")
                before = context(stored, piece)
                assert before is None or before.end <= piece.start


def test_a_row_that_answers_is_cited_with_its_header(desk: Desk) -> None:
    text = f"The league of Marrowdale after the second day.\n\n{TABLE}"
    add(
        desk, [draft(text, "league", "2025-05-21", title="League of Marrowdale"), draft(BEES, "bees", "2023")]
    )
    found = desk.answerer.consider("How many points does Kempenoord have?", Filters())
    row = next(one for one in found.quotes if one.text.startswith("| Kempenoord"))
    header = citation(1, row).context
    assert header
    assert header.of(text) == "| Team | Points | Goals |"


@pytest.mark.parametrize(
    ("table", "header", "row"),
    [
        ("Line | On time\n--- | ---\nNorth | 91.2 per cent", "Line | On time", "North | 91.2 per cent"),
        ("Line\tOn time\nNorth\t91.2 per cent", "Line\tOn time", "North\t91.2 per cent"),
        ("| Firm | Says |\n| Vos Ltd. | No. Never. |", "| Firm | Says |", "| Vos Ltd. | No. Never. |"),
    ],
)
def test_a_row_is_never_parted_and_comes_with_its_header_however_it_is_written(
    table: str, header: str, row: str
) -> None:
    assert quotable(f"Figures of 2024.\n\n{table}\n\nThat is all.")[row] == header


def test_an_item_of_a_list_within_a_list_comes_with_the_item_above_it() -> None:
    found = quotable(
        "What changes:\n\n- Transport\n  - Train: 4 per cent\n  - Bus: 2 per cent\n- Pay: 15 euros"
    )
    assert found["- Train: 4 per cent"] == found["- Bus: 2 per cent"] == "- Transport"
    assert found["- Transport"] == found["- Pay: 15 euros"] == "What changes:"


def test_the_second_line_of_an_item_is_no_heading_of_the_next() -> None:
    lazy = quotable("What changes:\n\n- Pay: 15 euros\nand more later\n- Bread: 3 euros")
    deep = quotable("What changes:\n\n- Pay: 15 euros\n    and more later\n- Bread: 3 euros")
    assert lazy["- Bread: 3 euros"] == deep["- Bread: 3 euros"] == "What changes:"


def test_every_sentence_of_a_reply_comes_with_its_question() -> None:
    found = quotable(
        "Who pays?\n\nThe province. It has the money.\n\nThe town pays a little.\n\nWhen?\n\nIn May. Or June."
    )
    assert found["It has the money."] == found["The town pays a little."] == "Who pays?"
    assert found["Or June."] == "When?"


def test_one_question_makes_no_interview() -> None:
    assert quotable("Who pays?\n\nThe province. Nobody minds.")["Nobody minds."] is None


def test_what_stands_in_an_entry_of_a_live_blog_comes_with_its_hour() -> None:
    text = "09:00 \u2013 It begins. The dyke holds.\n\n12:15\n\nThe dyke gives way."
    stored = article(text)
    live = replace(stored, draft=replace(stored.draft, genre=Genre.LIVE_BLOG))
    found = {one.of(text): context(live, one) for one in pieces(live, Span(0, len(text)))}
    given = {said: one.of(text) if one else None for said, one in found.items()}
    assert given["The dyke holds."] == "09:00 \u2013 It begins."
    assert given["The dyke gives way."] == "12:15"
