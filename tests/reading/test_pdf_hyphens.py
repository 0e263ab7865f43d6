from collections.abc import Callable

import pytest

from corpus.article import Draft
from tests.reading.drawn_pdf import drawn, lines

Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]
DUTCH = "De gemeenteraad van Zuidveen sprak gisteravond lang over de brug bij het"
ENGLISH = "The council of Southfen talked for a long time last night about the bridge"


def joined(save: Save, article: Read, opening: str, cut: str, *more: str) -> str:
    before, after = cut.split("/")
    page = lines(opening, f"kanaal {before}", f"{after} kanaal.", *more)
    return article(save("brug.pdf", drawn(page))).text.split("kanaal ")[1].split(" kanaal")[0]


@pytest.mark.parametrize(
    "cut",
    [
        "oud-/minister", "oud-/wethouder", "ex-/premier", "ex-/echtgenoot", "ex-/trainer", "vice-/voorzitter",
        "niet-/roker", "non-/profit", "loco-/burgemeester", "adjunct-/directeur", "kandidaat-/notaris",
        "collega-/raadslid", "PVV-/leider", "EU-/top", "A2-/file", "e-/mail", "x-/as", "T-/shirt",
        "tv-/presentator",
        "pc-/scherm", "wk-/finale", "hbo-/student", "btw-/verhoging", "65-/plusser", "2023-/2024",
        "Noord-/Holland",
        "Zuid-/Korea", "anti-/Duits", "directeur-/generaal", "zee-/egel", "radio-/uitzending",
        "mede-/eigenaar",
        "auto-/ongeluk", "CDA-/VVD", "covid-/19", "kant-en-/klaar",
        "zwart-/wit", "minister-/president", "make-/up", "two-/year-old", "doe-/het-zelf", "kant-/en-klaar",
    ],
)  # fmt: skip
def test_a_dutch_hyphen_that_is_real_stays(save: Save, article: Read, cut: str) -> None:
    assert joined(save, article, DUTCH, cut) == cut.replace("/", "")


@pytest.mark.parametrize(
    "cut",
    [
        "mi-/nister", "gemeente-/raad", "oud-/ste", "oud-/heid", "ex-/tra", "ex-/amen", "ex-/pert",
        "ex-/port",
        "ex-/treem", "ex-/clusief", "ex-/plosie", "ex-/positie", "niet-/ig", "niet-/temin", "non-/chalant",
        "loco-/motief", "Amster-/dam", "MINIS-/TERIE", "offici-/eel", "muse-/um", "eu-/ro", "brug-/gen",
        "werk-/zaamheden", "ver-/keer", "ama-/teur",
    ],
)  # fmt: skip
def test_a_dutch_word_that_the_margin_cut_is_made_whole(save: Save, article: Read, cut: str) -> None:
    assert joined(save, article, DUTCH, cut) == cut.replace("-/", "")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [("ge-/interesseerd", "geïnteresseerd"), ("be-/eindigen", "beëindigen"), ("ego-/isme", "egoïsme")],
)
def test_the_diaeresis_that_a_break_takes_away_comes_back(
    save: Save, article: Read, cut: str, whole: str
) -> None:
    assert joined(save, article, DUTCH, cut) == whole


@pytest.mark.parametrize(
    "cut",
    [
        "ex-/minister", "vice-/president", "self-/employed", "well-/known", "so-/called", "long-/term",
        "high-/level", "two-/year", "set-/up", "first-/half", "twenty-/one", "re-/election",
        "co-/operation", "e-/mail",
        "NHS-/funded",
        "state-of-the-/art", "up-/to-date", "72-year-/old", "X-/ray", "mother-in-/law", "Anglo-/French",
        "president-/elect",
        "London-/based", "non-/smoker",
    ],
)  # fmt: skip
def test_an_english_hyphen_that_is_real_stays(save: Save, article: Read, cut: str) -> None:
    assert joined(save, article, ENGLISH, cut) == cut.replace("/", "")


@pytest.mark.parametrize(
    "cut",
    [
        "min-/ister", "coun-/cil", "ex-/pected", "ex-/ample", "ex-/plain", "ex-/pired", "ex-/cited",
        "re-/called", "ex-/treme", "self-/ish",
        "so-/ciety",
        "so-/lution", "part-/ner", "high-/way", "short-/age", "well-/ness", "news-/paper", "non-/sense",
        "South-/ampton", "four-/teen", "for-/ward", "to-/day", "it-/self",
    ],
)  # fmt: skip
def test_an_english_word_that_the_margin_cut_is_made_whole(save: Save, article: Read, cut: str) -> None:
    assert joined(save, article, ENGLISH, cut) == cut.replace("-/", "")


@pytest.mark.parametrize(
    ("cut", "elsewhere", "whole"),
    [
        ("klimaat-/top", "De klimaat-toppen van vorig jaar waren minder druk.", "klimaat-top"),
        ("oud-/bestuur", "Het oudbestuur zweeg.", "oudbestuur"),
        ("Wubbels-/aanhanger", "Ook Wubbels zelf was er niet bij.", "Wubbels-aanhanger"),
        ("Zeeland-/se", "In Zeeland zelf zweeg men.", "Zeelandse"),
        ("Duits-/land", "Men sprak er Duits.", "Duitsland"),
        ("wifi-/netwerk", "Zulke wifi-netwerken zijn traag.", "wifi-netwerk"),
    ],
)
def test_the_same_word_elsewhere_in_the_text_decides(
    save: Save, article: Read, cut: str, elsewhere: str, whole: str
) -> None:
    assert joined(save, article, DUTCH, cut, elsewhere) == whole


@pytest.mark.parametrize(
    ("cut", "whole"), [("in-/en uitgang", "in- en uitgang"), ("25-/tot 30-jarigen", "25- tot 30-jarigen")]
)
def test_a_hyphen_that_stands_for_a_shared_half_keeps_its_space(
    save: Save, article: Read, cut: str, whole: str
) -> None:
    assert joined(save, article, DUTCH, cut) == whole


def test_a_web_address_keeps_its_hyphens(save: Save, article: Read) -> None:
    page = lines(DUTCH, "kanaal https://brug.example/oude-", "brug kanaal.")
    assert "https://brug.example/oude-brug " in article(save("brug.pdf", drawn(page))).text


def test_a_soft_hyphen_joins_and_goes(save: Save, article: Read) -> None:
    assert joined(save, article, DUTCH, "mi\xad/nister") == "minister"
    means = {code: chr(code) for code in range(32, 127)} | {173: "\xad"}
    page = lines(DUTCH, "kanaal van de mi\xadnis\xad", "ter en ge\xadmeente.")
    assert article(save("brug.pdf", drawn(page, means=means))).text.endswith("de minister en gemeente.")
