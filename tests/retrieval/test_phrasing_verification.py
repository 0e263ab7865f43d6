from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.phrasing.cleaning import cleaned
from retrieval.phrasing.completed import completed
from retrieval.phrasing.verification import Fault
from tests.retrieval.quoted import quotations
from tests.retrieval.verifying import verified

BONUS = (
    "Het eerste is de tekenbonus: een buitenlander die een contract met het Russische leger sluit, krijgt "
    "eenmalig 495 duizend roebel, ongeveer 4.700 euro."
)
RECORD = "Russia's signing bonus in Moscow has risen to 1.9 million roubles, the mayor said on Monday."
OPENED = "The new bridge over the Drost was opened by mayor Anna Visser on Saturday."
SAID = "\u201cWe lose a third of our colonies every winter,\u201d beekeeper Tom Oakes said."
NOT_YET = "De tramlijn gaat niet in 2025 rijden, zei wethouder Bakker."
TRAIN = "Trains leave Utrecht for Turin at 18.40 on Mondays, and 150 soldiers guard them in Estonia."
QUOTES = quotations([(BONUS, "nl"), RECORD, OPENED, SAID, (NOT_YET, "nl"), TRAIN]).citations
QUESTION = "How much is Russia's signing bonus?"


def faults(text: str, language: str = "en") -> list[Fault]:
    return [one.fault for one in verified(text, QUOTES, question=QUESTION, language=language).dropped]


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Foreigners get 495 thousand roubles once, about 4,700 euros [1].", "en"),
        ("Foreigners get 495,000 roubles [1].", "en"),
        ("In Moscow the signing bonus has risen to 1.9 million roubles [2].", "en"),
        ("In Moskou is de tekenbonus gestegen naar 1,9 miljoen roebel [2].", "nl"),
        ("Buitenlanders krijgen eenmalig 495 duizend roebel [1].", "nl"),
        ("The values differ: 495 thousand roubles [1] and 1.9 million roubles [2].", "en"),
        ("Mayor Anna Visser opened the bridge on Saturday [3].", "en"),
        ("De brug is op zaterdag geopend door Anna Visser [3].", "nl"),
        ("The Russian army pays foreigners 495,000 roubles [1].", "en"),
        ("Beekeeper Tom Oakes said: \u201cWe lose a third of our colonies every winter\u201d [4].", "en"),
        ('"We lose a third of our colonies every winter," Tom Oakes said [4].', "en"),
        ("The tram line will not run in 2025, Bakker said [5].", "en"),
        ("De treinen naar Turijn vertrekken op maandag om 18.40 uur [6].", "nl"),
        ("In Estland bewaken 150 militairen de treinen [6].", "nl"),
    ],
)
def test_what_the_cited_quotes_say_stays_also_in_the_other_language(said: str, language: str) -> None:
    assert faults(said, language) == []
    assert verified(said, QUOTES, question=QUESTION, language=language).enough


@pytest.mark.parametrize(
    ("said", "language", "fault"),
    [
        ("Foreigners get 495 thousand roubles once.", "en", Fault.UNCITED),
        ("Foreigners get 495 thousand roubles once [9].", "en", Fault.UNCITED),
        ("Foreigners get 495 thousand roubles [2].", "en", Fault.FIGURE),
        ("Foreigners get 459 thousand roubles [1].", "en", Fault.FIGURE),
        ("Foreigners get 495 roubles [1].", "en", Fault.FIGURE),
        ("Foreigners get 495 thousand euros [1].", "en", Fault.FIGURE),
        ("De tekenbonus in Moskou is 19 miljoen roebel [2].", "nl", Fault.FIGURE),
        (
            "The signing bonus in Moscow has risen by 20 percent to 1.9 million roubles [2].",
            "en",
            Fault.FIGURE,
        ),
        ("The new bridge over the Drost was opened on Saturday 14 March [3].", "en", Fault.FIGURE),
        ("The new bridge over the Drost was opened in 2019 [3].", "en", Fault.FIGURE),
        ("The mayor of the new bridge can be called at 0900-1234 [3].", "en", Fault.FIGURE),
        ("The mayor said the bridge was \u201ctoo dear\u201d when it opened [3].", "en", Fault.QUOTATION),
        ("The mayor said the new bridge was \u201copened [3].", "en", Fault.QUOTATION),
        ('Tom Oakes said: "We lose our colonies every winter" [4].', "en", Fault.QUOTATION),
        ("The new bridge over the Drost was opened by mayor Jan Visser [3].", "en", Fault.NAME),
        ("The new bridge over the Drost was opened by the mayor on Sunday [3].", "en", Fault.NAME),
        ("De brug is op zondag geopend door Anna Visser [3].", "nl", Fault.NAME),
        ("The signing bonus in Kazan has risen to 1.9 million roubles [2].", "en", Fault.NAME),
        ("De treinen naar Turijn vertrekken op zondag [6].", "nl", Fault.NAME),
        ("Germany has 150 soldiers who guard the trains [6].", "en", Fault.NAME),
        ("In Letland bewaken 150 militairen de treinen [6].", "nl", Fault.NAME),
        ("The new bridge over the Drost was not opened by mayor Anna Visser [3].", "en", Fault.DENIAL),
        ("The tram line will run in 2025, Bakker said [5].", "en", Fault.DENIAL),
        ("The tram line won't be opened by mayor Anna Visser on Saturday [3].", "en", Fault.DENIAL),
        ("All ships are welcome and the beer is free for everybody [3].", "en", Fault.WORDS),
        ("Iedereen kan voortaan kosteloos oversteken met zijn fiets [3].", "nl", Fault.WORDS),
        ("The signing bonus of Russia is a secret [2].", "en", Fault.WORDS),
        ("[3]", "en", Fault.EMPTY),
    ],
)
def test_what_they_do_not_say_is_dropped(said: str, language: str, fault: Fault) -> None:
    assert faults(said, language) == [fault]
    assert not verified(said, QUOTES, question=QUESTION, language=language).enough


