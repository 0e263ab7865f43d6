"""What the consent walls of web sites say, in Dutch and English: whether a text is one."""

import re
from collections.abc import Sequence

_DATA = (
    r"(?:cookies?|privacy\w*|consent|toestemming|technolog\w+|personal (?:data|information)|persoonsgegevens"
    r"|persoonlijke (?:data|gegevens|informatie)|gegevens|apparaat|device|identifiers"
    r"|advertenti\w+|advertis\w+"
    r"|\bads\b|partners|vendors|leveranciers|tracking\w*|volgtechniek\w*)"
)
_SITE = r"(?:we|wij|our|onze|ons|(?:this|deze|dit) (?:web)?site|the website)"
_DOES = (
    r"(?:us(?:e|es|ing)|gebruik\w*|plaats\w*|plac\w+|stor\w+|opslaan|slaan|sla|process\w*"
    r"|verwerk\w*|value|waarderen"
    r"|respect\w*|respecteren|car(?:e|es)|geven|hecht\w*|share|shar\w+|delen|ask\w*|vragen|need"
    r"|hebben|collect\w*"
    r"|verzamel\w*|access\w*|set|sets|bewaren|willen|would like|work with|werken)"
)
_YOURS = r"(?:your|uw|je|jouw)"
_CHOICE = (
    r"(?:privacy\w*|consent|toestemming|choices?|keuzes?|preferences?|voorkeur\w*|settings"
    r"|instellingen|cookies?"
    r"|personal data|gegevens|partners|purposes|doeleinden)"
)
_ACT = (
    r"(?:accept\w*|accepteer\w*|agree\w*|akkoord|manag\w+|beheer\w*|wijzig\w*|intrek\w*"
    r"|withdraw\w*|chang\w+|aanpass\w*"
    r"|pas|kies|kiez\w+|choos\w+|choice|geef\w*|geven|give|giv\w+|click\w*|klik\w*|reject\w*"
    r"|refuse\w*|weiger\w*|select\w*"
    r"|selecteer\w*|object|bezwaar|allow|toestaan|sta|control|customi[sz]e|set|stel|review"
    r"|bekijk\w*|read|lees)"
)
# A sentence that only a site says to its visitor.
_SAID = re.compile(
    rf"\b{_SITE}\b.{{0,120}}\b{_DOES}\b(?:(?!\b{_DOES}\b).){{0,160}}\b{_DATA}\b"
    rf"|\b{_DATA}\b.{{0,80}}\b{_DOES}\b.{{0,20}}\b(?:we|wij)\b"
    rf"|\b(?:we|wij)\b.{{0,20}}\b(?:value|care about|respect|waarderen|respecteren|geven om"
    rf"|hechten)\b.{{0,40}}\bprivacy\b"
    rf"|\b{_YOURS}\b.{{0,40}}\b{_CHOICE}\b.{{0,80}}\b{_ACT}\b"
    rf"|\b{_ACT}\b.{{0,80}}\b{_YOURS}\b.{{0,40}}\b{_CHOICE}\b"
    r"|\bbefore you (?:continue|proceed)\b|\bvoordat (?:je|u) (?:verder|door)\s?ga"
    r"|\b(?:click|klik|kies|choose|select|press|druk|by clicking|door)\b.{0,60}[\"'\u201c\u2018]?\b"
    r"(?:accept\w*|agree|akkoord|alles (?:toestaan|accepteren)|reject\w*|weiger\w*|allow all"
    r"|manage\w*|instellingen"
    r"|settings|(?:more |meer )?opti(?:ons|es))\b"
    r"|\b(?:you|je|u) (?:can|may|kunt|kan|mag)\b.{0,80}\b(?:consent|toestemming|voorkeur\w*"
    r"|preferences|choices|cookies)\b",
    re.IGNORECASE | re.DOTALL,
)
_BUTTON = re.compile(
    r"\W*(?:(?:ja|nee|yes|no|ok)\W+)?(?:ik |i )?(?:accept\w*|accepteer\w*|akkoord|agree\w*"
    r"|reject\w*|refuse\w*|weiger\w*|decline"
    r"|allow|sta|toestaan|manage|beheer\w*|customi[sz]e|aanpassen|confirm\w*|bevestig\w*|save"
    r"|opslaan|settings|instellingen"
    r"|(?:more|meer) (?:options|opties|information|informatie|info)|learn more|doorgaan|continue"
    r"|got it|begrepen|voorkeuren"
    r"|preferences|necessary|noodzakelijke?|alleen|only|strictly|alles|all|partners|vendors"
    r"|leveranciers|disagree|take me to"
    r"|niet akkoord|cookie\w*|privacy\w*)\b.{0,40}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\bcookie|\bconsent\b|\bprivacy|\bGDPR\b|\bAVG\b|persoonsgegevens|personal data|toestemming",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\n+|(?<=[.!?])\s+")
_SHORT = 1_200  # characters; a longer text is a wall only where nearly all of it is
_LONGEST = 6_000  # of a wall with all its purposes
_MOST_OF_IT, _NEARLY_ALL, _ALL = 0.5, 0.7, 0.9
_FEW_WORDS = 600  # characters of a text that its heading may explain
_CHOICES = 2
_SPOKEN_TO = re.compile(r"\b(?:we|us|our|you|your|wij|ons|onze|u|uw|je|jouw|jij)\b", re.IGNORECASE)


def is_consent_wall(heading: str, text: str, buttons: Sequence[str] = (), *, dated: bool = False) -> bool:
    """Tell whether a text under its heading does no more than ask its reader to agree to cookies.

    A text about cookies tells of them; a wall speaks for its site to its visitor, and offers a choice.

    Args:
        heading: what stands above the text.
        text: what the page shows.
        buttons: what its buttons say.
        dated: whether the page says when its article appeared: then it is a wall only if nearly all of it is.
    """
    above = _sentences(heading)
    told = [one for one in _sentences(text) if one not in above]
    every = [*above, *told]
    if len(text) > _LONGEST or not any(map(_SUBJECT.search, every)):
        return False
    speaking = [one for one in every if _SAID.search(one)]
    walled = [one for one in every if one in speaking or _BUTTON.fullmatch(one)]
    enough = _NEARLY_ALL if dated or len(text) >= _SHORT else _MOST_OF_IT
    if speaking and _share(walled, every) >= enough:
        return True
    short = not dated and len(text) < _FEW_WORDS
    return short and _SUBJECT.search(heading) is not None and _only_offers(told, buttons)


def _only_offers(told: Sequence[str], buttons: Sequence[str]) -> bool:
    """Tell whether a few sentences only speak to a visitor who has a choice of buttons."""
    offered = {one for one in (*told, *buttons) if _BUTTON.fullmatch(one)}
    spoken = [one for one in told if _BUTTON.fullmatch(one) or _SPOKEN_TO.search(one)]
    return len(offered) >= _CHOICES and _share(spoken, told) >= _ALL


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in _SENTENCE.split(text) if one.strip()]


def _share(some: Sequence[str], every: Sequence[str]) -> float:
    return sum(map(len, some)) / max(sum(map(len, every)), 1)
