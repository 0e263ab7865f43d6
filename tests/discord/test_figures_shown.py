"""The figures beside what answers: only those that answer, in the language of the card, and plain."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.assembly import Desk
from bot.discord.display.card import plain
from bot.discord.display.card_words import CARD
from bot.discord.timeline.timeline_card import text
from bot.terminal.found import print_answer
from corpus.dates import PartialDate
from corpus.reading.form import draft_of
from retrieval.figures.figure import Figure, Kind
from retrieval.search.results import Answer
from retrieval.timeline.points import Point, Timeline
from tests.discord.answers import answered, article, citation, replying
from tests.discord.conftest import Start
from tests.small_discord.loopback import Loopback

ENGLISH, DUTCH = CARD.english, CARD.dutch
TOLL = "In 2019 voeren er 1.200 mensen mee; nu kost een kaartje 1.058 euro, twee keer zoveel als op 14 april."


def toll(words: str, quote: str = TOLL, asked_in: str = "en") -> Answer:
    """Return the answer of a Dutch article in those words."""
    cited = citation(1, article(quote, outlet="De Bode", published="2025", language="nl"))
    return answered(replying(cited, words), language=asked_in)


def first_line(answer: Answer, *, dutch: bool = False) -> str:
    return plain(answer, DUTCH if dutch else ENGLISH).splitlines()[0]


def test_only_the_figure_that_answers_stands_beside_the_words() -> None:
    assert first_line(toll("1.058 euro")) == "**1\\.058 euro** (€1,058) · De Bode, 2025"


@pytest.mark.parametrize("words", ["twee keer zoveel", "een kaartje", "op 14 april", "In 2019"])
def test_where_the_words_have_no_figure_that_says_something_alone_none_is_shown(words: str) -> None:
    shown = plain(toll(words), ENGLISH)

    assert shown.startswith(f"**{words}** · De Bode, 2025\n")
    assert "The figures" not in shown


@pytest.mark.parametrize(
    "words", ["een derde", "de helft", "driekwart", "verdubbeld", "in maart", "op 1 mei"]
)
@pytest.mark.parametrize("whole", [True, False])
def test_a_share_a_multiple_or_a_day_without_its_year_is_never_shown(
    words: str,
    whole: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    shown = plain(toll(words, f"{words}." if whole else f"Het is {words}, zegt de wethouder."), ENGLISH)

    assert "(" not in shown.splitlines()[0]
    assert "The figures" not in shown


def test_of_words_that_are_the_whole_quotation_the_figures_stand_below() -> None:
    assert "\n-# The figures: €1,058\n" in plain(toll("1.058 euro", "1.058 euro."), ENGLISH)


def test_of_many_words_that_answer_the_figures_alone_are_not_shown() -> None:
    long = TOLL.replace(";", " over, en dat was voor de rederij, zegt haar directeur, nog nooit vertoond;")

    assert "€" not in plain(toll(long[:-1], long), ENGLISH)


@pytest.mark.parametrize("asked_in", ["nl", "en"])
def test_figures_are_in_the_language_of_the_card_whatever_the_question_is_in(asked_in: str) -> None:
    english = citation(2, article("A lorry pays 2,046 euros.", number="b", published="2024", language="en"))
    dutch = toll("1.058 euro").answers[0]
    both = answered(dutch, replying(english, "2,046 euros"), language=asked_in)

    shown, getoond = plain(both, ENGLISH), plain(both, DUTCH)

    assert shown.startswith("**1\\.058 euro** (€1,058) · ")
    assert "**2,046 euros** · " in shown
    assert getoond.startswith("**1\\.058 euro** · ")
    assert "**2,046 euros** (€ 2.046) · " in getoond


def test_the_values_of_a_timeline_are_in_the_language_of_its_card() -> None:
    figure = Figure(Kind.AMOUNT, Decimal(1058), "EUR", 0, 1)
    cited = toll("1.058 euro").citations
    point = Point(PartialDate(2025), cited, figure, "month", number=Decimal(1058))
    words = replace(point, figure=None, rate=None, number=None, words="Ans Vonk")
    found = Timeline("Wat kost het kaartje?", "nl", (point, words))

    assert "**€1,058 per month** " in text(found, "en", 4000)
    assert "**€ 1.058 per maand** " in text(found, "nl", 4000)
    assert "**Ans Vonk** " in text(found, "en", 4000)


@pytest.mark.parametrize("words", ["1.058 euro", "twee keer zoveel"])
def test_the_bot_says_figures_without_saying_who_reads_them(
    capsys: pytest.CaptureFixture[str], words: str
) -> None:
    print_answer(toll(words))
    printed = capsys.readouterr().out

    assert printed.startswith(f"{words} (€1,058) · " if "euro" in words else f"{words} · ")
    for said in (printed, plain(toll(words), ENGLISH), plain(toll(words), DUTCH)):
        assert not any(reader in said for reader in ("I read", "reads it", "ik ze lees", "ik het lees"))


@pytest.mark.parametrize(("locale", "beside"), [("en-US", "(1,058 "), ("nl", "")])
async def test_of_a_question_without_function_words_the_readers_language_decides(
    discord: Loopback, start_on: Start, desk: Desk, locale: str, beside: str
) -> None:
    text = "Vorig jaar telden vrijwilligers 1.058 kilometer aan Zilverbeekse heggen."
    list(desk.curator.add([replace(draft_of(text=text, source="test"), language="nl")], "operator"))
    await start_on(desk)

    card = (await discord.use("ask", {"question": "kilometer Zilverbeekse heggen"}, locale=locale)).message

    assert card is not None
    (said, *_) = card.embed["description"].splitlines()
    assert "1\\.058" in said
    assert (beside in said) if beside else "(" not in said
    assert card.embed["author"]["name"].startswith("Vraag: " if locale == "nl" else "Question: ")
