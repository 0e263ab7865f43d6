"""Who wrote a text and for whom, where the text itself says so in a known form."""

import re
from dataclasses import dataclass

_OPENING = 6
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’&-]*"  # noqa: RUF001 - the apostrophe of typeset names
_JOINT = r"(?:van|de|der|den|ten|ter|te|het|in 't|van 't|von|zu|la|le|du|da|dos|di|bin|ibn|al|el|of)"
_NAME = rf"{_WORD}(?: (?:{_JOINT} )*{_WORD}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:, | en | and | & ){_NAME}){{0,3}}"
_OUTLET = rf"(?:(?:de|het|the|De|Het|The) )?{_WORD}(?: (?:(?:van|de|of|the|en|and|voor|for) )?{_WORD}){{0,3}}"
_AGENCY = r"(?:ANP|Reuters|AFP|AP|EPA|dpa|DPA|Belga|Bloomberg|Novum|BNO|UPI|TASS|Interfax)"
_PAPER = re.compile(
    rf"(?i:\b\w*(?:krant|dagblad|courant|nieuws|times|post|news|guardian|journal|herald|tribune|telegraph|"
    rf"telegraaf|gazette|volkskrant|trouw|parool|weekblad|omroep|radio|magazine)\b)"
    rf"|\b(?:NRC|NOS|BBC|CNN|RTL|NPO|VRT|ITV|{_AGENCY})\b|\w\.(?:nl|be|com|org|net|uk|eu)\b"
)
_ROLE = (
    r"\b\w*(?:verslagge[a-z]+|redact(?:eur|rice)\w*|journalist\w*|correspondent\w*|columnist\w*|reporter|"
    r"editor|writer|critic|recensent|medewerker|fotograaf|photographer|presentator|chef)\b"
)
_SECTION = r"(?:over de auteurs?|about the authors?)[ \t]*+:?"
_ABOUT_LINE = re.compile(_SECTION, re.IGNORECASE)
_ABOUT = re.compile(rf"^{_SECTION}[ \t]*+\n\s*(?P<line>\S.*)", re.IGNORECASE | re.MULTILINE)
_IS = re.compile(
    rf"(?P<author>{_NAME}) (?:is|was|werkt|works|schrijft|writes) (?P<what>.*?)(?:[.!?](?:\s|$)|$)"
)
# "Correspondent voor Rusland" and "editor of Books" name a beat as often as a paper: those two
# prepositions count only before the name of a newspaper.
_FOR = (
    (re.compile(rf"\b(?:van|bij|at|with) (?P<outlet>{_OUTLET})"), False),
    (re.compile(rf"\b(?:voor|for|of) (?P<outlet>{_OUTLET})"), True),
)
_BY = re.compile(
    rf"(?:Door|DOOR|By|BY|Tekst|Auteur|Author|Van on(?:ze|s) (?:\w+ ){{0,2}}\w+)\s*:? (?P<author>{_NAMES})"
    rf"(?:(?:,| \||  ?[-–—]| (?:in|for|voor|van|of)) (?P<rest>.{{1,60}}))?"  # noqa: RUF001 - typeset dashes
)
_DATELINE = re.compile(
    rf"[A-ZÀ-Þ][\w .,/'’-]{{1,50}}? ?\((?P<agency>{_AGENCY})\)\s?[-–—:]"  # noqa: RUF001 - typeset dashes
)
_PLACE_LINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,40}(?:,.{1,30})?")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a text says of its origin; None where it does not."""

    author: str | None = None
    outlet: str | None = None


def find(text: str) -> Byline:
    """Return the author and outlet that a text names.

    In this order: a line of its own near the top as "Door X" or "By X, Y"; a section "Over de auteur"
    or "About the author" that opens with "X is reporter of Y"; an agency in the dateline, "KYIV
    (Reuters) -".
    """
    by, about = _by(text), _about(text)
    if by.author and about.author not in {None, by.author}:
        about = Byline()  # a review tells of the author of a book
    return Byline(by.author or about.author, by.outlet or about.outlet or _agency(text))


def is_byline(line: str) -> bool:
    """Tell whether a line only names its author, or only says that a section will."""
    return any(form.fullmatch(line.strip()) for form in (_BY, _ABOUT_LINE))


def is_dateline(line: str) -> bool:
    """Tell whether a line opens with a place and an agency, or is only a place in capitals and a date."""
    line = line.strip()
    return _DATELINE.match(line) is not None or (", " in line and _PLACE_LINE.fullmatch(line) is not None)


def _about(text: str) -> Byline:
    section = _ABOUT.search(text)
    match = _IS.match(section["line"].strip()) if section else None
    if match is None:
        return Byline()
    what = match["what"]
    return Byline(match["author"], _employer(what) if re.search(_ROLE, what, re.IGNORECASE) else None)


def _employer(what: str) -> str | None:
    for pattern, only_papers in _FOR:
        for match in pattern.finditer(what):
            if not only_papers or _PAPER.search(match["outlet"]):
                return match["outlet"].rstrip(".,'’")  # noqa: RUF001 - as in the names
    return None


def _by(text: str) -> Byline:
    for line in [line.strip() for line in text.split("\n") if line.strip()][:_OPENING]:
        match = _BY.fullmatch(line)
        if match:
            # "By Jane Doe, The Guardian": a paper's name has the same form as a second author's.
            authors, _, last = match["author"].rpartition(", ")
            rest = (match["rest"] or "").strip()
            if authors and _PAPER.search(last):
                return Byline(authors, last)
            return Byline(match["author"], rest if _PAPER.search(rest) else None)
    return Byline()


def _agency(text: str) -> str | None:
    for line in [line.strip() for line in text.split("\n") if line.strip()][:_OPENING]:
        match = _DATELINE.match(line)
        if match:
            return match["agency"]
    return None
