"""Where a text stops at a paywall: what walls say in Dutch and English, and whether the text breaks off."""

import re

from corpus.article import Span

_TEXT = r"(?:artikel|verhaal|stuk|interview|bericht|column|article|story|piece|post)"
_THE = r"(?:(?:het|the|dit|this|de)\s)?"
_WHOLE = rf"{_THE}(?:hele|volledige|full|whole|entire|complete|rest\s(?:van|of))\s{_THE}{_TEXT}"
_READ = r"(?:read|continue\sreading|keep\sreading|read\son|finish\sreading)"
_SIGN = (
    r"(?:subscribe|sign\s(?:up|in)|register|log\sin|create\s(?:an|a\sfree)\saccount"
    r"|become\sa\s(?:member|subscriber)|join(?:\sus)?)"
)
_SIGNED = r"(?:subscri\w+|register|log\sin|sign\s(?:in|up)|member\w*|account|trial)"
_INGELOGD = r"(?:abonn\w+|inlog\w+|log|account|lid|registreer\w*)"
_OURS = r"(?:(?:our|onze|betalende|paying|digitale)\s)*"
_WHO = r"(?:subscribers|members|abonnees|leden|premium|digital|plus)"
# Sentences that say that there is more, for some.
WALL = (
    rf"(?:(?:het|dit|heel)\s(?:hele\s|volledige\s)?{_TEXT}\s)?(?:verder|door|meer|helemaal)?\s?lezen\s?\?.*",
    rf"(?:want|would\syou\slike)\sto\s{_READ}\b.*\?",
    r"verder\s?lezen|(?:lees|read)\s(?:verder|meer|more|on)|(?:continue|keep)\sreading",
    rf"(?:lees|lees\sverder\sin|read|continue\sreading|open|bekijk)\s{_WHOLE}\b.*",
    (
        rf"(?:lees|read|continue\sreading|keep\sreading)\s(?:verder\s|(?:dit|this)\s{_TEXT}\s|more\s|on\s)?"
        r"(?:met|als|for|with|as|via)\b.*\b(?:abonn\w+|subscri\w+|member\w*|account|trial|proef\w*|gratis|free)\b.*"
    ),
    rf"(?:please\s|you\s(?:must|need\sto|have\sto)\s)?{_SIGN}\b.{{0,40}}\b(?:to|and)\s{_READ}\b.*",
    (
        rf"(?:please\s|you\s(?:must|need\sto|have\sto)\s)?{_SIGN}\b.{{0,40}}\b(?:to|and)\s"
        rf"(?:unlock|access|view|see|get)\b.{{0,40}}\b(?:{_TEXT}|articles|stories|content)\b.*"
    ),
    rf"to\s{_READ}\b.*\b{_SIGNED}\b.*",
    rf"om\s(?:verder|door)\ste\slezen\b.*\b{_INGELOGD}\b.*",
    rf"om\s(?:dit|het|heel\sdit)\s.{{0,20}}\b{_TEXT}\s.{{0,20}}\bte\s(?:kunnen\s)?lezen\b.*\b{_INGELOGD}\b.*",
    (
        rf"(?:this|the|dit|het|de|(?:de\s|the\s)?rest)\b.{{0,30}}\b{_TEXT}\s(?:is|wordt|blijft|remains)\b.{{0,40}}"
        rf"\b(?:to|for|voor|aan)\s{_OURS}{_WHO}\b.*"
    ),
    (
        r"(?:exclusief|alleen|uitsluitend|only|exclusively)\s(?:toegankelijk\s|beschikbaar\s|available\s)?"
        rf"(?:voor|for|to)\s{_OURS}(?:subscribers|abonnees)\b.*"
    ),
    (
        r"(?:this|dit)\sis\s(?:an?\s|een\s)(?:premium|plus|abonnee|subscribers?|members?)(?:-|\s)?"
        rf"(?:only\s|exclusive\s)?{_TEXT}.*"
    ),
    (
        r"(?:word|neem)\s(?:nu\s|gratis\s|snel\s|een\s|digitaal\s)*(?:abonnee|abonnement|lid)\b.{0,40}"
        r"\b(?:(?:en|om)\b.*\b(?:lees|lezen|verder)\b.*|verder\b.*)"
    ),
    (
        r"(?:log\sin|registreer|meld\s(?:je|u)\saan|maak\s.{0,20}account)\b.{0,40}\b(?:om|en)\b.{0,40}"
        r"\b(?:lezen|lees|verder)\b.*"
    ),
    (
        r"(?:you(?:['\u2019]ve|\shave)|je\shebt|u\sheeft)\b.{0,60}"
        r"\b(?:free\sarticles?|gratis\sartikel(?:en)?|article\slimit)\b.*"
    ),
    r"(?:krijg|koop)\s(?:nu\s|direct\s)?(?:onbeperkt|volledig|onbeperkte|volledige)\stoegang\b.*",
    r"get\s(?:full|unlimited|complete)\saccess\b.*",
    r"(?:unlock|ontgrendel)\s(?:this|dit|the\sfull|het\svolledige|all)\b.*",
)
# What stands beside such a sentence, and means nothing of the kind by itself.
BESIDE = (
    (
        r".{0,30}\b(?:already|al|reeds)\b.{0,30}"
        r"\b(?:subscriber|subscribed|member|abonnee|abonnement|account|lid)\b.*"
    ),
    r"(?:(?:or|of|en|and)\s)?(?:log|sign)\s?in(?:\s(?:here|now|hier))?|inloggen|log\shier\sin",
    r"registreer(?:\sgratis)?|sign\sup.*|subscribe.*|abonneer.*|become\sa\b.*",
    r"(?:word|neem)\s.{0,30}\b(?:abonnee|abonnement|lid)\b.*",
    r".*\b(?:cancel|opzeg)\w*.*",
    r".{0,60}(?:\u20ac|\$|\u00a3|euro)\s?\d.*|.*\bper\s(?:maand|week|month|jaar|year)\b.*",
    r"(?:probeer|try|start)\b.*\b(?:gratis|free|proef\w*|trial|nu)\b.*",
    r".*\b(?:abonnementen|subscription\soffers?)\b.*",
)
_WALL, _BESIDE = (
    re.compile(rf"\W*(?:{'|'.join(said)})\W*", re.IGNORECASE | re.DOTALL) for said in (WALL, BESIDE)
)
_BREAK = re.compile(r"\n+|(?<=[.!?\u2026])[\"'\u201d\u2019)]*[^\S\n]+(?=\S)")
_OFF = re.compile(r"(?:\u2026|\.\.\.)[\])]*\s*\Z")
_CLOSED = re.compile(r"[.!?][\"'\u201d\u2019)\]*_]*\s*\Z")
_LONGEST = 200  # characters of a sentence of a wall
_MOST = 12  # sentences of a wall
_LABEL = 40  # characters
_ENDS = (".", "!", "?", "\u2026")
_LONG = 600  # words; a text of more that ends in dots trails off as its writer meant


