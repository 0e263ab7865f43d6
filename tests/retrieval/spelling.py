"""Whole numbers below a million in words, as Dutch and English newspapers spell them."""

from __future__ import annotations

_DUTCH_ONES = """
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
achttien negentien
"""
_ENGLISH_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_DUTCH, _ENGLISH = _DUTCH_ONES.split(), _ENGLISH_ONES.split()
_DUTCH_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDRED, _THOUSAND, _TEENS = 100, 1000, 20


def dutch(number: int) -> str:
    """Return a number below a million in Dutch words: one word, but for a blank after `duizend`.

    Only `duizendeen` has none: `duizend een` may go on with `miljoen`.
    """
    if number < _TEENS:
        return _DUTCH[number]
    if number < _HUNDRED:
        tens, ones = divmod(number, 10)
        link = "ën" if ones and _DUTCH[ones].endswith("e") else "en"
        return (f"{_DUTCH[ones]}{link}" if ones else "") + _DUTCH_TENS[tens - 2]
    if number < _THOUSAND:
        hundreds, rest = divmod(number, _HUNDRED)
        return ("" if hundreds == 1 else _DUTCH[hundreds]) + "honderd" + (dutch(rest) if rest else "")
    thousands, rest = divmod(number, _THOUSAND)
    before = "" if thousands == 1 else dutch(thousands)
    return f"{before}duizend" + (f"{' ' * (rest > 1)}{dutch(rest)}" if rest else "")


def english(number: int) -> str:
    """Return a number below a million in English words: `two hundred and five thousand and three`."""
    if number < _TEENS:
        return _ENGLISH[number]
    if number < _HUNDRED:
        tens, ones = divmod(number, 10)
        return _ENGLISH_TENS[tens - 2] + (f"-{_ENGLISH[ones]}" if ones else "")
    if number < _THOUSAND:
        hundreds, rest = divmod(number, _HUNDRED)
        return f"{_ENGLISH[hundreds]} hundred" + (f" and {english(rest)}" if rest else "")
    thousands, rest = divmod(number, _THOUSAND)
    link = " and " if rest < _HUNDRED else " "
    return f"{english(thousands)} thousand" + (f"{link}{english(rest)}" if rest else "")
