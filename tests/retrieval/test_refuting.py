"""A claim is not shown without the sentence that calls it false."""

from __future__ import annotations

import pytest

from bot.assembly import Desk
from corpus.article import Article, Draft, Span
from corpus.filters import Filters
from corpus.sentences import sentences
from retrieval.answering.refuting import may_be_refuted, refutation
from tests.retrieval.newsroom import BEES, add, draft, now

CLAIM = "A post says that the bridge over the Drost will be closed in May 2026."


def refuted_by(text: str, language: str = "en", claim: int = 0) -> str | None:
    """Return the sentence that calls a sentence of a text false, the first unless another is named."""
    stored = Article("a", 1, None, Draft(text, "test", language=language), now())
    every = sentences(text, language)
    found = refutation(stored, every[claim])
    assert found is None or may_be_refuted(stored, every[claim])
    return found.of(text) if found else None


@pytest.mark.parametrize(
    "refutation",
    [
        "The claim is false.",
        "That is not true.",
        "This is simply untrue, says the council.",
        "The story was made up.",
        "It is a hoax, the police say.",
        "The photo that was shared is fake.",
        "The report is misleading.",
    ],
)
def test_an_english_refutation_is_found(refutation: str) -> None:
    assert refuted_by(f"{CLAIM} {refutation} Cyclists need not worry.") == refutation


@pytest.mark.parametrize(
    "refutation",
    [
        "Dat klopt niet.",
        "Het bericht is onjuist.",
        "De bewering is niet waar, zegt de gemeente.",
        "Er klopt niets van.",
        "De foto is nep.",
        "Dit verhaal is verzonnen.",
        "Die geruchten zijn onwaar.",
    ],
)
def test_a_dutch_refutation_is_found(refutation: str) -> None:
    claim = "Volgens een bericht gaat de brug over de Drost in mei dicht."
    assert refuted_by(f"{claim} {refutation} Fietsers hoeven niets te doen.", "nl") == refutation


def test_a_claim_may_be_refuted_in_its_own_sentence() -> None:
    own = "The claim about the bridge is false."
    assert refuted_by(f"{own} It was shared widely.") == own


def test_a_refutation_may_stand_three_sentences_on_and_no_further() -> None:
    between = ["It was shared a thousand times.", "Many were worried.", "Some called the council."]
    assert refuted_by(" ".join([CLAIM, *between[:2], "The claim is false."])) == "The claim is false."
    assert refuted_by(" ".join([CLAIM, *between, "The claim is false."])) is None


def test_a_passage_is_looked_through_once_with_what_comes_soon_after_it() -> None:
    text = f"{CLAIM} The council says so. {'The bridge is old. ' * 100}It is a hoax."
    stored = Article("a", 1, None, Draft(text, "test", language="en"), now())
    assert not may_be_refuted(stored, Span(0, len(CLAIM)))
    assert may_be_refuted(stored, Span(0, len(text) - 1000))


def test_what_comes_before_does_not_refute_what_follows() -> None:
    assert refuted_by(f"The claim is false. {CLAIM}", claim=1) is None


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} That is true, says the council.",
        f"{CLAIM} The alarm was false.",
        f"{CLAIM} He was given a false passport.",
        f"{CLAIM} The council does not know yet.",
        f"{CLAIM} The bridge is not safe.",
    ],
)
def test_news_is_not_taken_for_refuted(text: str) -> None:
    assert refuted_by(text) is None


def test_nothing_refutes_the_last_sentence() -> None:
    assert refuted_by(CLAIM) is None


@pytest.mark.parametrize(
    ("published", "claim", "false", "question"),
    [
        ("en", CLAIM, "The claim is false.", "When will the bridge over the Drost be closed?"),
        (
            "nl",
            "Volgens een bericht wordt de brug over de Drost in mei 2026 gesloten.",
            "Dat klopt niet.",
            "Wanneer wordt de brug over de Drost gesloten?",
        ),
    ],
)
def test_an_answer_quotes_a_claim_with_its_refutation_and_says_so(
    desk: Desk, published: str, claim: str, false: str, question: str
) -> None:
    text = f"{claim} {false}"
    add(desk, [draft(text, "check", "2026-03-01", language=published), draft(BEES, "bees", "2023")])
    found = desk.answerer.consider(question, Filters())
    (quote,) = (one for one in found.quotes if one.text.startswith(claim))
    assert quote.text == text
    assert quote.span == Span(0, len(text))
    assert all(one.refuted for one in found.answer.citations)
