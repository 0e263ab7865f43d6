"""A card fits a phone: rows of 42 characters, one quotation, one line for each article."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.discord.display.card import card, plain
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.stretch import rows as counted_by_the_bot
from corpus.article import Genre, Span
from corpus.catalogue.notices import Kind, Notice
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.question.dates.narrowing import Narrowed
from retrieval.search.results import Answer, Citation, Reply
from tests.discord.answers import BONUS, answered, article, citation, quoted, replying
from tests.small_discord.screen.markdown import read
from tests.small_discord.screen.phone import plain_text, rows, rows_of

ENGLISH, DUTCH = CARD.english, CARD.dutch
BOTH = pytest.mark.parametrize("words", [ENGLISH, DUTCH], ids=["en", "nl"])
QUESTION = "How much did it finally cost to widen the bridge over the river Drost near Oldenmark?"
TITLE = "Widening the bridge over the Drost took two years longer and cost twice what was planned"
OUTLET = "The Oldenmark Evening Chronicle"
SENTENCE = (
    "The bridge, which the council had closed to lorries in the spring of that year, cost 46 million euros "
    "in the end, said the alderman for traffic, who added that nothing of it had come from the province."
)
FIRST, LAST = "The works began in March and lasted two years.", "The old toll house was pulled down in June."
LONG = f"{FIRST} {SENTENCE} {LAST}"
REASON = "the ground under the northern ramp proved to be softer than all the drillings had shown"
RIVALS = (("46 million euros", "2025"), ("38 million euros", "2023"), ("31 million euros", "2021"))


def cost(quote: str = LONG, words: str = "46 million euros", **said: Any) -> Answer:
    """Return an answer from one article with all that makes a card long."""
    whole = article(quote, title=TITLE, outlet=OUTLET, published="2025-09-30", language="en")
    cited = quoted(1, whole, quote, **{key: said.pop(key) for key in ("notice", "genre") if key in said})
    return answered(replying(cited, words), **{"question": QUESTION, **said})


def three() -> Answer:
    """Return an answer from three articles whose values differ, each with a long sentence and title."""
    cited = [
        citation(
            number,
            article(
                SENTENCE.replace("46 million euros", value),
                number=value,
                title=TITLE,
                outlet=f"{OUTLET} {number}",
                published=f"{year}-09-30",
                language="en",
            ),
        )
        for number, (value, year) in enumerate(RIVALS, 1)
    ]
    replies = [replying(one, value) for one, (value, _) in zip(cited, RIVALS, strict=True)]
    return answered(*replies, question=QUESTION)


def notice(whole: Answer, note: str = "The bridge cost 48 million euros.") -> Notice:
    at = datetime.datetime(2025, 10, 3, tzinfo=datetime.UTC)
    return Notice(Kind.CORRECTED, note, at, whole.citations[0].article.id, whole.citations[0].article.version)


def single() -> Iterator[Answer]:
    """Yield answers from one article: sure or not, satire or news, corrected or not, narrowed or not."""
    doubts, genres, corrections, dates = (0.9, 0.6), (None, Genre.OPINION), (False, True), (False, True)
    for sure, genre, corrected, narrowed in itertools.product(doubts, genres, corrections, dates):
        said: dict[str, Any] = {"notice": notice(cost())} if corrected else {}
        asked = (
            Narrowed(since=PartialDate(2023, 9), words=("since September 2023",)) if narrowed else Narrowed()
        )
        yield cost(genre=genre, confidence=sure, narrowed=asked, **said)
    yield cost(f"It took longer because {REASON}, and because a pier had to be built anew.", REASON)
    yield cost("word " * 800 + "costs 46 million euros, " + "as was said " * 300)
    yield cost(question=f"{QUESTION} And why did nobody see that coming? " * 3)


def shown(answer: Answer, words: CardWords, understood: str | None = None) -> list[str]:
    return rows({"content": "", "embeds": [card(answer, words, understood).to_dict()]})


def links(text: str) -> list[str]:
    return [piece.target for piece in read(text) if piece.kind == "masked"]


def quotation(text: str) -> str:
    return " ".join(plain_text(line) for line in text.splitlines() if line.startswith(">"))


@BOTH
def test_a_card_with_one_article_takes_twelve_rows_at_most_and_so_does_a_text(words: CardWords) -> None:
    for answer in single():
        assert len(shown(answer, words)) <= 12, shown(answer, words)
        assert len(rows_of(plain(answer, words))) <= 12
        assert "46 million euros" in " ".join(shown(answer, words)) or REASON[:30] in plain(answer, words)


@BOTH
def test_a_card_with_three_articles_takes_twenty_rows_at_most_and_names_each_value_and_outlet(
    words: CardWords,
) -> None:
    for answer in (three(), replace(three(), confidence=0.6)):
        told = " ".join(shown(answer, words))

        assert len(shown(answer, words)) <= 20, shown(answer, words)
        assert len(rows_of(plain(answer, words))) <= 20
        for number, (value, _) in enumerate(RIVALS, 1):
            assert value in told
            assert f"{OUTLET} {number}" in told
        assert len(links(plain(answer, words))) == 3


def test_how_the_question_was_understood_counts_too() -> None:
    understood = "How much did it finally cost to widen the bridge over the river Drost near the old town?"

    assert len(shown(cost(), ENGLISH, understood)) <= 12
    assert len(rows_of(plain(cost(), ENGLISH, understood=understood, filters=Filters(outlet=OUTLET)))) <= 12


def test_the_answer_comes_first_with_outlet_and_date_then_one_quotation_then_its_article() -> None:
    first, *rest = plain(cost(f"{FIRST} It cost 46 million euros."), ENGLISH).splitlines()

    assert first == f"**46 million euros** · {OUTLET}, <t:1759233600:D>"
    assert rest[0] == f"> {FIRST} It cost **46 million euros**\\."
    assert rest[1].startswith("**[1]** [Widening the bridge")
    assert len(rest) == 2


def test_an_article_cited_three_times_has_one_line_that_leads_to_the_first_sentence() -> None:
    parts = (SENTENCE, FIRST, LAST)
    whole = article(LONG, title=TITLE, published="2025")
    cited = [
        replace(quoted(number, whole, part), link=f"https://example.org/{number}")
        for number, part in enumerate(parts, 1)
    ]
    replies = (
        replying(cited[0], "46 million euros"),
        replying(cited[1], "two years"),
        replying(cited[2], "June"),
    )

    text = plain(answered(*replies), ENGLISH)

    assert links(text) == ["https://example.org/1"]
    assert "\n**[1]** **[2]** **[3]** **two years**, **June**: [Widening" in text
    assert text.count("> ") == 1
    assert text.count(TITLE[:20]) == 1


@pytest.mark.parametrize("outlets", [2, 3])
def test_articles_that_say_the_same_are_a_line_each_and_their_origins_are_counted(outlets: int) -> None:
    copies = [
        citation(n, article(f"It cost 46 million euros, {'x' * n}.", number=str(n), outlet=f"Paper {n}"))
        for n in range(1, outlets + 1)
    ]
    text = plain(answered(*(replying(one, "46 million euros") for one in copies)), ENGLISH)

    assert text.count("46 million euros") == 2
    assert [f"Paper {n}, " in text for n in range(2, outlets + 1)] == [True] * (outlets - 1)
    assert text.splitlines()[-1].startswith(f"-# {outlets} articles, ")
    assert "origin" not in plain(cost(), ENGLISH)


def test_of_a_long_quotation_whole_sentences_around_the_words_are_shown() -> None:
    short = "The bridge cost 46 million euros in the end, as the alderman said on Monday evening."
    text = plain(cost(" ".join((LONG.replace("46", "4"), short, LAST))), ENGLISH)

    assert quotation(text) == short


def test_of_a_sentence_that_is_too_long_itself_a_stretch_is_shown_between_ellipses() -> None:
    endless = f"{'It was said again, ' * 12}that it cost 46 million euros{', and again it was said' * 9}."
    told = quotation(plain(cost(endless), ENGLISH))

    assert told.startswith("… ")
    assert told.endswith(" …")
    assert told.strip("… ") in endless
    assert "cost 46 million euros" in told


def test_a_quotation_that_fits_is_never_cut() -> None:
    two = "The works began in March. They cost 46 million euros in the end."

    assert quotation(plain(cost(two), ENGLISH)) == two


def test_a_correction_stands_first_and_the_quotation_it_concerns_is_struck_through() -> None:
    whole = cost("It cost 46 million euros, he said.")
    told = notice(whole)
    text = plain(_noticed(whole, told), ENGLISH).splitlines()
    right = plain(_noticed(whole, replace(told, version_before=0)), ENGLISH)
    repeated = plain(
        _noticed(whole, replace(told, text_after="It cost 46 million euros, he said. In May.")), ENGLISH
    )
    changed = plain(_noticed(whole, replace(told, text_after="It cost 48 million euros, he said.")), ENGLISH)

    assert text[0] == "**Corrected** <t:1759449600:D>: The bridge cost 48 million euros."
    assert text[1].startswith("~~**46 million euros**~~ · ")
    assert text[2] == "> ~~It cost **46 million euros**, he said.~~"
    for shown_right in (right, repeated):
        assert shown_right.startswith("**Corrected** ")
        assert "~~" not in shown_right
    assert "~~" in changed


def test_of_several_articles_the_correction_names_the_one_it_is_about_and_only_that_is_struck() -> None:
    every = three()
    second = every.citations[1]
    told = Notice(Kind.WITHDRAWN, "All made up.", notice(every).at, second.article.id, second.article.version)
    text = plain(_noticed(every, told), ENGLISH)

    assert text.startswith("**[2]** **Withdrawn** <t:1759449600:D>: All made up.\n**46 million euros** · ")
    assert "~~**38 million euros**~~" in text
    assert text.count("~~") == 2


@BOTH
def test_rows_are_counted_alike_by_the_bot_and_by_a_reader(words: CardWords) -> None:
    for answer in (three(), *single()):
        text = plain(answer, words)
        assert counted_by_the_bot(text) == len(rows_of(text))


def _noticed(answer: Answer, told: Notice) -> Answer:
    def noticed(cited: Citation) -> Citation:
        return replace(cited, notice=told) if cited.article.id == told.article_id else cited

    replies = tuple(replace(one, citation=noticed(one.citation)) for one in answer.answers)
    return replace(answer, citations=tuple(map(noticed, answer.citations)), answers=replies)


def test_words_of_which_nothing_is_seen_are_not_set_in_bold() -> None:
    blank, bridge = article(" ", number="a2"), article(BONUS)
    given = answered(
        replying(citation(1, bridge), "495 thousand"), Reply(citation(2, blank), Span(0, 1), 0.9)
    )

    assert "****" not in plain(given, CARD.english)
