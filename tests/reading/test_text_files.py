from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.article import Draft
from corpus.dates import PartialDate

SEEDS = Path(__file__).parents[3] / "shared" / "data" / "seeds"
LIKE_THE_SEED = """ date 2024-11 Reizigers wachten op de pont aan de Oosterkade. Beeld Getty Images

De pont naar de Oosterkade vaart voorlopig niet, heeft de gemeente woensdag besloten.

Over de auteur

Sanne van der Wit is regioverslaggever van de Havenbode.

Dure motor

Een nieuwe motor kost 1,9 miljoen euro.
"""

Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]


def test_an_article_that_opens_with_a_date_and_a_caption_comes_out_right(save: Save, article: Read) -> None:
    path = save("pont.txt", LIKE_THE_SEED)
    draft = article(path)
    assert draft == Draft(
        text=LIKE_THE_SEED.removeprefix(" date 2024-11 ").strip(),
        source=path,
        outlet="de Havenbode",
        author="Sanne van der Wit",
        published=PartialDate(2024, 11),
        language="nl",
    )


@pytest.mark.skipif(not any(SEEDS.glob("000_*.txt")), reason="the seed article is not on this machine")
def test_the_seed_comes_out_right(article: Read) -> None:
    draft = article(str(next(SEEDS.glob("000_*.txt"))))
    assert (draft.title, draft.author, draft.outlet) == (None, "Maarten Albers", "de Volkskrant")
    assert (str(draft.published), draft.language) == ("2023-09", "nl")
    assert draft.text.startswith("Wervingscampagne")
    assert "495 duizend roebel" in draft.text


def test_header_lines_win_over_what_the_text_suggests(save: Save, article: Read) -> None:
    header = (
        "title: De pont\nauthor: Redactie\noutlet: Persdienst\nurl: https://pers.example/1\nlanguage: en\n"
    )
    draft = article(save("pont.txt", header + "\n" + LIKE_THE_SEED.removeprefix(" date 2024-11 ")))
    assert (draft.title, draft.author, draft.outlet) == ("De pont", "Redactie", "Persdienst")
    assert (draft.url, draft.language) == ("https://pers.example/1", "en")


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("Pont vaart weer\n\n", "Pont vaart weer"),
        ("Vaart de pont weer?\n\n", "Vaart de pont weer?"),
        ("Pont vaart weer.\n\n", None),
        ("Pont vaart weer\n", None),
        ("De pont aan de kade. Foto: Bram Kolk\n\n", None),
        ("People on the quay (Photo by Nora Lee / AFP)\n\n", None),
        ("Ferry in the fog © Reuters\n\n", None),
        ("Ferry © Nora Lee in the fog\n\n", None),
        ("Door Sanne de Wit\n\n", None),
        ("5 september 2023\n\n", None),
        ("SKELBY, 5 September\n\n", None),
        ("Over de auteur\n\n", None),
        ("lang " * 30 + "\n\n", None),
        ("* * *\n\n", None),
    ],
)
def test_a_first_line_is_a_title_only_where_that_is_safe(
    save: Save, article: Read, opening: str, title: str | None
) -> None:
    draft = article(save("a.txt", f"{opening}De pont naar de kade vaart sinds maandag weer."))
    assert draft.title == title
    assert draft.text.startswith(opening.strip())


def test_a_lone_line_is_an_article_and_not_a_title(save: Save, article: Read) -> None:
    assert article(save("a.txt", "De pont vaart weer")).title is None


@pytest.mark.parametrize(
    "opening", ["# Pont **vaart** [weer](https://x.example) #\n", "\nPont vaart weer\n=====\n"]
)
def test_a_markdown_heading_is_the_title_and_no_part_of_the_text(
    save: Save, article: Read, opening: str
) -> None:
    draft = article(save("a.md", f"---\ndate: 2024\n---\n{opening}\nDe pont vaart."))
    assert (draft.title, draft.text, draft.published) == (
        "Pont vaart weer",
        "De pont vaart.",
        PartialDate(2024),
    )


def test_a_heading_below_another_title_stays_in_the_text(save: Save, article: Read) -> None:
    draft = article(save("a.md", "title: Pont\n\n# Andere kop\n\nDe pont vaart."))
    assert (draft.title, draft.text) == ("Pont", "# Andere kop\n\nDe pont vaart.")


def test_the_text_between_its_blank_edges_is_kept_exactly(save: Save, article: Read) -> None:
    text = "Eén  zin\tmet ruimte. \n\n\n   Nog een zin."
    assert article(save("a.txt", f"\n \n{text}\n\n")).text == text


def test_windows_text_reads_as_the_same_article(save: Save, article: Read) -> None:
    plain, windows = (
        save("a.txt", LIKE_THE_SEED),
        save("b.txt", LIKE_THE_SEED.replace("\n", "\r\n").encode("cp1252")),
    )
    assert article(plain).text == article(windows).text