def test_markers_of_quotes_that_do_not_exist_are_taken_away() -> None:
    result = verified("Mayor Anna Visser opened the bridge on Saturday [3][12].", QUOTES, language="en")
    assert result.text == "Mayor Anna Visser opened the bridge on Saturday. [3]"


def test_more_lies_than_truths_are_not_enough() -> None:
    truth = "Mayor Anna Visser opened the bridge on Saturday [3]."
    lie = "The bridge over the Drost was opened by mayor Jan Kist [3]."
    assert verified(f"{truth} {lie}", QUOTES, language="en").enough
    assert not verified(f"{truth} {lie} {lie} Really.", QUOTES, language="en").enough


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("See https://evil.example/a?b=1 for it [1].", "See for it [1]."),
        ("See [the fares](https://evil.example) [1].", "See the fares [1]."),
        ("![x](https://evil.example/?q=1) It rises [1].", "It rises [1]."),
        ("Go to evil.example/login or www.evil.org [1].", "Go to or [1]."),
        ("Mail bob@evil.example, @everyone and <@123456> [1].", "Mail , and [1]."),
        ("**It** is `dear` and ||hidden|| [1].", "It is dear and hidden [1]."),
        ("It rises【1】 [1, 2] [^3].", "It rises[1] [1][2] [3]."),
        ("It\u200b rises\u202e [1].", "It rises [1]."),
        ("It costs 4.700 euro, i.e. 1.9 mln [1].", "It costs 4.700 euro, i.e. 1.9 mln [1]."),
    ],
)
def test_nothing_that_is_left_links_pings_or_formats(written: str, plain: str) -> None:
    assert cleaned(written).replace(" ,", ",") == plain.replace(" ,", ",")


TEXTS = (
    "It costs 58 euros [1]. A car pays 140 euros.[2] It is dear. [1][3] That is all [2].",
    (
        "Het kost 1,9 mln. euro [1]. "
        "Wethouder dhr. Jansen zei \u201cHet is klaar. Echt.\u201d [2] Dat was het [1]."
    ),
    "- The U.S. pays 1.9 million [1].\n- J. de Vries agreed [2].\n\nDone [1].",
    "<think>So it is 3. [1]\n\nOr 4?</think>\nIt is 5 [1]. It was 6 [2].",
)


@given(st.sampled_from(TEXTS), st.lists(st.integers(1, 9), min_size=1, max_size=200))
def test_how_a_text_is_cut_into_pieces_changes_no_sentence(text: str, lengths: list[int]) -> None:
    pieces, at = [], 0
    for length in lengths:
        pieces.append(text[at : at + length])
        at += length
    assert [*completed([*pieces, text[at:]], "en")] == [*completed([text], "en")]


def test_a_sentence_ends_behind_its_markers() -> None:
    assert [*completed([TEXTS[0]], "en")] == [
        "It costs 58 euros [1].",
        "A car pays 140 euros.[2]",
        "It is dear. [1][3]",
        "That is all [2].",
    ]
    assert [*completed([TEXTS[1]], "nl")][1:] == [
        "Wethouder dhr. Jansen zei \u201cHet is klaar. Echt.\u201d [2]",
        "Dat was het [1].",
    ]


def test_a_sentence_is_given_as_soon_as_the_next_has_begun() -> None:
    pieces = iter(["It costs ", "58 euros", " [1]. A", " car pays", " 140 euros [2]."])
    assert next(completed(pieces, "en")) == "It costs 58 euros [1]."
    assert [*pieces] == [" 140 euros [2]."]
