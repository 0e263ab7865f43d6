from collections.abc import Callable

import pytest

from corpus.article import Draft
from tests.reading.drawn_pdf import drawn, lines

Pdf = Callable[..., bytes]
Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]
Complaint = Callable[[str], str]
LINES = [
    "De pont tussen het centrum en de Oosterkade vaart vanaf maandag weer, zegt de mi-",
    "nister van Waterstaat. De boot was maanden stuk, en daarom bleef vanaf november de in-",
    "en uitvaart van de haven beperkt tot",
    "schepen uit Noord-",
    "Holland en België.",
    "",
    "Een besluit over een tweede pont valt in de herfst.",
]


def test_the_lines_of_a_pdf_become_paragraphs(pdf: Pdf, save: Save, article: Read) -> None:
    draft = article(save("pont.pdf", pdf(LINES)))
    assert draft.text == (
        "De pont tussen het centrum en de Oosterkade vaart vanaf maandag weer, zegt de minister van "
        "Waterstaat. De boot was maanden stuk, en daarom bleef vanaf november de in- en uitvaart "
        "van de haven beperkt tot schepen uit "
        "Noord-Holland en België.\n\nEen besluit over een tweede pont valt in de herfst."
    )
    assert (draft.language, draft.url, draft.title, draft.published) == ("nl", None, None, None)


def test_a_locked_pdf_is_told(pdf: Pdf, save: Save, complaint: Complaint) -> None:
    assert "locked with a password" in complaint(save("a.pdf", pdf(LINES, password="geheim")))  # noqa: S106


def test_a_pdf_that_may_be_read_without_a_password_is_read(pdf: Pdf, save: Save, article: Read) -> None:
    assert article(save("a.pdf", pdf(LINES, password=""))).text.startswith("De pont")


def test_a_pdf_of_pictures_is_told(pdf: Pdf, save: Save, complaint: Complaint) -> None:
    assert "text recognition" in complaint(save("a.pdf", pdf([])))


@pytest.mark.parametrize("damage", [slice(0, 300), slice(0, 9)])
def test_a_damaged_pdf_is_told(pdf: Pdf, save: Save, complaint: Complaint, damage: slice) -> None:
    assert "damaged" in complaint(save("a.pdf", pdf(LINES)[damage]))


def test_a_text_that_is_only_called_pdf_is_told(save: Save, complaint: Complaint) -> None:
    assert "damaged" in complaint(save("a.pdf", "De pont vaart."))


def test_page_numbers_and_running_heads_go_and_a_sentence_crosses_the_page(
    pdf: Pdf, save: Save, article: Read
) -> None:
    pages = [
        ["De Havenbode", "De pont tussen het centrum en de kade vaart", "Pagina 1 van 3"],
        ["De Havenbode", "vanaf maandag weer, zegt de wethouder die er", "Pagina 2 van 3"],
        ["De Havenbode", "over gaat.", "Pagina 3 van 3"],
    ]
    assert article(save("pont.pdf", pdf(*pages))).text == (
        "De pont tussen het centrum en de kade vaart vanaf maandag weer, zegt de wethouder die er over gaat."
    )


def test_a_heading_and_a_list_stand_on_their_own(pdf: Pdf, save: Save, article: Read) -> None:
    text = [
        "De pont tussen het centrum en de kade vaart vanaf maandag weer.",
        "Omrijden",
        "Bewoners van de Oosterkade moesten vier maanden lang omrijden over",
        "de brug.",
        "• Noord: elke tien minuten van zes tot negen uur, daarna elk halfuur",
        "• Zuid",
        "12",
    ]
    assert article(save("pont.pdf", pdf(text))).text.split("\n\n")[1:] == [
        "Omrijden",
        "Bewoners van de Oosterkade moesten vier maanden lang omrijden over de brug.",
        "• Noord: elke tien minuten van zes tot negen uur, daarna elk halfuur",
        "• Zuid",
    ]


def test_an_indented_line_and_a_larger_one_begin_a_paragraph(save: Save, article: Read) -> None:
    full = "De gemeenteraad van Zuidveen besloot dinsdag om de brug te sluiten."
    indented = [
        *lines(full),
        *lines("Dat duurt tot de winter, zegt de wethouder die er over gaat en ook", left=62, top=767),
    ]
    text = article(save("brug.pdf", drawn([*indented, *lines("zelf moet omrijden.", top=754)]))).text
    assert text.split("\n\n")[1].startswith("Dat duurt tot de winter")
    title = "Brug dicht voor al het zware verkeer, raad wil snel herstel"
    large = b"BT /F1 16 Tf 50 780 Td (%b) Tj /F1 10 Tf 0 -14 Td (%b) Tj ET"
    assert article(save("kop.pdf", drawn(large % (title.encode(), full.encode())))).title == title


def test_a_date_in_the_middle_of_an_article_begins_no_paragraph(save: Save, article: Read) -> None:
    prose = ["De gemeenteraad van Zuidveen besloot dinsdag om de brug te sluiten."] * 9
    text = article(
        save("brug.pdf", drawn(lines(*prose, "3 oktober 2023, toen het stormde, ging het er mis en")))
    ).text
    assert "\n\n" not in text


def test_a_page_that_lies_on_its_side_is_read_as_it_is_looked_at(save: Save, article: Read) -> None:
    upright = lines("De pont tussen het centrum en de Oosterkade vaart vanaf", "maandag weer.", "", "Klaar.")
    code = b"".join(
        b"BT /F1 10 Tf 0 1 -1 0 %g %g Tm (%b) Tj ET\n" % (842 - y, x, str(words).encode())
        for x, y, words in upright
    )
    turned = drawn(code).replace(b"/Type /Page /Parent", b"/Type /Page /Rotate 90 /Parent")
    assert article(save("pont.pdf", turned)).text == (
        "De pont tussen het centrum en de Oosterkade vaart vanaf maandag weer.\n\nKlaar."
    )
