"""Whether the hyphen at a line's end belongs to its word, or to the margin that cut the word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")  # noqa: RUF001 - the apostrophe of typeset words
_ENDING = re.compile(r"(?:['’]?s|en|e|n)$")  # noqa: RUF001 - the same
_DOUBLED = re.compile(r"(\w)\1$")  # "top" and "toppen"
_JOINED_BY = re.compile(r"(?:en|of|and|or|und|oder|to|tot|t/m)\b")
_ADDRESS = re.compile(r"://|@|^www\.")
_VOWEL = re.compile(r"[aeiouyà-æè-ïò-öøù-ÿ]", re.IGNORECASE)
_SHORT_NAME = 4  # letters that a name in capitals rarely has more of

# What Dutch (Leidraad 6.2, 6.6, 6.7) and English write with a hyphen, each with how words begin that only look so.
_PREFIXES = {
    "oud": r"(?:er|st|heid|hed|bak|tijd|jaar|jar|bouw|ged)",
    "ex": r"(?:act(?!r|e|i)|agg|am[eip]|c[elu]|e(?:cu|ge|m|rc|rt)|h(?:ib|au|al|or[rt]|um)|i[lst]|o[rt]|u"
    r"|p(?:an|ec|edi|e[lnr]|l(?:a[in]|i|o[dirs]|u)|o[nrs]|res[^i])|t(?:r[ae](?!in)|en|er(?!r)|in|or))",
    "non": r"(?:chal|sen|agen)",
    "niet": r"(?:i?ge?\b|e[nrs]?\b|je|s\b|te)",
    "self": r"(?:i|les|sam)",
    "well": r"(?:nes|ing)",
    "loco": r"mo",
    "kandidaat": r"s(?:te|\b)",
    "leerling": r"en\b",
    "so": r"(?!called\b)",
} | dict.fromkeys(("vice", "adjunct", "aspirant", "collega", "interim", "demi", "quasi"), r"(?!)")
# Adjectives and numbers that English ties to the next word, with how their own longer forms go on.
_TIED = re.compile(
    r"long|short|high|low|full|part|large|small|far|left|right|first|second|third|hard|half|middle|old|new|"
    r"one|two|three|four|five|six|seven|eight|nine"
)
_OWN_FORM = re.compile(
    r"(?:ly|er|est|en|ing|ness|age|ish|ful|tee|ty|ship|ware|way|light|land|list|cut|fall|bow|ner|pox|mer|thing|over|"
    r"eous|born|com|self|some|ton|t?h\b|ed|ial|y)"
)
_TENS = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty")
# Dutch words of letters that are read one by one (Leidraad 6.5); those without a vowel need no list.
_SPELT = frozenset("ai aow apk azc btw cao hbo hiv ic ict it ivf mbo ov ozb soa ufo usb uwv vmbo vwo wao wia".split())
_SECOND = re.compile(r"(?:generaal|elect|based|backed|related|owned|called)\b")
_LINKS = frozenset("to the in of and by for at on year month week day old en van de aan op".split())
# Two vowels that would be read as one sound (Leidraad 6.9); within a word the second has a diaeresis, which
# a break takes away.
_CLASH = re.compile(r"aa|ae|ai|au|ee|ei|oe|oi|oo|ou|ui|uu")
_ONE_WORD = re.compile(r"(?:[gb]e\|[eiu]|co\|ord|.*\|(?:isch|ism|ist|eren|eerd|ent|en\b|iek))")
_DIAERESIS = str.maketrans("aeiou", "äëïöü")
_DOUBLE = re.compile(r"aa|ee|ii|oo|uu")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in small letters, their endings left off, and the language they are in."""

    known: frozenset[str]
    language: str | None

    @classmethod
    def of(cls, lines: Iterable[str], language: str | None) -> Words:
        """Return the words that stand whole within a line."""
        found = (token for line in lines for token in _TOKEN.findall(_within(line)))
        return cls(frozenset(map(_stem, found)), language)

    def has(self, word: str) -> bool:
        """Tell whether the text has the word, in the singular or the plural."""
        return _stem(word) in self.known


def join(before: str, after: str, words: Words) -> str:
    """Return two lines as one, where the first ends in a hyphen.

    "in-" and "en uitvaart" stay two words; "oud-" and "minister" keep the hyphen; "mi-" and "nister" lose it.
    """
    if _JOINED_BY.match(after):
        return f"{before} {after}"
    if _is_real(before, after, words):
        return before + after
    left = _TOKEN.findall(before)[-1:]
    if words.language == "nl" and left and _lost_diaeresis(left[0].lower(), after):
        after = after[0].translate(_DIAERESIS) + after[1:]
    return before[:-1] + after


def _lost_diaeresis(left: str, right: str) -> bool:
    return bool(_CLASH.fullmatch(left[-1:] + right[:1]) and _ONE_WORD.match(f"{left}|{right}"))


def _is_real(before: str, after: str, words: Words) -> bool:
    left = before[:-1].split()[-1] if before[:-1].split() else ""
    match = _TOKEN.match(after)
    right = match[0] if match else ""
    if not right or _ADDRESS.search(left):
        return True
    return _shown_elsewhere(left, right, words) or _is_spelt_so(left, right, words)


def _is_spelt_so(left: str, right: str, words: Words) -> bool:
    joined = _TOKEN.findall(left)
    if words.has((joined[-1] if joined else left) + right):
        return False
    last = re.split(r"\W", left)[-1]
    if not right[0].islower():
        return not _is_capitals(last, right)
    small = last.lower()
    return (
        _is_abbreviation(last)
        or (small in _SPELT and words.language != "en")
        or not re.match(_PREFIXES.get(small, ""), right)
        or _is_compound(left, small, right)
        or _blurs(small, right, words.language)
    )


def _shown_elsewhere(left: str, right: str, words: Words) -> bool:
    tokens = _TOKEN.findall(left)
    return bool(tokens) and words.has(f"{tokens[-1]}-{right}")


def _is_capitals(left: str, right: str) -> bool:
    """Tell whether a word in capitals was cut, rather than two names met."""
    return left.isupper() and right.isupper() and len(left + right) > 2 * _SHORT_NAME


def _is_abbreviation(last: str) -> bool:
    if len(last) == 1 or last.isupper() or any(map(str.isdigit, last)):
        return True
    return not _VOWEL.search(last)


def _is_compound(left: str, last: str, right: str) -> bool:
    chain = "-" in left and (last in _LINKS or right in _LINKS)
    return chain or bool(_SECOND.match(right))


def _blurs(left: str, right: str, language: str | None) -> bool:
    """Tell whether the language ties the two by a hyphen, so that each is seen as a word."""
    vowels = left[-1:] + right[:1]
    if language == "en":
        tied = _TENS.fullmatch(left) or (_TIED.fullmatch(left) and not _OWN_FORM.match(right))
        return bool(tied or _DOUBLE.fullmatch(vowels))
    return language == "nl" and bool(_CLASH.fullmatch(vowels)) and not _lost_diaeresis(left, right)


def _within(line: str) -> str:
    """Return a line without the half word that it may end in."""
    return line.rsplit(None, 1)[0] if line.endswith("-") and " " in line else line.rstrip("-")


def _stem(word: str) -> str:
    small = word.lower()
    return _DOUBLED.sub(r"\1", _ENDING.sub("", small)) if len(small) > _SHORT_NAME else small
