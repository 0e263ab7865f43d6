"""How a question relates to a period, settled from the words before it and from the whole question."""

from collections.abc import Callable, Mapping

from retrieval.question.dates.mentions import Mention
from retrieval.question.dates.time_words import Relation

_IN_REPORTS = {
    Relation.NONE: Relation.IN,
    Relation.OF: Relation.IN,
    Relation.BETWEEN: Relation.IN,
    Relation.FROM: Relation.SINCE,
    Relation.BEFORE_OR_FOR: Relation.BEFORE,
}


def settled(mention: Mention, *, reporting: bool) -> Relation:
    """Return one of IN, SINCE, AFTER, BEFORE, UNTIL and ABOUT, the last where no date of articles is meant.

    Args:
        mention: the period named.
        reporting: whether the question asks what was written.
    """
    if reporting:
        return _IN_REPORTS.get(mention.relation, mention.relation)
    rule = _OF_EVENTS.get(mention.relation)
    return rule(mention) if rule else mention.relation


def _alone(mention: Mention) -> Relation:
    """Tell `last week` and `14 September 2023` from `the 2022 estimate` and `last year's budget`."""
    names_a_thing = mention.form == "year" or mention.yearless or (mention.owns and _is_long(mention))
    return Relation.ABOUT if names_a_thing else Relation.IN


def _of(mention: Mention) -> Relation:
    """Tell `the storm of January 2018` from `the budget of 2025`, which was written before it."""
    return Relation.ABOUT if mention.yearless or _is_long(mention) else Relation.IN


def _about(_: Mention) -> Relation:
    """Take no date from `from June` and `until 2027`: both are announced before."""
    return Relation.ABOUT


def _before_or_for(mention: Mention) -> Relation:
    """Tell Dutch `voor 1 maart` (before) from `voor 2025` (mostly for)."""
    return Relation.BEFORE if mention.period.first.day is not None else Relation.ABOUT


def _in(_: Mention) -> Relation:
    return Relation.IN


def _is_long(mention: Mention) -> bool:
    return mention.period.first.month is None


_OF_EVENTS: Mapping[Relation, Callable[[Mention], Relation]] = {
    Relation.NONE: _alone,
    Relation.OF: _of,
    Relation.FROM: _about,
    Relation.UNTIL: _about,
    Relation.BEFORE_OR_FOR: _before_or_for,
    Relation.BETWEEN: _in,
}
