import pytest

from corpus.dates import PartialDate
from corpus.reading.fields import Fields
from corpus.reading.headers import split

DAY = PartialDate(2023, 9, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Datum: 4 september 2023, Zuidveen",
        "Datum: Zuidveen, 4 september 2023",
        "Datum: maandag 4 september 2023 | 18:32 | Binnenland",
        "Gepubliceerd op: 4 september 2023 om 18:32",
        "Gepubliceerd op 4 september 2023 om 18.32 uur",
        "Published on September 4, 2023 by staff",
        "date: September 4, 2023 6:32 p.m. ET",
        "Date: Mon, 4 Sep 2023 18:32:00 +0200",
        "**Datum:** 4 september 2023",
        "Geplaatst op: 2023-09-04 – Sport",  # noqa: RUF001 - a typeset dash
    ],
)
def test_what_stands_behind_a_date_belongs_to_its_header_line(line: str) -> None:
    assert split(f"{line}\n\nDe brug is dicht.") == (Fields(published=DAY), "De brug is dicht.")


def test_the_day_of_a_change_is_kept_apart() -> None:
    assert split("Laatste update: 4 september 2023, 18:32\n\nTekst.")[0] == Fields(modified=DAY)
    both = split("Datum: 3 september 2023 (bijgewerkt op 4 september 2023)\n\nTekst.")[0]
    assert both == Fields(published=PartialDate(2023, 9, 3), modified=DAY)


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("Bron: https://krant.example/a", Fields(url="https://krant.example/a")),
        ("Bron: www.krant.example/a", Fields(url="https://www.krant.example/a")),
        (
            "Source: The Skelby Times (https://skelby.example/a)",
            Fields(url="https://skelby.example/a", outlet="The Skelby Times"),
        ),
        ("Bron: ANP.", Fields(outlet="ANP")),
        (
            "Bron: Ministerie van Volksgezondheid en Sport",
            Fields(outlet="Ministerie van Volksgezondheid en Sport"),
        ),
        ("Door: Sanne de Wit <sanne@krant.example>", Fields(author="Sanne de Wit")),
        ("By: Nora Lee, The Skelby Times", Fields(author="Nora Lee", outlet="The Skelby Times")),
        ("Taal: Nederlands (Vlaams)", Fields(language="nl")),
        ("Link: https://krant.example/a", Fields(url="https://krant.example/a")),
    ],
)
def test_a_header_line_gives_the_field_that_its_value_is(line: str, stated: Fields) -> None:
    assert split(f"{line}\n\nDe brug is dicht.") == (stated, "De brug is dicht.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bron: volgens ingewijden was het al langer bekend dat er iets mis was.",
        "Bron: De Stadskrant meldde dinsdag dat de brug onveilig is.",
        "Bron: volgens ingewijden was het al langer bekend dat er\niets mis was met de brug.",
        "Source: officials say the bridge is unsafe.",
        "Taal: het blijft lastig.",
        "Language: it divides the town more than the bridge ever did.",
        "Auteur: niemand wilde reageren op de vragen.",
        "Titel: het wordt spannend, want Zuidveen en Skelby staan gelijk.",
        "Datum: nog niet bekend, zegt de wethouder.",
        "Datum: 4 september 2023, een dag die niemand in Zuidveen vergeet.",
        "Date: September 4, 2023 will be remembered as the day the bridge closed.",
        "Updated: the mayor has since resigned, a spokesman said.",
        "Link: tussen de brug en de storm is bewezen.",
        "Adres: de raad komt bijeen in het oude gemeentehuis.",
        "Door: de storm is de brug dicht.",
        "Published in 2023, the book sold well.",
        "Adres: Dorpsstraat 1, Zuidveen",
        "Geplaatst: door de redactie",
    ],
)
def test_a_first_sentence_that_begins_as_a_header_line_is_text(sentence: str) -> None:
    text = f"{sentence}\n\nDe raad vergadert dinsdag."
    assert split(text) == (Fields(), text)
    assert split(f"date 2023-09-04\n\n{text}") == (Fields(published=DAY), text)


def test_what_may_be_a_name_or_a_sentence_is_a_name_among_header_lines() -> None:
    stated, rest = split("Title: Bridge closed today.\nDate: 2023-09-04\nSource: staff and agencies\n\nText.")
    assert stated == Fields(title="Bridge closed today.", published=DAY, outlet="staff and agencies")
    assert rest == "Text."


def test_a_sentence_that_goes_on_below_is_text_even_under_a_header_line() -> None:
    text = "Bron: volgens de raad was al langer bekend dat er\niets mis was met de brug."
    assert split(f"Titel: Brug dicht\n{text}") == (Fields(title="Brug dicht"), text)


def test_a_header_line_that_is_left_empty_states_nothing() -> None:
    assert split("Titel: Brug dicht\nAuteur:\nLink:\nDatum:\n\nTekst.") == (
        Fields(title="Brug dicht"),
        "Tekst.",
    )


def test_a_line_with_another_word_between_header_lines_is_one_too() -> None:
    stated, rest = split("Titel: Brug dicht\nRubriek: Binnenland\nDatum: 2023-09-04\nNota: de raad las.")
    assert stated == Fields(title="Brug dicht", published=DAY)
    assert rest == "Nota: de raad las."
