"""How a word or name of the question was read is told on the card, on the terminal and in JSON."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.discord.display.card import plain
from bot.discord.display.card_words import CARD
from bot.documents import answers
from bot.terminal.remarks import print_remarks
from retrieval.question.names.readings import Cause, Reading
from tests.retrieval.quoted import quotations

SPELT = Reading("Brejge", "Bregje", Cause.SPELLING)
SHORT = Reading("NIV", "Nationaal Instituut voor Verkeersveiligheid", Cause.STATED, "De *Waterbode*")
READ = replace(quotations(["Storm Bregje cost 40 million."]), readings=(SPELT, SHORT))
ABSTAINED = replace(READ, abstained=True, citations=(), text="I do not know.")


@pytest.mark.parametrize("answer", [READ, ABSTAINED])
def test_the_card_tells_it_in_both_languages(answer: object) -> None:
    english, dutch = (plain(answer, CARD.of(language)) for language in ("en", "nl"))  # type: ignore[arg-type]
    assert "-# \u201cBrejge\u201d is read as \u201cBregje\u201d." in english
    assert "\u201cBrejge\u201d is gelezen als \u201cBregje\u201d." in dutch
    assert r"zoals De \*Waterbode\* het schrijft" in dutch


@pytest.mark.parametrize("answer", [READ, ABSTAINED])
def test_the_terminal_tells_it(answer: object, capsys: pytest.CaptureFixture[str]) -> None:
    print_remarks(answer)  # type: ignore[arg-type]
    told = " ".join(capsys.readouterr().out.split())
    assert "\u201cBrejge\u201d is read as \u201cBregje\u201d." in told
    assert "as De *Waterbode* writes it." in told


def test_json_has_every_reading() -> None:
    assert answers.answer(READ)["readings"] == [
        {"written": "Brejge", "read_as": "Bregje", "cause": "spelling", "outlet": None},
        {
            "written": "NIV",
            "read_as": "Nationaal Instituut voor Verkeersveiligheid",
            "cause": "stated",
            "outlet": "De *Waterbode*",
        },
    ]
