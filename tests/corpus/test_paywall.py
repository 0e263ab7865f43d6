"""A text that stops at a paywall is told from a whole one, and what the wall says is no part of it."""

from __future__ import annotations

import pytest

from corpus.article import Draft, Shortfall
from corpus.genre import labelled
from corpus.paywall import before_wall

TEASER = "The harbour master of Elm Bay stepped down on Monday."


@pytest.mark.parametrize(
    "wall",
    [
        "Verder lezen? Word abonnee",
        "Lees verder",
        "Lees verder…",
        "Verder lezen? Word abonnee voor € 2 per week. Maandelijks opzegbaar.",
        "Dit artikel is alleen voor abonnees.",
        "Om verder te lezen moet je inloggen of een abonnement nemen.",
        "Log in om dit artikel te lezen",
        "Word abonnee en lees direct verder\n\nAl abonnee? Inloggen",
        "Exclusief voor abonnees",
        "Subscribe to read the full article. Already a subscriber? Log in",
        "Read more",
        "Continue reading »",
        "This article is for subscribers only.",
        "To continue reading, subscribe now.",
        "Want to keep reading? Start your free trial.",
        "Create a free account to read this article",
        "You have read your 3 free articles this month.",
        "Verder lezen? Word abonnee\n\nDeel dit artikel\n\nReacties (3)",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", " "])
def test_what_a_wall_says_leaves_the_text_which_is_a_beginning(wall: str, between: str) -> None:
    assert before_wall(f"{TEASER}{between}{wall}") == (TEASER, True)


@pytest.mark.parametrize("end", ["on…", "on...", "on […]", "on [...]"])
def test_a_text_that_breaks_off_is_a_beginning_and_stays_as_it_is(end: str) -> None:
    text = f"{TEASER} She left {end}"
    assert before_wall(text) == (text, True)


@pytest.mark.parametrize(
    "last",
    [
        "Residents can register online to view the plans.",
        "Om dit te bereiken wordt hij lid van de partij.",
        "Word lid van de vakbond.",
        "Abonneer je op onze nieuwsbrief.",
        "Read more: Bridge opens again",
        "Lees ook: Brug weer open",
        "The story was available to members of parliament.",
        "A ticket costs € 12.",
        "“We zullen zien…”",
        "Sign up to see the comet on Friday.",
        "Dat was het.\n\nDeel dit artikel",
    ],
)
def test_a_whole_text_stays_whole(last: str) -> None:
    assert before_wall(f"{TEASER} {last}") == (f"{TEASER} {last}", False)


def test_a_long_text_may_trail_off_as_its_writer_meant() -> None:
    assert not before_wall(f"{TEASER} " * 80 + "Who knows…")[1]


def test_a_text_that_is_only_a_wall_is_left_as_it_is() -> None:
    assert before_wall("Verder lezen? Word abonnee") == ("Verder lezen? Word abonnee", True)


def test_an_article_is_marked_once_and_the_same_when_it_is_marked_again() -> None:
    once = labelled(Draft(f"{TEASER}\n\nLees verder", "test"))
    assert (once.text, once.shortfall) == (TEASER, Shortfall.BEGINNING)
    assert labelled(once) == once
