"""The questions that went worst, and what was found instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.lab.evaluating.abstention import right
from retrieval.lab.evaluating.asking import DEPTH, Outcome


class Kind(StrEnum):
    """What went wrong, the worst first."""

    INVENTED = "answered, though no article says it"
    WRONG = "answered, but not with an accepted answer"
    NOT_FOUND = f"not one of its articles is among the first {DEPTH}"
    REFUSED = "refused, though the right sentence was at hand"
    MISSED = "refused, and the right sentence was not at hand either"


@dataclass(frozen=True, slots=True)
class Fault:
    """A question that went wrong, and how."""

    outcome: Outcome
    kind: Kind


def faults(outcomes: Sequence[Outcome]) -> list[Fault]:
    """Return every question that went wrong: surest wrong answers first, then the surest refusals."""
    found = [Fault(one, kind) for one in outcomes if (kind := _kind(one)) is not None]
    order = list(Kind)
    return sorted(found, key=lambda fault: (order.index(fault.kind), -fault.outcome.answer.confidence))


def _kind(one: Outcome) -> Kind | None:
    ok = right(one)
    if one.answer.abstained:
        return _of_refusal(one, holds=bool(ok))
    if one.asked.answerable is False:
        return Kind.INVENTED
    return Kind.WRONG if ok is False else None


def _of_refusal(one: Outcome, *, holds: bool) -> Kind | None:
    if not one.asked.answerable:
        return None
    if one.asked.relevant and one.asked.relevant.isdisjoint(one.found[:DEPTH]):
        return Kind.NOT_FOUND
    return Kind.REFUSED if holds else Kind.MISSED