def before_wall(text: str) -> tuple[str, bool]:
    """Return a text without what a paywall says at its end, and whether it is only a beginning.

    A text that is nothing but a wall is left as it is.
    """
    kept, walled, rest = text, False, text.rstrip()
    for _ in range(_MOST):
        last = _last(rest)
        said = last.of(rest) if last.end - last.start <= _LONGEST else ""
        is_wall = _WALL.fullmatch(said) is not None
        if not is_wall and _BESIDE.fullmatch(said) is None and not _is_label(rest, last):
            break
        rest = rest[: last.start].rstrip()
        if is_wall:
            kept, walled = rest, True
    if not any(map(str.isalnum, kept)):
        return text, walled
    return kept, walled or (_OFF.search(kept) is not None and len(kept.split()) <= _LONG)


def ends_whole(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return _CLOSED.search(text) is not None and _OFF.search(text) is None


def _is_label(text: str, last: Span) -> bool:
    """Tell whether the last line is one of those that stand below any article: "Share", "Reactions (3)"."""
    said = last.of(text)
    return len(said) <= _LABEL and text[: last.start].endswith("\n") and not said.endswith(_ENDS)


def _last(text: str) -> Span:
    """Return the last sentence or line of a text."""
    ends = [match.end() for match in _BREAK.finditer(text, max(0, len(text) - 2 * _LONGEST))]
    return Span(ends[-1] if ends else 0, len(text))
