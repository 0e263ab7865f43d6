"""Whether a figure is per month, per year or per anything else."""

import re

_BEHIND = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:(?:(?:of\s+)?\w+\s+)?per|(?:of\s+\w+\s+)?(?:an?|each|every|elke?|iedere?))"
    r"\s+(?P<of>\w+)|(?P<adverb>\w+))\b",
    re.IGNORECASE,
)
_RATES = {
    **dict.fromkeys(("month", "monthly", "maand", "maandelijks"), "month"),
    **dict.fromkeys(
        ("year", "yearly", "annual", "annually", "annum", "jaar", "jaarlijks", "jaarlijkse"), "year"
    ),
    **dict.fromkeys(("week", "weekly", "wekelijks"), "week"),
    **dict.fromkeys(("day", "daily", "dag", "dagelijks"), "day"),
    **dict.fromkeys(("hour", "hourly", "uur"), "hour"),
    **dict.fromkeys(("person", "persoon"), "person"),
    **dict.fromkeys(("apiece", "each", "piece", "stuk"), "piece"),
}
PERIODS = frozenset({"hour", "day", "week", "month", "year"})
_SENTENCE = (
    (
        re.compile(r"\bmonthly\b|\bmaandelijkse?\b|\bmaand(?:salaris|loon|bedrag|huur)", re.IGNORECASE),
        "month",
    ),
    (
        re.compile(
            r"\b(?:annual(?! pass| ticket)|annually|yearly)\b|\bjaarlijkse?\b|\bjaar(?:salaris|loon|huur)",
            re.IGNORECASE,
        ),
        "year",
    ),
    (re.compile(r"\bhourly\b|\buur(?:loon|tarief)", re.IGNORECASE), "hour"),
)


def rate(text: str, end: int) -> str | None:
    """Return what the figure that ends at `end` of a sentence is counted per; None where it is not said.

    Nor is it told of what figures of one matter are counted per anyway: a way, a gigajoule.
    Words behind the figure decide, or else a word of the sentence such as "monthly" or "uurloon". Dutch and
    English words for one rate give the same.
    """
    behind = _BEHIND.match(text, end)
    if behind and behind["of"]:
        return _RATES.get(behind["of"].lower())
    if behind and behind["adverb"].lower() in _RATES:
        return _RATES[behind["adverb"].lower()]
    return next((name for pattern, name in _SENTENCE if pattern.search(text)), None)
