"""Follow-ups: a question that leans on the one before it, made to stand alone.

What it needs of the question before is put behind it: "And the monthly salary? (Russia 2023)". So much
and no more, for words that were asked about before would lead back to the answer given before:

- it points back, or says nothing of its own ("why?"): everything that carried matter before;
- it names another time alone ("and in 2021?"): the question before is asked again, of that time;
- it changes another circumstance alone ("and in Moscow?"): the same, but a name gives way to a name and a
  figure to a figure;
- it asks about something else of the same thing ("and the salary?"): the names and figures before, or
  everything where there were none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.tokens import words
from retrieval.language.proper_names import WORD, is_name, unowned
from retrieval.question.dependence import circumstance, is_pronoun, leans, matter, points, preposition
from retrieval.question.redating import redated

_CARRIED = re.compile(r"\(([^()]*)\)\s*$")
_LONGEST = 16  # words carried from question to question
# What an amount is counted in says nothing of what it is the amount of.
_UNITS = frozenset(
    ("euro", "euros", "dollar", "dollars", "pounds", "roebel", "roubles", "procent", "percent")
)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a question that carry matter, as written, in order; and which are names or figures."""

    everything: tuple[str, ...]
    names: frozenset[str]
    figures: frozenset[str]

    @property
    def other(self) -> list[str]:
        """What it is about beside names, figures and units."""
        return [word for word in self.everything if word not in self.names | self.figures | _UNITS]


def standalone(question: str, earlier: Sequence[str]) -> str:
    """Return `question` as it stands alone, given the `earlier` standalone questions, oldest first."""
    if not earlier or not leans(question):
        return question
    again = redated(question, earlier[-1])
    if again is not None:
        return again
    there = set(words(question))
    kept = [word for word in _needed(question, earlier[-1]) if there.isdisjoint(words(word))]
    return f"{question} ({' '.join(kept[:_LONGEST])})" if kept else question


def _needed(question: str, before: str) -> list[str]:
    new, old = _said(question), _topic(question, before)
    if points(question) or not (new.other or new.names or new.figures):
        return list(old.everything)
    if circumstance(question) or not new.other:
        gone = (old.names if new.names else frozenset()) | (old.figures if new.figures else frozenset())
        return [word for word in old.everything if word not in gone]
    named = [word for word in old.everything if word in old.names | old.figures]
    return named or list(old.everything)


def _topic(question: str, before: str) -> _Said:
    """Return what the question before is about.

    Where that one only pointed back itself, or named another circumstance of the same kind as this one, it
    is what was carried along with it: its own words say nothing of what is spoken of.
    """
    said = _said(before)
    carried = _CARRIED.search(before)
    own = before[: carried.start()] if carried else before
    passing = points(own) or (preposition(own) is not None and preposition(own) == preposition(question))
    if not carried or not passing:
        return said
    dropped = set(_said(own).other) - set(_said(f"({carried[1]})").everything)
    return replace(said, everything=tuple(word for word in said.everything if word not in dropped))


def _said(question: str) -> _Said:
    carried = _CARRIED.search(question)
    asked = question[: carried.start()] if carried else question
    # A capital at the beginning makes no name, but what was carried along is in no sentence.
    own = [(word, place > 0) for place, word in enumerate(WORD.findall(asked))]
    behind = [(word, True) for word in WORD.findall(carried[1])] if carried else []
    telling = [(unowned(word), inside) for word, inside in own + behind if _tells(word)]
    return _Said(
        everything=tuple(dict.fromkeys(word for word, _ in telling)),
        names=frozenset(word for word, inside in telling if is_name(word, inside=inside)),
        figures=frozenset(word for word, _ in telling if word[0].isdecimal()),
    )


def _tells(word: str) -> bool:
    return any(not is_pronoun(one) for one in matter(words(word)))
