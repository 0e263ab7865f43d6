"""How sure an answer is: the probability that the question is answered by what was found.

Logistic regressions, one where question and article are in one language and one where they are in two;
`retrieval/calibration` has the data, the script that fits them, and what they reach on questions held out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from retrieval.evidence import Evidence, evidence
from retrieval.quoting import Quote
from retrieval.search import Found

# Across languages, the harder case, this answers three quarters of what can be answered and refuses five
# sixths of what cannot: questions of XQuAD-dev on topics held out.
THRESHOLD = 0.57


@dataclass(frozen=True, slots=True)
class Weights:
    """A regression: what each piece of evidence weighs in log odds, and the log odds without any."""

    evidence: Evidence
    intercept: float

    def probability(self, seen: Evidence) -> float:
        """Return the probability in [0, 1] that evidence speaks for."""
        weights = asdict(self.evidence)
        odds = self.intercept + sum(weights[name] * value for name, value in asdict(seen).items())
        return 1 / (1 + math.exp(-odds))


# Written by `python -m retrieval.calibration fit`; a test fits them again.
SAME_LANGUAGE = Weights(Evidence(8.667, 5.14, 7.226, 8.451, -11.533, -2.575), -5.903)
TWO_LANGUAGES = Weights(Evidence(11.568, 1.864, 4.802, 9.669, -12.934, -1.458), -5.418)


def confidence(found: Found, quotes: Sequence[Quote]) -> float:
    """Return the probability in [0, 1] that the best of `quotes`, which come best first, answers."""
    if not quotes:
        return 0.0
    foreign = found.words.foreign_to(quotes[0].article.draft.language)
    weights = TWO_LANGUAGES if foreign else SAME_LANGUAGE
    return weights.probability(evidence(found, quotes))
