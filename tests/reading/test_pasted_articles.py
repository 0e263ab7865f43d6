from __future__ import annotations

import pytest

from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading.text_file import read_text

DAY = PartialDate(2023, 9, 4)
BODY = "De gemeenteraad van Zuidveen besloot dinsdag om de brug te sluiten.\n\nHet werk duurt drie maanden."


def pasted(above: str, body: str = BODY) -> Draft:
    return read_text(f"{above}\n\n{body}".encode(), "x")


@pytest.mark.parametrize(
    "above",
    [
        "Brug dicht voor verkeer\nDoor Sanne de Wit\n4 september 2023",
        "Brug dicht voor verkeer\n\nDoor: Sanne de Wit\n\nmaandag 4 september 2023, 18:32",
        "Brug dicht voor verkeer\n\nDoor Sanne de Wit, 4 september 2023",
        "Brug dicht voor verkeer\n\nDoor Sanne de Wit | 4 september 2023 | 18:32",
        "Brug dicht voor verkeer\n\nSanne de Wit\n4 september 2023 om 18.32 uur",
        "Brug dicht voor verkeer\nSanne de Wit – 4 september 2023 – Binnenland",  # noqa: RUF001 - as typeset
        "Brug dicht voor verkeer\nGepubliceerd op 4 september 2023\nTekst: redactie\nDoor Sanne de Wit",
        "Brug dicht voor verkeer\n\nDe raad wil geen risico.\n\nDoor Sanne de Wit\nSkelby, 4 september 2023",
        "Binnenland\n\nBrug dicht voor verkeer\n\nDoor Sanne de Wit\n4 september 2023",
        "Home > Nieuws\nBrug dicht voor verkeer\nSanne de Wit\n4 SEPTEMBER 2023",
        "4 september 2023\nBrug dicht voor verkeer\nDoor Sanne de Wit",
        "Door Sanne de Wit\n4 september 2023\n\nBrug dicht voor verkeer",
        "Brug dicht voor verkeer\nBy Sanne de Wit\nSeptember 4, 2023 6:32 p.m. ET\n3 min read",
    ],
)
def test_what_stands_on_lines_of_its_own_above_a_text_becomes_its_fields(above: str) -> None:
    draft = pasted(above)
    assert (draft.title, draft.author, draft.published) == ("Brug dicht voor verkeer", "Sanne de Wit", DAY)
    assert draft.text == f"{above}\n\n{BODY}"


@pytest.mark.parametrize("first", ["https://krant.example/brug", "<https://krant.example/brug>"])
def test_an_address_on_the_first_line_is_the_articles_and_no_part_of_it(first: str) -> None:
    draft = pasted(f"{first}\n\nBrug dicht voor verkeer\nDoor Sanne de Wit\n4 september 2023")
    assert (draft.url, draft.title, draft.author) == (
        "https://krant.example/brug",
        "Brug dicht voor verkeer",
        "Sanne de Wit",
    )
    assert draft.published == DAY
    assert draft.text.startswith("Brug dicht voor verkeer\n")


def test_an_address_below_the_title_is_the_articles_and_one_in_a_sentence_is_not() -> None:
    draft = pasted("Brug dicht voor verkeer\nhttps://krant.example/brug\nDoor Sanne de Wit")
    assert (draft.url, draft.title) == ("https://krant.example/brug", "Brug dicht voor verkeer")
    assert draft.text == f"Brug dicht voor verkeer\nDoor Sanne de Wit\n\n{BODY}"
    assert pasted("Brug dicht\n\nKijk op https://krant.example/brug voor meer.").url is None
    assert pasted(f"{BODY}\n\nhttps://krant.example/brug").url is None


def test_an_address_alone_is_no_article() -> None:
    with pytest.raises(SourceUnreadable, match="only an address"):
        read_text(b"https://krant.example/brug\n", "x")


def test_a_day_of_change_is_kept_apart() -> None:
    draft = pasted("Brug dicht\nGepubliceerd op 4 september 2023\nLaatste update: 5 september 2023, 10:00")
    assert (draft.published, draft.modified) == (DAY, PartialDate(2023, 9, 5))
    one_line = pasted("Brug dicht\n4 september 2023 18:32 Laatste update: 5 september 2023 10:00")
    assert (one_line.published, one_line.modified) == (DAY, PartialDate(2023, 9, 5))


@pytest.mark.parametrize(
    "text",
    [
        "Tijdlijn van de brug\n\n1 maart 2020\nDe brug gaat dicht.\n\n4 september 2023\nDe brug gaat open.",
        "Brug dicht\n\nOp 4 september 2023 ging de brug dicht.",
        "Brug dicht\n4 september 2023 was een drukke dag voor de brugwachter.",
        "Brug dicht\n\nIn 2023",
    ],
)
def test_a_day_within_the_story_is_not_when_it_was_published(text: str) -> None:
    assert pasted(text).published is None


@pytest.mark.parametrize("line", ["Den Haag", "Local News", "Binnenland"])
def test_a_place_or_a_section_above_the_day_wrote_nothing(line: str) -> None:
    draft = pasted(
        f"Brug dicht\n{line}\n4 september 2023", f"{BODY} De minister reist vanuit het Rijk naar Den Haag."
    )
    assert (draft.author, draft.published) == (None, DAY)


def test_two_lines_that_may_each_be_the_title_are_none() -> None:
    assert pasted("Brug dicht\nRaad wil geen risico nemen\nDoor Sanne de Wit").title is None


def test_header_lines_win_over_what_stands_above_the_text() -> None:
    draft = pasted("title: Sluis dicht\ndate: 2024-01-02\n\nBrug dicht\nDoor Bram Kolk\n4 september 2023")
    assert (draft.title, draft.published, draft.author) == (
        "Sluis dicht",
        PartialDate(2024, 1, 2),
        "Bram Kolk",
    )


@pytest.mark.parametrize("line", ["Datum: 2023-99-99", "Published: someday soon", "Laatste update: net"])
def test_a_line_that_only_looks_like_a_day_says_nothing(line: str) -> None:
    draft = pasted(f"Brug dicht\n{line}")
    assert (draft.published, draft.modified) == (None, None)
