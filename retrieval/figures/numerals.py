"""The numerals of Dutch and English in words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

_DUTCH_WORDS = """
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
achttien negentien
"""
_ENGLISH_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_ENGLISH_RANKS = """
third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
seventeenth eighteenth nineteenth twentieth
"""
_DUTCH, _ENGLISH = _DUTCH_WORDS.split(), _ENGLISH_WORDS.split()
_ENGLISH_ORDINALS = _ENGLISH_RANKS.split()
_DUTCH_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DUTCH_ORDINALS = {3: "derde", 8: "achtste"}
_THOUSAND = "duizend"
_ONES = ("een", "één")
# `Een twintigtal` is about twenty of them, `een drietal` three; an `elftal` plays football.
_GROUPS = ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "twaalf")
_ROUNDED = ("tien", "vijftien", *_DUTCH_TENS, "honderd")


def english() -> dict[str, Decimal]:
    """Return what a single English word counts, from zero to ninety, but `one`."""
    tens = {word: Decimal(10 * (place + 2)) for place, word in enumerate(_ENGLISH_TENS)}
    return {word: Decimal(n) for n, word in enumerate(_ENGLISH) if n != 1} | tens


def english_ordinals() -> dict[str, int]:
    """Return the English ordinals from `third` to `twentieth`."""
    return {word: n + 3 for n, word in enumerate(_ENGLISH_ORDINALS)}


def dutch() -> dict[str, Decimal]:
    """Return what a single Dutch word counts, up to `negenennegentighonderd`, halves too, but not `een`."""
    below = _below_hundred()
    counted = {word: Decimal(n) for n, words in below.items() for word in words}
    counted |= {word: Decimal(n) for n, word in _hundreds(below)}
    counted |= {word: Decimal(n) + Decimal("0.5") for n, word in _halves(below)}
    counted |= {"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")}
    counted |= {f"één{word[3:]}": value for word, value in counted.items() if word.startswith("een")}
    counted |= {f"{word}tal": counted[word] for word in (*_GROUPS, *_ROUNDED)}
    for one in _ONES:
        del counted[one]
    return counted


def dutch_rounded() -> frozenset[str]:
    """Return the Dutch words for about so many, from `tiental` to `honderdtal`."""
    return frozenset(f"{word}tal" for word in _ROUNDED)


def dutch_ordinals() -> dict[str, int]:
    """Return the Dutch ordinals from `derde` to `negenennegentigste`."""
    return {
        _DUTCH_ORDINALS.get(n, word + ("de" if n < 20 else "ste")): n  # noqa: PLR2004 - twaalfde, twintigste
        for n, words in _below_hundred().items()
        for word in words
        if n > 2  # noqa: PLR2004 - `tweede` is too often a chamber or a half
    }


def thousands(word: str, counted: Mapping[str, Decimal]) -> Decimal | None:
    """Return what a Dutch word with `duizend` in it counts: `honderdvijftigduizend`."""
    before, found, after = word.partition(_THOUSAND)
    if not found:
        return None
    many = counted.get(before, Decimal(1) if before in {"", *_ONES} else None)
    end = after.removeprefix("en")
    rest = counted.get(end, Decimal(1) if end in _ONES else None) if after else Decimal(0)
    return None if many is None or rest is None else many * 1000 + rest


def _below_hundred() -> dict[int, list[str]]:
    words = {n: [word] for n, word in enumerate(_DUTCH)}
    for place, ten in enumerate(_DUTCH_TENS):
        words[10 * (place + 2)] = [ten]
        for n in range(1, 10):
            words[10 * (place + 2) + n] = [f"{_DUTCH[n]}{link}{ten}" for link in _links(_DUTCH[n])]
    return words


def _links(word: str) -> tuple[str, ...]:
    return ("ën", "en") if word.endswith("e") else ("en",)


def _hundreds(below: Mapping[int, list[str]]) -> Iterator[tuple[int, str]]:
    for n, words in below.items():
        for word in words if n else ():
            hundred = "honderd" if n == 1 else f"{word}honderd"
            yield 100 * n, hundred
            yield from _after_hundred(100 * n, hundred, below) if n < 10 else ()  # noqa: PLR2004 - as spoken


def _after_hundred(n: int, hundred: str, below: Mapping[int, list[str]]) -> Iterator[tuple[int, str]]:
    for rest, words in below.items():
        for word in words if rest else ():
            yield n + rest, hundred + word
            yield n + rest, f"{hundred}en{word}"


def _halves(below: Mapping[int, list[str]]) -> Iterator[tuple[int, str]]:
    for n in range(2, 21):
        for word in below[n]:
            for link in _links(word):
                for half in ("half", "halve", "eenhalf", "eenhalve"):
                    yield n, f"{word}{link}{half}"
