import pytest

from corpus.reading.encoding import decode

TEXTS = [
    "Eén brug is dicht, zegt de raad. De financiële kant is onzeker.",
    "De coördinatie van de reünie in België is geregeld.",
    "Het café in de Kerkstraat is gesloten.",
    "De scène in de crèche was naïef, zegt José.",
    "De enquête onder bewoners is klaar.",
    "De scène is mooi.",
    "De façade wordt vóór december hersteld.",
    "Die Straße in München ist für Fußgänger geöffnet.",
    "Das Mädchen lacht sehr laut und geht dann nach Hause.",
    "Le président a déclaré que l'été à Paris était très chaud.",
    "Señor Ñandú está aquí, ¿no? ¡Sí!",
    "Räksmörgås är gott på Öland, säger Åke.",
]
TYPESET = [
    "Voilà, zegt de wethouder.",
    "The café’s owner said “no” to the mayor.",  # noqa: RUF001 - typeset on purpose
    "De raad zegt ‘nee’ – het kost € 5 miljoen…",  # noqa: RUF001 - typeset on purpose
    "• Eerste punt\n• Tweede punt van de raad",
]
WINDOWS = [
    *TEXTS,
    *TYPESET,
    "Alle foto‘s zijn weg en dat is jammer.",  # noqa: RUF001 - an apostrophe as many type it
    "Miloš en Žižek spraken in de hal.",
    "Hij zei: „Wij gaan niet“ en vertrok naar Zürich.",
    "Reacties: 20° en ±3 m² voor £5 of 10¢, §3 en ©2024 ™.",
    "ÉÉN MAN DOOD, zei de politie.",
]


@pytest.mark.parametrize("text", WINDOWS)
def test_text_from_windows_reads_as_it_was_written(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == text


@pytest.mark.parametrize("text", TEXTS + TYPESET)
def test_text_from_an_old_macintosh_reads_as_it_was_written(text: str) -> None:
    assert decode(text.encode("mac_roman"), "x") == text


@pytest.mark.parametrize("code_page", ["cp437", "cp850", "cp858"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_from_dos_reads_as_it_was_written(text: str, code_page: str) -> None:
    assert decode(text.encode(code_page), "x") == text


@pytest.mark.parametrize("end", ["\x1a", "\r\n\x1a", "\x1a\x1a\x1a\n", "\x1a\0\0"])
def test_the_end_mark_of_dos_is_no_part_of_the_text(end: str) -> None:
    assert decode(f"De brug is dicht.{end}".encode(), "x").strip() == "De brug is dicht."


def test_the_same_control_inside_a_text_still_says_that_it_is_none() -> None:
    with pytest.raises(Exception, match="UTF-8"):
        decode(b"De \x1abrug\x1a is dicht.", "x")
