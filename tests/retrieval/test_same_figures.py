"""Wherever figures are compared, a number in words is the one in digits, and another number is another."""

from __future__ import annotations

import datetime

import pytest

from bot.telling.timeline_value import value_of
from corpus.article import Article, Draft, Span
from corpus.dates import PartialDate
from retrieval.answering.differences import conflicting
from retrieval.answering.origins import origins_of
from retrieval.lab.evaluating.questions import holds_one
from retrieval.phrasing.condensing import Condenser
from retrieval.question.asked_names import missing
from retrieval.search.repetition import one_holds_the_other, says_the_same
from retrieval.search.results import Answer, Citation, Reply
from retrieval.timeline.drawing_up import points
from tests.retrieval.chat_server import serving
from tests.retrieval.quoted import quotations
from tests.retrieval.test_choosing import quote
from tests.retrieval.verifying import verified

ADDED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
CRANE = (
    "In the harbour of Oever a crane fell on Monday night, the police say. {} dockers died there. The crane "
    "had been checked in the spring, its owner says, and nobody had seen a crack. The port stays shut "
    "until the end of the week, and ships are sent on to the next one along the coast."
)


def said(number: int, text: str, words: str, language: str) -> Reply:
    """Return the words that answer, of an article of one sentence that appeared in its own month."""
    draft = Draft(text, "a test", published=PartialDate(2025, number), language=language)
    cited = Citation(number, Article(f"a{number}", number, None, draft, ADDED), Span(0, len(text)), None)
    start = text.index(words)
    return Reply(cited, Span(start, start + len(words)), 0.9)


def values(*replies: Reply) -> list[object]:
    return [value.figure.value for value in conflicting(replies)]


def test_articles_agree_whether_they_write_words_or_digits() -> None:
    dutch = said(1, "Anderhalf miljoen mensen zagen de stoet.", "Anderhalf miljoen mensen", "nl")
    english = said(2, "Some 1.5m people saw the parade.", "1.5m people", "en")
    digits = said(3, "De stoet trok 1.500.000 mensen.", "1.500.000", "nl")

    assert values(dutch, english, digits) == []


def test_articles_differ_where_a_number_in_words_is_another() -> None:
    dutch = said(1, "Anderhalf miljoen mensen zagen de stoet.", "Anderhalf miljoen", "nl")
    police = said(2, "Police counted 900k.", "900k", "en")
    words = said(3, "Het waren er negenhonderdduizend.", "negenhonderdduizend", "nl")

    assert values(dutch, police, words) == [900_000, 1_500_000]


@pytest.mark.parametrize(
    ("counted", "expected"),
    [("96", []), ("104", []), ("94", [94, 100]), ("93", [93, 100]), ("110", [110, 100])],
)
def test_about_a_hundred_is_what_rounds_to_it_and_lies_within_five_percent(
    counted: str, expected: list[int]
) -> None:
    about = said(1, "About 100 people came to see it.", "About 100 people", "en")
    exact = said(2, f"The police counted {counted} people.", f"{counted} people", "en")

    assert values(about, exact) == expected


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Er viel één dode.", "één dode", "nl"),
        ("Er viel één dode.", "één", "nl"),
        ("Slechts een.", "een", "nl"),
        ("One miner died.", "One miner", "en"),
        ("The toll is one.", "one", "en"),
        ("Only one person died.", "Only one person", "en"),
    ],
)
def test_one_that_answers_is_a_number(text: str, words: str, language: str) -> None:
    assert values(said(1, text, words, language), said(2, "Twee doden.", "Twee doden", "nl")) == [2, 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Een burgemeester.", "Een burgemeester"), ("One of them.", "One of them"), ("A mayor.", "A mayor")],
)
def test_an_article_before_a_noun_is_no_number(text: str, words: str) -> None:
    assert (
        values(said(1, text, words, "en"), said(2, "Twee burgemeesters.", "Twee burgemeesters", "nl")) == []
    )


def test_sentences_that_differ_in_a_number_in_words_do_not_say_the_same() -> None:
    one = (
        "Bij de brand in het verpleeghuis aan de Lindelaan in Oever zijn volgens de burgemeester in de nacht "
        "van zaterdag op zondag zestien bewoners omgekomen."
    )

    assert not says_the_same(one, one.replace("zestien", "zeventien"))
    assert says_the_same(one, one.replace("aan de", "op de"))


