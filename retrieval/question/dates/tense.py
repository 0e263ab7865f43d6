"""What the other words of a question say: whether it asks for reporting, for plans, or for what happened."""

import re
from collections.abc import Mapping

from retrieval.language.asking_words import Sought, forms
from retrieval.language.function_words import LANGUAGES

# Until a date a question is narrowed only where it asks what was written by then.
_REPORTING = {
    "en": (
        r"\b(?:articles?|news|coverage|headlines?|news (?:stories|items|reports))\b"
        r"(?! (?:agency|agencies|site|sites|channel|outlet|outlets|anchor|desk|\d))"
        r"|\bin the (?:papers?|newspapers?|press|media)\b"
        r"|\b(?:papers|newspapers?|press|media) (?:say|said|write|wrote|report)"
        r"|\b(?:write|wrote|written) (?:\w+ ){0,3}?about\b|'s (?:papers?|newspapers?)\b"
    ),
    "nl": (
        r"\b(?:artikel(?:en)?|nieuws|berichtgeving|nieuwsberichten|berichten|koppen|krantenkoppen)\b(?! \d)"
        r"|\bin (?:de |het )?(?:krant|kranten|pers|media)\b|\bde kranten? van\b"
        r"|\b(?:schreef|schreven|meldden?|berichtten?) (?:de |deze )?(?:krant|kranten|pers|media)\b"
        r"|\bover\b.{0,200}\bgeschreven\b|\bgeschreven\b.{0,200}\bover\b|\b(?:schreef|schreven)\b.{0,200}\bover\b"
    ),
}
_MANY = {code: f"(?:{'|'.join(forms(Sought.NUMBER, code))})" for code in LANGUAGES}
_NO_REPORTING = {
    "en": rf"\bfake news\b|\b(?:{_MANY['en']}|number of)\b",
    "nl": rf"\bnepnieuws\b|\b{_MANY['nl']}\b",
}
# What is to come was written before it came: plans, promises, budgets.
_PLANS = {
    "en": (
        r"will|won't|shall|should|would|going to|plan(?:s|ned|ning)?|expect(?:s|ed|ation|ations)?"
        r"|promis(?:e|ed|es)|supposed|due|scheduled?|intend(?:s|ed)?|forecasts?|predict(?:s|ed|ion|ions)?|projected|projections?|target"
        r"|deadline|ready|later|upcoming|budget(?:s|ed)?|set to|aims?"
    ),
    "nl": (
        r"zal|zult|zullen|zou|zouden|gaat|gaan|plan(?:nen)?|gepland|verwacht(?:e|te|ten|en|ing|ingen)?|beloof\w+"
        r"|moet|moeten|bedoeling|voornemens?|voorspel\w+|begroot|begroting\w*|deadline|klaar|gereed|streef\w*|straks"
        r"|later|wil|willen|prognoses?"
    ),
}
# Before a month it is the calendar that is asked about: "how many days are there in February".
_CALENDAR = {
    "en": rf"\b{_MANY['en']} (?:days|weeks|weekends|hours)(?: (?:are|were))?(?: there)?\s*$",
    "nl": rf"\b{_MANY['nl']} (?:dagen|weken|weekenden|uren|uur)(?: (?:zijn|zitten|waren|gaan))?(?: er)?\s*$",
}
_HAPPENED = {
    "en": r"happen(?:s|ed|ing)?|announced|decided|said|go on|went on|new|latest",
    "nl": r"gebeur(?:t|d|de|den)|aangekondigd|besloten|gezegd|zei|nieuw|nieuwe|nieuws|laatste",
}


def _patterns(written: Mapping[str, str], *, whole_words: bool = True) -> dict[str, re.Pattern[str]]:
    around = r"\b(?:{})\b" if whole_words else "{}"
    return {code: re.compile(around.format(one), re.IGNORECASE) for code, one in written.items()}


_REPORTING_IN = _patterns(_REPORTING, whole_words=False)
_NO_REPORTING_IN = _patterns(_NO_REPORTING, whole_words=False)
_CALENDAR_IN = _patterns(_CALENDAR, whole_words=False)
_PLANS_IN = _patterns(_PLANS)
_HAPPENED_IN = _patterns(_HAPPENED)


def is_about_reporting(question: str, language: str) -> bool:
    """Tell whether a question asks what was written: "which articles from last week"."""
    return _REPORTING_IN[language].search(question) is not None and not _NO_REPORTING_IN[language].search(
        question
    )


def is_about_plans(question: str, language: str) -> bool:
    """Tell whether a question may ask for what was to come: "will it open in 2026"."""
    return _PLANS_IN[language].search(question) is not None


def is_about_events(question: str, language: str) -> bool:
    """Tell whether a question asks what happened: "what was announced today"."""
    return _HAPPENED_IN[language].search(question) is not None


def is_about_calendar(before: str, after: str, language: str) -> bool:
    """Tell `how many days in February`, by what stands before and after the month."""
    asked = _CALENDAR_IN[language].search(before) is not None
    return asked and re.search(r"\w", after) is None
