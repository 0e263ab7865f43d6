"""Which old Western encoding a text is in, of Windows, Macintosh or DOS: told by how its letters stand."""

import re

from corpus import language

WINDOWS = "cp1252"
_LANGUAGES = "af ca da de en es eu fi fo fr fy ga gl is it lb nl nn no oc pt sv"
# What was written with before Windows' own: cp858 is cp850 with the euro sign, cp437 the American one.
_OLDER = ("mac_roman", "cp858", "cp437")
_A = "a-zß-öø-ÿœšž"  # small letters
_Z = "À-ÖØ-ÞŒŠŽŸ"  # capitals with accents
_L = f"A-Z{_A}{_Z}"
# Signs between two letters of one word, but for the raised dot of Catalan.
SIGN_INSIDE = re.compile(
    r"[^\W\d_][\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u00bf\u00d7\u00f7"
    r"\u02c6\u02dc\u2020\u2021\u2030\u2039\u203a][^\W\d_]"
)
_IMPOSSIBLE = re.compile(
    rf"{SIGN_INSIDE.pattern}"
    rf"|[{_Z}à-öø-ÿšœžƒ]{{4}}"  # four letters with accents in a row
    r"|[a-zß-öø-ÿ][À-ÖØ-Þ][a-zß-öø-ÿ]"  # an accented capital inside a word
)
_ODD = re.compile(
    "|".join(
        (
            r"[^\x00-\xff‘’“”‚„…–—€•™ŒœŠšŽžŸ‹›†‡‰ƒ]",  # noqa: RUF001 - what Western prose has beyond Latin-1
            rf"(?<=[{_A}])[{_Z}]",  # a capital after a small letter: cafŽ
            rf"(?<=[A-Z{_Z}])[{_Z}](?=[{_A}])",  # two capitals, then a small one: EŽn
            rf"(?<![{_L}])[{_Z}](?=[A-Z][{_A}])",  # the same at the start: ÒDe
            rf"(?<![{_L}])[ÐÑÒÔÕÛûñõãëïîôüœ](?![{_L}])",  # letters that are no words: 1990 Ð 1995
            r"(?<=\d)[¡¿øûœæñ«]|(?<=\d )¡|[øœ](?=\d)",  # what a number does not stand beside
            rf"(?<![{_L}])[à-öø-ÿ](?=[A-Z])",  # a small letter before a capital: øC
            rf"(?<=[{_L}])à(?=[{_L}])|ê(?![{_L}])",  # voilà and enquête: one ends a word, the other does not
            rf"(?<=[{_L}])[¡-¬®-¶¸-¿×÷†‡•‰‹„‚ƒ](?![\d»«])",  # noqa: RUF001 - signs that follow no letter
            rf"(?<=[{_L}])(?!‘[st]\b)[‘“”€™…](?=[{_L}])",  # noqa: RUF001 - an apostrophe as many type it
            rf"[‡†‰™ƒ](?=[{_L}])",  # signs that open no word
            r"[ˆ˜]|‚‚|¥(?! ?\d)",  # noqa: RUF001 - accents that stand on nothing
            rf"(?<![{_L}])(?:[ÿšž]|[{_A}]+[šž])",  # letters of Slavic names in a word that is no name
        )
    )
)
_LOW_QUOTE = re.compile(rf"(?<=[{_L}])‘(?![{_L}])")  # noqa: RUF001 - closes a quotation only in German
_BORNE = 0.02  # of the letters and signs that are not ASCII
# The accented letters of a language; the others of the West are rare in it.
_LETTERS = {
    "de": "üäöß",
    "fr": "éèàêçôîûâùëï",
    "es": "óíáéñúü",
    "pt": "ãçáéóíêõâôà",
    "it": "èàùòìé",
    "sv": "äåö",
    "fi": "äö",
    "da": "øåæé",
    "no": "øåæé",
}
_DUTCH_AND_ENGLISH = "éëèïöüàçêäóáíñ"


def is_western(text: str) -> bool:
    """Tell whether a text read by a Western encoding makes sense, if not that the very encoding is right."""
    # Czech or Turkish read as cp1252 looks harmless letter by letter, but its language still shows.
    spoken = language.detect(text)
    return not _IMPOSSIBLE.search(text) and (spoken is None or spoken in _LANGUAGES.split())


def before_windows(raw: bytes, as_windows: str | None) -> str | None:
    """Return the text of bytes that were written on a Macintosh or under DOS; None where nothing says so.

    Args:
        raw: bytes that are not UTF-8.
        as_windows: their text if Windows wrote them, which is far likelier; None where it cannot have.
    """
    if as_windows is not None and not _oddities(as_windows):
        return None
    read = {text for name in _OLDER if (text := _strict(raw, name)) is not None}
    likely = [text for text in read if _oddities(text) <= _BORNE * _accented(text) and is_western(text)]
    return max(likely, key=_commonness, default=None)


def _oddities(text: str) -> int:
    return len(_ODD.findall(text)) + ("‚" not in text) * len(_LOW_QUOTE.findall(text))  # noqa: RUF001 - a quote


def _accented(text: str) -> int:
    return sum(not character.isascii() for character in text)


def _commonness(text: str) -> tuple[int, str]:
    common = _LETTERS.get(language.detect(text) or "", _DUTCH_AND_ENGLISH)
    return sum(character in common for character in text.lower() if not character.isascii()), text


def _strict(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except UnicodeDecodeError:
        return None
