from collections.abc import Callable

from corpus.article import Draft
from tests.reading.drawn_pdf import columns, drawn, lines

Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]
LEFT = [
    "De gemeenteraad van Zuidveen heeft",
    "dinsdag besloten om de brug over de",
    "vaart te sluiten voor vrachtwagens",
    "die zwaarder zijn dan tien ton.",
]
RIGHT = [
    "Volgens wethouder Marijke Polder is",
    "de constructie te zwak geworden en",
    "duurt het herstel nog drie maanden",
    "en kost het twee miljoen euro.",
]
THIRD = [
    "Bewoners van het eiland reageren",
    "verdeeld, want voor hen is de weg",
    "langs het kanaal veel langer dan",
    "die over de brug.",
]


def test_two_columns_written_row_by_row_come_apart(save: Save, article: Read) -> None:
    page = [*lines("Brug dicht voor zwaar verkeer"), *columns(LEFT, RIGHT)]
    text = article(save("brug.pdf", drawn(page))).text
    assert text.split("\n\n") == ["Brug dicht voor zwaar verkeer", f"{' '.join(LEFT)} {' '.join(RIGHT)}"]


def test_three_columns_come_apart(save: Save, article: Read) -> None:
    text = article(save("brug.pdf", drawn(columns(LEFT, RIGHT, THIRD, left=20, width=185)))).text
    assert text == " ".join([*LEFT, *RIGHT, *THIRD])


def test_columns_whose_lines_stand_at_other_heights_come_apart(save: Save, article: Read) -> None:
    page = sorted(
        [*lines(*LEFT, left=50, top=700), *lines(*RIGHT, left=300, top=695)], key=lambda ink: -ink[1]
    )
    assert article(save("brug.pdf", drawn(page))).text == " ".join([*LEFT, *RIGHT])


def test_columns_of_unequal_length_between_headlines_come_apart(save: Save, article: Read) -> None:
    page = [
        *lines("Brug dicht: vrachtwagens moeten drie maanden lang omrijden langs het hele kanaal"),
        *columns([*LEFT, *THIRD], RIGHT),
        *lines(
            "Ook de sluis gaat op slot en blijft dat, zo schrijft de gemeente, tot diep in de winter", top=600
        ),
        *columns(RIGHT, THIRD, top=560),
    ]
    parts = article(save("brug.pdf", drawn(page))).text.split("\n\n")
    assert " ".join([*LEFT, *THIRD, *RIGHT]) in " ".join(parts[1:-2])
    assert parts[-1] == " ".join([*RIGHT, *THIRD])


def test_columns_written_one_after_the_other_stay_in_order(save: Save, article: Read) -> None:
    page = [*lines(*LEFT, top=700), *lines(*RIGHT, left=300, top=700)]
    assert article(save("brug.pdf", drawn(page))).text == " ".join([*LEFT, *RIGHT])


def test_the_rows_of_a_table_stay_together(save: Save, article: Read) -> None:
    table = columns(
        ["Straat", "Oosterkade", "Havenweg", "Molenpad"],
        ["Dicht vanaf", "4 september", "11 september", "2 oktober"],
    )
    text = article(save("brug.pdf", drawn([*lines("Wanneer welke straat dicht is."), *table]))).text
    assert "Oosterkade 4 september" in text
    assert "Molenpad 2 oktober" in text


def test_two_stories_of_two_columns_below_each_other_stay_two(save: Save, article: Read) -> None:
    stories = [(LEFT, RIGHT, 740.0), (THIRD, LEFT, 640.0)]
    page = [
        ink
        for left, right, top in stories
        for ink in [*lines(*left, top=top), *lines(*right, left=320, top=top)]
    ]
    text = article(save("brug.pdf", drawn(page))).text.replace("\n\n", " ")
    assert text == " ".join([*LEFT, *RIGHT, *THIRD, *LEFT])
