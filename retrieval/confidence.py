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

# Across languages, the harder case, this answers four fifths of what can be answered and refuses six sevenths
# of what cannot: English questions of XQuAD-dev on Dutch articles, topics held out.
THRESHOLD = 0.6
# Below this an answer says that it is not sure: of the own questions' answers below it 34 of 74 hold no
# accepted answer in any quotation, of the others 54 of 197. Most of those have none.
SURE = 0.8


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
SAME_LANGUAGE = Weights(Evidence(5.349, 1.579, 4.76, 6.717, -11.431, -2.33, 7.814, 0.589, 5.401), -7.761)
TWO_LANGUAGES = Weights(Evidence(8.147, -1.39, 1.732, 6.459, -11.904, -1.651, 8.967, -1.552, 5.927), -6.938)


def confidence(found: Found, quotes: Sequence[Quote]) -> float:
    """Return the probability in [0, 1] that the best of `quotes`, which come best first, answers."""
    if not quotes:
        return 0.0
    foreign = found.words.foreign_to(quotes[0].article.draft.language)
    weights = TWO_LANGUAGES if foreign else SAME_LANGUAGE
    return weights.probability(evidence(found, quotes))
