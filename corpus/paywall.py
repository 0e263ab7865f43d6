"""Where a text stops at a paywall: what the wall says, and whether the text breaks off."""

from __future__ import annotations

import re

from corpus.article import Span

_TEXT = r"(?:artikel|verhaal|stuk|interview|bericht|column|article|story|piece|post)"
_REST = (
    rf"(?:(?:het|the|dit|this)\s)?(?:hele|volledige|full|whole|entire|complete|complete?|rest\s(?:van|of))\s"
    rf"(?:(?:het|the|dit|this|de)\s)?{_TEXT}"
)
_READ = r"(?:read|continue\sreading|keep\sreading|read\son|finish\sreading)"
_WHO = r"(?:subscribers|members|abonnees|leden|premium|digital|plus)"
# What a wall says at the end of a teaser, a sentence of its own, in Dutch or English.
_WALL = re.compile(
    rf"""\W*(?:
      (?:(?:het|dit|heel)\s(?:hele\s|volledige\s)?{_TEXT}\s)?(?:verder|door|meer|helemaal)?\s?lezen\s?\?.*
    | (?:want|would\syou\slike)\sto\s{_READ}\b.*\?
    | verder\s?lezen | (?:lees|read)\s(?:verder|meer|more|on) | (?:continue|keep)\sreading
    | (?:lees|lees\sverder\sin|read|continue\sreading|open|bekijk)\s{_REST}\b.*
    | (?:lees|read|continue\sreading|keep\sreading)\s(?:verder\s|dit\s{_TEXT}\s|this\s{_TEXT}\s|more\s|on\s)?
      (?:met|als|for|with|as|via)\b.*\b(?:abonn\w+|subscri\w+|member\w*|account|trial|proef\w*|gratis|free)\b.*
    | (?:please\s|you\s(?:must|need\sto|have\sto)\s)?
      (?:subscribe|sign\s(?:up|in)|register|log\sin|create\s(?:an|a\sfree)\saccount|become\sa\s(?:member|subscriber)|join(?:\sus)?)
      \b.{{0,40}}\b(?:to|and)\s(?:{_READ}\b.* | (?:unlock|access|view|see|get)\b.{{0,40}}\b(?:{_TEXT}|articles|stories|content)\b.*)
    | to\s{_READ}\b.*\b(?:subscri\w+|register|log\sin|sign\s(?:in|up)|member\w*|account|trial)\b.*
    | om\s(?:verder|door)\ste\slezen\b.*\b(?:abonn\w+|inlog\w+|log|account|lid|registreer\w*)\b.*
    | om\s(?:dit|het|heel\sdit)\s.{{0,20}}\b{_TEXT}\s.{{0,20}}\bte\s(?:kunnen\s)?lezen\b.*\b(?:abonn\w+|inlog\w+|log|account|lid)\b.*
    | (?:this|the|dit|het|de|(?:de\s|the\s)?rest)\b.{{0,30}}\b{_TEXT}\s(?:is|wordt|blijft|remains)\b.{{0,40}}\b
      (?:to|for|voor|aan)\s(?:(?:our|onze|betalende|paying|digitale)\s)*{_WHO}\b.*
    | (?:exclusief|alleen|uitsluitend|only|exclusively)\s(?:toegankelijk\s|beschikbaar\s|available\s)?(?:voor|for|to)\s
      (?:(?:our|onze|betalende|paying|digitale)\s)*(?:subscribers|abonnees)\b.*
    | (?:this|dit)\sis\s(?:an?\s|een\s)(?:premium|plus|abonnee|subscribers?|members?)(?:-|\s)?(?:only\s|exclusive\s)?{_TEXT}.*
    | (?:word|neem)\s(?:nu\s|gratis\s|snel\s|een\s|digitaal\s)*(?:abonnee|abonnement|lid)\b.{{0,40}}\b
      (?:(?:en|om)\b.*\b(?:lees|lezen|verder)\b.* | verder\b.*)
    | (?:log\sin|registreer|meld\s(?:je|u)\saan|maak\s.{{0,20}}account)\b.{{0,40}}\b(?:om|en)\b.{{0,40}}\b(?:lezen|lees|verder)\b.*
    | (?:you(?:['\u2019]ve|\shave)|je\shebt|u\sheeft)\b.{{0,60}}\b(?:free\sarticles?|gratis\sartikel(?:en)?|article\slimit)\b.*
    | (?:krijg|koop)\s(?:nu\s|direct\s)?(?:onbeperkt|volledig|onbeperkte|volledige)\stoegang\b.*
    | get\s(?:full|unlimited|complete)\saccess\b.*
    | (?:unlock|ontgrendel)\s(?:this|dit|the\sfull|het\svolledige|all)\b.*
    )\W*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# What stands beside such a sentence, and means nothing of the kind by itself.
_BESIDE = re.compile(
    r"""\W*(?:
      .{0,30}\b(?:already|al|reeds)\b.{0,30}\b(?:subscriber|subscribed|member|abonnee|abonnement|account|lid)\b.*
    | (?:(?:or|of|en|and)\s)?(?:log|sign)\s?in(?:\s(?:here|now|hier))? | inloggen | log\shier\sin | registreer(?:\sgratis)?
    | sign\sup.* | subscribe.* | abonneer.* | (?:word|neem)\s.{0,30}\b(?:abonnee|abonnement|lid)\b.* | become\sa\b.*
    | .*\b(?:cancel|opzeg)\w*.* | .{0,60}(?:\u20ac|\$|\u00a3|euro)\s?\d.* | .*\bper\s(?:maand|week|month|jaar|year)\b.*
    | (?:probeer|try|start)\b.*\b(?:gratis|free|proef\w*|trial|nu)\b.* | .*\b(?:abonnementen|subscription\soffers?)\b.*
    )\W*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_BREAK = re.compile(r"\n+|(?<=[.!?\u2026])[\"'\u201d\u2019)]*[^\S\n]+(?=\S)")
_OFF = re.compile(r"(?:\u2026|\.\.\.)[\])]*\s*\Z")
_CLOSED = re.compile(r"[.!?][\"'\u201d\u2019)\]*_]*\s*\Z")
_LONGEST = 200  # characters of a sentence of a wall
_MOST = 12  # sentences of a wall
_LONG = 600  # words; a text of more that ends in dots trails off as its writer meant


def before_wall(text: str) -> tuple[str, bool]:
    """Return a text without what a paywall says at its end, and whether it is only a beginning.

    A text that is nothing but a wall is left as it is.
    """
    kept, walled, rest = text, False, text.rstrip()
    for _ in range(_MOST):
        last = _last(rest)
        said, is_wall = last.of(rest), _WALL.fullmatch(last.of(rest)) is not None
        if len(said) > _LONGEST or not (is_wall or _BESIDE.fullmatch(said)):
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


def _last(text: str) -> Span:
    """Return the last sentence or line of a text."""
    ends = [match.end() for match in _BREAK.finditer(text, max(0, len(text) - 2 * _LONGEST))]
    return Span(ends[-1] if ends else 0, len(text))
