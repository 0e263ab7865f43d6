"""The figures of an evaluation: ranking, quotes, abstention and time, of all questions or of each group."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.lab.evaluating.abstention import Abstention, abstention
from retrieval.lab.evaluating.asking import Outcome
from retrieval.lab.evaluating.ranking import MEASURES, ranking

_ARTICLES = re.compile(r"\b(?:a|an|the|de|het|een)\b")
_PUNCTUATION = re.compile(r"[^\w\s]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Shares of the questions with accepted answers whose first quote, or any quote, holds one.

    `first` and `any` judge the choice of sentences, abstention apart; `first_given` and `any_given` what
    people are shown, where an abstention holds nothing.
    """

    first: float
    any: float
    first_given: float
    any_given: float


@dataclass(frozen=True, slots=True)
class Words:
    """How well the likeliest words fit the accepted ones, sure enough or not: shares in [0, 1]."""

    exact: float
    f1: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of some questions; None or nothing where the file does not say what is right.

    `ranking` holds the measures by name, in [0, 1]. `precision` is the share of the quotations shown that
    hold an accepted answer; to a question that cannot be answered none does. `p50` and `p95` are
    milliseconds to an answer.
    """

    questions: int
    ranking: Mapping[str, float | None]
    quoted: Quoted | None
    abstention: Abstention
    words: Words | None
    precision: float | None
    p50: float | None
    p95: float | None


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Measure the questions that were asked."""
    ranked = [one for one in ranking(outcomes) if one]
    times = [one.answer.milliseconds for one in outcomes]
    return Figures(
        questions=len(outcomes),
        ranking={name: _mean([one[name] for one in ranked]) for name in MEASURES},
        quoted=_quoted([one for one in outcomes if one.asked.answers]),
        abstention=abstention(outcomes),
        words=_words([one for one in outcomes if one.asked.answers]),
        precision=_mean([holds for one in outcomes if _is_judged(one) for holds in one.shown]),
        p50=float(np.percentile(times, 50)) if times else None,
        p95=float(np.percentile(times, 95)) if times else None,
    )


def groups(outcomes: Sequence[Outcome]) -> dict[str, Figures]:
    """Measure each group of questions that a tag names, in the order of their first question."""
    names = dict.fromkeys(tag for one in outcomes for tag in one.asked.tags)
    return {name: figures([one for one in outcomes if name in one.asked.tags]) for name in names}


def _quoted(judged: Sequence[Outcome]) -> Quoted | None:
    if not judged:
        return None
    first, either = [one.first_holds for one in judged], [one.any_holds for one in judged]
    given = [not one.answer.abstained for one in judged]
    return Quoted(
        first=float(np.mean(first)),
        any=float(np.mean(either)),
        first_given=float(np.mean(np.logical_and(first, given))),
        any_given=float(np.mean(np.logical_and(either, given))),
    )


def _words(judged: Sequence[Outcome]) -> Words | None:
    if not judged:
        return None
    fitting = [(exact(one.words, one.asked.answers), f1(one.words, one.asked.answers)) for one in judged]
    return Words(float(np.mean([one for one, _ in fitting])), float(np.mean([one for _, one in fitting])))


def _is_judged(outcome: Outcome) -> bool:
    return bool(outcome.asked.answers) or outcome.asked.answerable is False


def _mean(values: Sequence[float]) -> float | None:
    return float(np.mean(values)) if values else None


def exact(said: str, accepted: Iterable[str]) -> bool:
    """Tell whether words are one of the accepted answers."""
    return any(_plain(said) == _plain(one) for one in accepted)


def f1(said: str, accepted: Iterable[str]) -> float:
    """Return the harmonic mean of precision and recall of the words, in [0, 1]."""
    return max((_f1(_plain(said).split(), _plain(one).split()) for one in accepted), default=0.0)


def _f1(said: list[str], wanted: list[str]) -> float:
    shared = sum((Counter(said) & Counter(wanted)).values())
    return 2 * shared / (len(said) + len(wanted)) if shared else 0.0


def _plain(text: str) -> str:
    return " ".join(_ARTICLES.sub(" ", _PUNCTUATION.sub("", text.casefold())).split())
