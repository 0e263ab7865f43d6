from collections.abc import Callable

import pytest

from corpus.article import Draft
from corpus.dates import PartialDate
from tests.reading.drawn_pdf import drawn, lines

Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]
BODY = (
    "De gemeenteraad van Zuidveen besloot dinsdag om de brug over de vaart te",
    "sluiten voor zwaar verkeer. Op 3 maart 2019 gebeurde dat ook al een keer.",
)
SAVED = "D:20261128101112+01'00'"
INDESIGN = {"Creator": "Adobe InDesign 18.4 (Windows)", "Producer": "Adobe PDF Library 17.0"}
WORD = {"Creator": "Microsoft® Word voor Microsoft 365", "Producer": "Microsoft® Word voor Microsoft 365"}


def read(save: Save, article: Read, *opening: str, **properties: str) -> Draft:
    return article(save("brug.pdf", drawn(lines(*opening, *BODY), properties=properties)))


@pytest.mark.parametrize(
    "program",
    [
        WORD,
        {"Producer": "iText 5.5"},
        {"Creator": "Writer", "Producer": "LibreOffice 7.6"},
        {"Producer": "macOS Version 14.1 Quartz PDFContext", "Creator": "Pages"},
        {"Producer": "Skia/PDF m116", "Creator": "Mozilla/5.0 Chrome"},
        {"Producer": "GPL Ghostscript 10.02"},
        {"Producer": "Canon iR-ADV C5535"},
        {"Creator": "LaTeX with hyperref", "Producer": "pdfTeX-1.40"},
        {"Producer": "Delpher"},
        {},
    ],
)
def test_the_day_a_file_was_saved_is_no_date_and_its_owner_no_author(
    save: Save, article: Read, program: dict[str, str]
) -> None:
    draft = read(
        save, article, CreationDate=SAVED, Author="Jan de Beheerder" if program else "admin", **program
    )
    assert (draft.published, draft.author) == (None, None)


@pytest.mark.parametrize(
    "program", ["Adobe InDesign CS6", "QuarkXPress(R) 9.5", "Scribus 1.5.8", "PageMaker 7.0"]
)
def test_a_layout_program_gives_the_day_and_the_author(save: Save, article: Read, program: str) -> None:
    made = {"Creator": program, "CreationDate": "D:20240305081500+01'00'", "Author": "Sanne de Wit"}
    draft = read(save, article, Title="Brug dicht", **made)
    assert (draft.title, draft.author, draft.published) == (
        "Brug dicht",
        "Sanne de Wit",
        PartialDate(2024, 3, 5),
    )


@pytest.mark.parametrize(
    "account",
    [
        "gebruiker",
        "admin",
        "Microsoft Office User",
        "Windows-gebruiker",
        "s.dewit@krant.example",
        "Systeembeheer Zuidveen",
        "sdwit01",
        "Zuidveen Media B.V.",
        "HP Inc",
        "Redactie Zuid",
        "PC Sanne",
    ],
)
def test_the_name_of_an_account_is_no_author(save: Save, article: Read, account: str) -> None:
    assert read(save, article, Author=account, **INDESIGN).author is None
    assert read(save, article, Author=account).author is None


@pytest.mark.parametrize(
    "line",
    [
        "4 september 2023",
        "4 september 2023 maandag",
        "maandag 4 september 2023",
        "4 september 2023, 18:32",
        "Gepubliceerd op 4 september 2023",
        "Gepubliceerd: 4 september 2023 om 18:32",
        "Publicatiedatum: 04-09-2023",
        "De Zuidveense Courant, maandag 4 september 2023, p. 3",
        "De Zuidveense Courant | 4 september 2023 | pagina 4",
        "Zuidveen - 4 september 2023",
        "4 september 2023 - Binnenland",
        "De Havenbode van maandag 4 september 2023",
        "Published September 4, 2023",
        "September 4, 2023 Monday",
        "The Harbour Herald (London), September 4, 2023",
        "Door Jan Smit | 2023-09-04",
        "EDITIE 4 SEPTEMBER 2023",
    ],
)
def test_the_date_in_the_first_lines_comes_before_that_of_the_file(
    save: Save, article: Read, line: str
) -> None:
    for program in (WORD, INDESIGN):
        draft = read(save, article, "Brug dicht voor zwaar verkeer", line, CreationDate=SAVED, **program)
        assert draft.published == PartialDate(2023, 9, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Zo ging het toen op 4 september 2023 in Zuidveen",
        "De raad besloot op 4 september 2023.",
        "Terugblik op de storm van 4 september 2023 bij de kust",
        "Begroting 2023",
    ],
)
def test_a_date_amid_other_words_is_what_the_article_tells_of(save: Save, article: Read, line: str) -> None:
    assert read(save, article, line, "", **WORD).published is None


def test_the_date_below_the_name_of_a_paper_in_an_archive_is_the_articles(save: Save, article: Read) -> None:
    head = ("De Zuidveense Courant", "4 september 2023 maandag", "Brug dicht", "SECTIE: Binnenland; Blz. 3")
    draft = read(save, article, *head, "LENGTE: 300 woorden", "", CreationDate=SAVED, Producer="iText 5.5")
    assert draft.published == PartialDate(2023, 9, 4)


@pytest.mark.parametrize(
    "line",
    ["Laatst bijgewerkt: 5 september 2023", "Afgedrukt op 5 september 2023", "Load-Date: September 5, 2023"],
)
def test_the_day_of_an_update_or_a_print_is_not_that_of_publication(
    save: Save, article: Read, line: str
) -> None:
    assert read(save, article, "Brug dicht voor zwaar verkeer", line).published is None
    below = "Gepubliceerd op 4 september 2023"
    assert read(save, article, "Brug dicht", line, below).published == PartialDate(2023, 9, 4)


def test_a_date_below_the_article_is_not_its_own(save: Save, article: Read) -> None:
    text = lines("Brug dicht", "", *BODY, "", "De sluis blijft open.", "", "Zuidveen, 12 oktober 2023")
    assert article(save("brug.pdf", drawn(text))).published is None


def test_the_byline_in_the_first_lines_comes_before_the_property(save: Save, article: Read) -> None:
    opening = ("Brug dicht voor zwaar verkeer", "Door Marijke Polder", "4 september 2023")
    draft = read(save, article, *opening, Author="Sanne de Wit", **INDESIGN)
    assert (draft.author, draft.published) == ("Marijke Polder", PartialDate(2023, 9, 4))
    assert draft.title == "Brug dicht voor zwaar verkeer"


def test_a_title_that_tells_of_the_file_is_not_believed(save: Save, article: Read) -> None:
    for title in ("Microsoft Word - brug3.docx", "brug_def.indd", "Naamloos", "Document1"):
        assert read(save, article, Title=title).title is None


@pytest.mark.parametrize("created", ["D:20991231101112", "D:19700101000000"])
def test_a_day_to_come_or_of_a_clock_never_set_is_none(save: Save, article: Read, created: str) -> None:
    assert read(save, article, CreationDate=created, **INDESIGN).published is None
    assert read(save, article, "31 december 2099").published is None
