from collections.abc import Callable, Sequence

import pytest

from corpus.article import Draft
from corpus.reading.pdf import read_pdf
from tests.reading.drawn_pdf import Ink, drawn, lines

Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]
ADDRESS = "https://www.krant.example/nieuws/2023/brug-dicht.html"
FIRST = lines(
    "De gemeenteraad van Zuidveen besloot dinsdag om de brug over de vaart te",
    "sluiten voor zwaar verkeer, en moeten vrachtwagens vanaf volgende week over de",
)
SECOND = lines("nieuwe weg langs het kanaal rijden. De werkzaamheden duren drie maanden.")
TEXT = (
    "De gemeenteraad van Zuidveen besloot dinsdag om de brug over de vaart te sluiten voor zwaar verkeer, en "
    "moeten vrachtwagens vanaf volgende week over de nieuwe weg langs het kanaal rijden. De werkzaamheden "
    "duren drie maanden."
)


def chrome(page: int, of: int, stamp: str = "04-09-2023, 18:32") -> list[Ink]:
    return [
        (30, 820, stamp),
        (250, 820, "Brug dicht - De Krant"),
        (30, 20, ADDRESS),
        (550, 20, f"{page}/{of}"),
    ]


def firefox(page: int, of: int) -> list[Ink]:
    return [
        (30, 820, "Brug dicht - De Krant"),
        (330, 820, ADDRESS),
        (30, 20, f"{page} of {of}"),
        (480, 20, "9/4/2023, 6:32 PM"),
    ]


def safari(page: int, of: int) -> list[Ink]:
    return [(30, 20, ADDRESS), (480, 20, "4 september 2023 18:32"), (300, 32, f"Pagina {page} van {of}")]


def one_string(page: int, of: int) -> list[Ink]:
    return [(30, 820, "4-9-2023 18:32 Brug dicht - De Krant"), (30, 20, f"{ADDRESS} {page}/{of}")]


@pytest.mark.parametrize("framed", [chrome, firefox, safari, one_string])
@pytest.mark.parametrize("frame_first", [True, False])
def test_what_a_browser_prints_around_two_pages_leaves_the_sentences(
    save: Save, article: Read, framed: Callable[[int, int], list[Ink]], *, frame_first: bool
) -> None:
    def page(number: int, text: Sequence[Ink]) -> list[Ink]:
        return [*framed(number, 2), *text] if frame_first else [*text, *framed(number, 2)]

    draft = article(save("brug.pdf", drawn(page(1, FIRST), page(2, SECOND))))
    assert (draft.text, draft.url, draft.published) == (TEXT, ADDRESS, None)


@pytest.mark.parametrize("framed", [chrome, firefox, safari, one_string])
def test_a_print_of_one_page_loses_its_frame_too(
    save: Save, article: Read, framed: Callable[[int, int], list[Ink]]
) -> None:
    text = lines("De brug over de vaart is dicht voor zwaar verkeer.", "", "Dat meldt de gemeente.")
    draft = article(save("brug.pdf", drawn([*framed(1, 1), *text])))
    assert draft.text == "De brug over de vaart is dicht voor zwaar verkeer.\n\nDat meldt de gemeente."
    assert draft.url == ADDRESS


def test_the_day_of_printing_is_no_date_and_the_articles_own_is(save: Save, article: Read) -> None:
    text = lines("Brug dicht voor zwaar verkeer", "3 september 2023", "", "De brug over de vaart is dicht.")
    draft = article(
        save(
            "brug.pdf",
            drawn([*chrome(1, 1, "28-11-2026, 10:11"), *text], properties={"Producer": "Skia/PDF m116"}),
        )
    )
    assert str(draft.published) == "2023-09-03"


def test_a_printed_address_that_is_cut_is_no_address(save: Save, article: Read) -> None:
    frame: list[Ink] = [(30, 20, "https://www.krant.example/nieuws/2023/een-heel-lang…"), (550, 20, "1/1")]
    draft = article(save("brug.pdf", drawn([*frame, *FIRST])))
    assert draft.url is None
    assert "krant.example" not in draft.text


def test_a_fetched_print_goes_by_the_printed_address_of_its_own_site_alone() -> None:
    made = drawn([*chrome(1, 1), *FIRST])
    assert read_pdf(made, "x", "https://www.krant.example/print/8812.pdf").url == ADDRESS
    elsewhere = "https://verzamelaar.example/8812.pdf"
    assert read_pdf(made, "x", elsewhere).url == elsewhere


def test_a_date_an_address_and_numbers_that_belong_to_the_article_stay(save: Save, article: Read) -> None:
    text = lines(
        "4 september 2023",
        "Brug dicht",
        "De brug is dicht, staat op https://gemeente.example/brug en in 1/2 van de brieven.",
        "Bewoners betalen 12 van 30 euro.",
    )
    draft = article(save("brug.pdf", drawn(text)))
    assert draft.text.startswith("4 september 2023")
    assert "https://gemeente.example/brug en in 1/2 van de brieven." in draft.text
    assert draft.text.endswith("12 van 30 euro.")
    assert draft.url is None


def test_the_head_of_two_pages_goes_and_a_sentence_that_stands_on_both_stays(
    save: Save, article: Read
) -> None:
    head: list[Ink] = [(50, 815, "De Havenbode, pagina 3")]
    draft = article(save("brug.pdf", drawn([*head, *FIRST], [*head, *SECOND])))
    assert draft.text == TEXT
    same = lines("De brug is dicht.", top=700)
    assert article(save("twee.pdf", drawn(same, same))).text.count("De brug is dicht.") == 2


def test_a_title_alone_in_the_margin_of_a_print_goes(save: Save, article: Read) -> None:
    frame: list[Ink] = [(250, 820, "Brug dicht - De Krant"), (30, 20, ADDRESS)]
    made = drawn([*frame, *FIRST], properties={"Title": "Brug dicht - De Krant"})
    assert article(save("brug.pdf", made)).text.startswith("De gemeenteraad")


def test_an_address_in_the_last_line_of_a_printed_article_stays(save: Save, article: Read) -> None:
    text = lines(
        "De brug over de vaart is dicht voor zwaar verkeer.", "Meer staat op https://gemeente.example/brug"
    )
    draft = article(save("brug.pdf", drawn([*chrome(1, 1), *text])))
    assert draft.text.endswith("https://gemeente.example/brug")
    assert draft.url == ADDRESS


def test_the_address_below_the_letters_of_an_office_is_not_that_of_the_article(
    save: Save, article: Read
) -> None:
    foot: list[Ink] = [(30, 20, "https://gemeente.example/persberichten")]
    assert article(save("brug.pdf", drawn([*FIRST, *foot]))).url is None
