"""Acronyms are learnt from texts that give both forms, and from the initials of institutions."""

from __future__ import annotations

import pytest

from corpus.acronyms import Acronym, acronyms, initials, stands_for

SAFETY = "Nationaal Instituut voor Verkeersveiligheid"


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (f"Het {SAFETY} (NIV) pleit voor rust.", "NIV", SAFETY),
        (f"De NIV ({SAFETY}) pleit voor rust.", "NIV", SAFETY),
        (f"Het {SAFETY}, kortweg NIV, pleit voor rust.", "NIV", SAFETY),
        (f"Het {SAFETY} (kortweg: \u2018NIV\u2019) pleit voor rust.", "NIV", SAFETY),
        ("The World Harvest League, or WHL for short, met.", "WHL", "World Harvest League"),
        ("The World Harvest League, also known as the WHL, met.", "WHL", "World Harvest League"),
        (f"Het {SAFETY} meldt dat. Volgens het NIV is het druk.", "NIV", SAFETY),
        ("Het Rijksinstituut voor Getij en Meer (RIGM) meet.", "RIGM", "Rijksinstituut voor Getij en Meer"),
        ("De Partij van de Akker (PvdA) won.", "PvdA", "Partij van de Akker"),
        ("De Oosterse Unie (OU) vergadert.", "OU", "Oosterse Unie"),
        ("the centre for meadow research (CMR) says", "CMR", "centre for meadow research"),
    ],
)
def test_a_text_that_gives_both_forms_states_an_acronym(text: str, short: str, long: str) -> None:
    assert Acronym(short, long, stated=True) in acronyms(text)


@pytest.mark.parametrize(
    "text",
    [
        "Burgemeester Jan de Vries (CDX) sprak.",
        "Casper de Graaf (CDA) sprak.",
        "In Lindeveen (NH) en de Verenigde Oevers (UN) regent het.",
        "De finale duurde lang (WK)",
    ],
)
def test_what_stands_in_brackets_behind_other_words_is_no_acronym_of_theirs(text: str) -> None:
    assert not [one for one in acronyms(text) if one.stated]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De Raad voor Openbare Veiligheid stuurde inspecteurs.", [("ROV", "Raad voor Openbare Veiligheid")]),
        ("They asked the Port Amsel Transit Authority.", [("PATA", "Port Amsel Transit Authority")]),
        ("Burgemeester Geert Tammenga sprak met Anna Maria Bos.", []),
        ("De Oosterse Unie vergadert.", []),
    ],
)
def test_initials_are_those_of_institutions(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.short, one.long) for one in acronyms(text)] == found


def test_initials_are_at_least_three() -> None:
    assert initials("Raad voor Openbare Veiligheid") == "ROV"
    assert initials("Oosterse Unie") == ""


def test_every_word_gives_its_first_letter_and_small_ones_may() -> None:
    assert stands_for("PvdA", ["Partij", "van", "de", "Akker"])
    assert stands_for("PA", ["Partij", "van", "de", "Akker"])
    assert not stands_for("PAX", ["Partij", "van", "de", "Akker"])
    assert not stands_for("PT", ["Partij", "van", "de", "Akker"])
