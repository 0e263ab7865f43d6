"""How well the words that answer fit the accepted ones: exactly, and by the words they share.

Exact match and F1 as Rajpurkar et al. 2016, "SQuAD: 100,000+ Questions for Machine Comprehension of Text",
measure them: case, punctuation and articles do not count, and of several accepted answers the best one does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_ARTICLES = re.compile(r"\b(?:a|an|the|de|het|een)\b")
_PUNCTUATION = re.compile(r"[^\w\s]")


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