@pytest.mark.parametrize(
    ("words", "others", "expected"),
    [
        (("twaalf doden", "nl"), ("12 doden", "nl"), True),
        (("twaalf", "nl"), ("12 doden", "nl"), True),
        (("half a million", "en"), ("500,000 people", "en"), True),
        (("8", "nl"), ("18", "nl"), False),
        (("acht", "nl"), ("achttien", "nl"), False),
        (("1,5 miljoen", "nl"), ("1.5m people", "en"), True),
        (("12 doden", "nl"), ("twaalf gewonden", "nl"), False),
        (("58", "en"), ("58 euros", "en"), True),
    ],
)
def test_one_answer_holds_another_by_the_value_of_its_figure(
    words: tuple[str, str],
    others: tuple[str, str],
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    (one, language), (other, other_language) = words, others

    assert one_holds_the_other(one, other, language, other_language) is expected
    assert one_holds_the_other(other, one, other_language, language) is expected


def test_copies_that_answer_with_a_word_or_a_digit_have_one_origin() -> None:
    twelve, word, other = (
        said(number, CRANE.format(written), written, "en")
        for number, written in enumerate(("12", "Twelve", "13"), 1)
    )

    def origins(*replies: Reply) -> int:
        cited = tuple(one.citation for one in replies)
        return len(origins_of(Answer("x", "?", False, "", 0.9, cited, (), 1.0, answers=replies)))  # noqa: FBT003

    assert origins(twelve, word) == 1
    assert origins(twelve, other) == 2


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("Which 12 villages were flooded?", "De twaalf dorpen stonden onder water.", []),
        ("Kwamen er 1.500.000 bezoekers?", "Anderhalf miljoen mensen zagen het.", []),
        ("Were 900,000 people there?", "Police put it at 900k.", []),
        ("Zijn er 3 doden?", "Er vielen drie doden.", []),
        ("Which 12 villages were flooded?", "De dertien dorpen stonden onder water.", ["12"]),
        ("Who won in 2012?", "Twaalf ploegen deden mee.", ["2012"]),
    ],
)
def test_a_figure_of_a_question_stands_in_a_text_that_spells_it(
    question: str, text: str, lacking: list[str]
) -> None:
    assert missing(question, text) == lacking


@pytest.mark.parametrize(
    ("quote", "accepted", "expected"),
    [
        ("Er vielen twaalf doden.", "12", True),
        ("Er vielen 12 doden.", "twaalf", True),
        ("Anderhalf miljoen mensen kwamen.", "1.5 million", True),
        ("Er vielen dertien doden.", "12", False),
        ("It opened in 1939.", "39", False),
        ("Er vielen twaalf doden.", "12 in Oever", False),
    ],
)
def test_an_accepted_number_is_found_however_a_quote_writes_it(
    quote: str,
    accepted: str,
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert holds_one(quote, [accepted]) is expected


@pytest.mark.parametrize(
    ("quote", "phrased", "stands"),
    [
        ("Er vielen twaalf doden in Oever.", "In Oever 12 people died [1].", True),
        ("Er vielen twaalf doden in Oever.", "In Oever twelve people died [1].", True),
        ("Er vielen twaalf doden in Oever.", "In Oever 13 people died [1].", False),
        ("Er vielen twaalf doden in Oever.", "In Oever thirteen people died [1].", False),
        ("De stoet trok anderhalf miljoen mensen.", "The parade drew 1.5 million people [1].", True),
        ("De stoet trok anderhalf miljoen mensen.", "The parade drew half a million people [1].", False),
        ("Het was drie komma vijf miljoen euro.", "It was 3.5 million euros [1].", True),
        ("Het was drie komma vijf miljoen euro.", "It was 5 million euros [1].", False),
    ],
)
def test_what_a_model_phrases_stands_where_its_number_does_in_words_or_digits(
    quote: str,
    phrased: str,
    stands: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    cited = quotations([(quote, "nl")]).citations

    assert bool(verified(phrased, cited, question="", language="en").sentences) is stands


@pytest.mark.parametrize(("written", "kept"), [("12", True), ("twelve", True), ("13", False)])
def test_a_completed_question_may_write_a_number_of_the_conversation_in_digits(
    written: str,
    kept: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    condensed = f"How old were the {written} miners who died in Garrow?"
    with serving() as chat:
        chat.says(condensed)
        asked = Condenser(chat.model()).standalone(
            "And how old?", ["Who were the twelve miners who died in Garrow?"]
        )

    assert (asked == condensed) is kept


def test_copies_of_one_report_are_one_point_of_a_timeline_unless_their_values_differ() -> None:
    digits, word, other = (
        quote(CRANE.format(number), number, "2025-03-01") for number in ("12", "Twelve", "13")
    )

    assert [value_of(point, "en") for point in points([digits, word])] == ["12"]
    assert sorted(value_of(point, "en") for point in points([digits, word, other])) == ["12", "13"]
