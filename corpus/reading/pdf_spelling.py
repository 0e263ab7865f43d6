"""Which words Dutch and English write with a hyphen."""

import re

_VOWEL = re.compile(r"[aeiouyà-æè-ïò-öøù-ÿ]", re.IGNORECASE)
_CAPITALS = 8  # letters; two names in capitals that meet, as "CDA-VVD", rarely have more
# What both languages set before a word with a hyphen (Leidraad 6.2, 6.6, 6.7), each with how words go on that
# only look so.
_PREFIXES = {
    "oud": r"(?:er|st|heid|hed|bak|tijd|jaar|jar|bouw|ged)",
    "ex": r"(?:act(?!r|e|i)|agg|am[eip]|c[eilu]|e(?:cu|ge|m|rc|rt)|h(?:ib|au|al|or[rt]|um)|i[lst]|o[rt]|u"
    r"|p(?:an|ec|edi|i|e[lnr]|l(?:a[in]|i|o[dirs]|u)|o[nrs]|res[^i])|t(?:r[ae](?!in)|en|er(?!r)|in|or))",
    "non": r"(?:chal|sen|agen)",
    "niet": r"(?:i?ge?\b|e[nrs]?\b|je|s\b|te)",
    "self": r"(?:i|les|sam)",
    "well": r"(?:nes|ing)",
    "loco": r"mo",
    "kandidaat": r"s(?:te|\b)",
    "leerling": r"en\b",
    "so": r"(?!called\b)",
    "minister": r"(?!president)",
    "rooms": r"(?!katholiek)",
} | dict.fromkeys(("vice", "adjunct", "aspirant", "collega", "interim", "demi", "quasi"), r"(?!)")
# Adjectives and numbers that English ties to the next word, with how their own longer forms go on.
_TIED = re.compile(
    r"long|short|high|low|full|part|large|small|far|left|right|first|second|third|hard|half|middle|old|new|"
    r"one|two|three|four|five|six|seven|eight|nine"
)
_OWN_FORM = re.compile(
    r"(?:ly|er|est|en|ing|ness|age|ish|ful|tee|ty|ship|ware|way|light|land|list|cut|fall|bow|ner|pox|mer|thing|"
    r"over|eous|born|com|self|some|ton|t?h\b|ed|ial|y\b|ties)"
)
_TENS = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty")
# Dutch words of letters that are read one by one (Leidraad 6.5); those without a vowel need no list.
_SPELT = re.compile(
    r"ai|aow|apk|azc|btw|cao|hbo|hiv|ic|ict|it|ivf|mbo|ov|ozb|soa|ufo|usb|uwv|vmbo|vwo|wao|wia"
)
_SECOND = re.compile(r"(?:generaal|elect|based|backed|related|owned)\b|ups?\b")
_COLOUR = re.compile(r"zwart|wit|rood|blauw|groen|geel|oranje|grijs|bruin|paars|roze")
_LINK = re.compile(r"to|the|in|of|and|by|for|at|on|year|month|week|day|old|en|van|de|het|aan|op")
# Two vowels that would be read as one sound (Leidraad 6.9); within a word the second has a diaeresis, which
# a break takes away.
_CLASH = re.compile(r"aa|ae|ai|au|ee|ei|oe|oi|oo|ou|ui|uu")
_ONE_WORD = re.compile(r"(?:[gb]e\|[eiu]|co\|ord|.*\|(?:isch|ism|ist|eren|eerd|ent|en\b|iek))")
_DIAERESIS = str.maketrans("aeiou", "äëïöü")
_DOUBLE = re.compile(r"aa|ee|ii|oo|uu")


def has_hyphen(left: str, right: str, language: str | None) -> bool:
    """Tell whether a hyphen between two halves belongs to the word; `language` is an ISO 639-1 code.

    `left` is all that stands before it since the last blank, `right` the word after it.
    """
    last = re.split(r"\W", left)[-1]
    if not right[0].islower():
        return not _is_one_word_in_capitals(last, right)
    return (
        _is_abbreviation(last, language)
        or not re.match(_PREFIXES.get(last.lower(), ""), right)
        or _is_compound(left, last, right)
        or _blurs(last.lower(), right, language)
    )


def whole(left: str, right: str, language: str | None) -> str:
    """Return the right half as it is written within the word: with the diaeresis that a break takes away."""
    lost = language == "nl" and _lost_diaeresis(left.lower(), right)
    return right[0].translate(_DIAERESIS) + right[1:] if lost else right


def _is_one_word_in_capitals(left: str, right: str) -> bool:
    return left.isupper() and right.isupper() and len(left + right) > _CAPITALS


def _is_abbreviation(last: str, language: str | None) -> bool:
    if len(last) == 1 or last.isupper() or any(map(str.isdigit, last)):
        return True
    spelt = language != "en" and _SPELT.fullmatch(last.lower()) is not None
    return spelt or not _VOWEL.search(last)


def _is_compound(left: str, last: str, right: str) -> bool:
    first = right.partition("-")[0]
    chain = ("-" in left or "-" in right) and (_LINK.fullmatch(last) or _LINK.fullmatch(first))
    colours = _COLOUR.fullmatch(last) and _COLOUR.match(right)
    return bool(chain or colours or _SECOND.match(right))


def _blurs(left: str, right: str, language: str | None) -> bool:
    """Tell whether the language ties the two by a hyphen, so that each is seen as a word."""
    vowels = left[-1:] + right[:1]
    if language == "en":
        tied = _TENS.fullmatch(left) or (_TIED.fullmatch(left) and not _OWN_FORM.match(right))
        return bool(tied or _DOUBLE.fullmatch(vowels))
    return language == "nl" and bool(_CLASH.fullmatch(vowels)) and not _lost_diaeresis(left, right)


def _lost_diaeresis(left: str, right: str) -> bool:
    return bool(_CLASH.fullmatch(left[-1:] + right[:1]) and _ONE_WORD.match(f"{left}|{right}"))
