"""How sure it is that words answer: logistic regressions over what the reader and the search say of them.

`retrieval/lab/calibration` has the data, held-out groups of the reader's, and the script that fits them.
"""

import math
from dataclasses import dataclass, fields
from operator import attrgetter

THRESHOLD = 0.5
# Below this an answer says that it is not sure.
SURE = 0.75


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for words as an answer.

    Of the reader, in log odds against "no answer": `answers`, that the passage answers at all; `evidence`,
    that the piece does; `margin`, that the words do. Of the search: `dense`, the passage's cosine with the
    question; `names` and `figures`, how
    many names of the question, and how many years, numbers and identifiers, stand nowhere in the article,
    two of each at most; `foreign`, 1 where question and article are in two languages.
    """

    answers: float
    evidence: float
    margin: float
    dense: float
    names: float
    figures: float
    foreign: float

    # By how much a passage lies behind the best is none of them: of the questions that weights are fitted to
    # each has one text that answers, in a newsroom several articles are about one affair.


# Each piece that is read comes here twice, and `astuple` copies every number.
_values = attrgetter(*(sign.name for sign in fields(Signs)))


@dataclass(frozen=True, slots=True)
class Weights:
    """A regression: what each sign weighs in log odds, and the log odds without any."""

    signs: Signs
    intercept: float

    def odds(self, seen: Signs) -> float:
        """Return the log odds that the signs speak for."""
        weighed = zip(_values(self.signs), _values(seen), strict=True)
        return self.intercept + float(sum(weight * value for weight, value in weighed))


# Written by `python -m retrieval.lab.calibration fit`; a test fits them again.
RANKING = Weights(
    signs=Signs(
        answers=-0.263,
        evidence=0.272,
        margin=0.297,
        dense=6.943,
        names=-0.622,
        figures=-2.567,
        foreign=-0.287,
    ),
    intercept=-3.771,
)
ANSWERING = Weights(
    signs=Signs(
        answers=0.157,
        evidence=0.211,
        margin=0.116,
        dense=5.186,
        names=-0.986,
        figures=-3.547,
        foreign=-0.128,
    ),
    intercept=-2.432,
)


def score(signs: Signs) -> float:
    """Return what orders the quotes of a question, in log odds."""
    return RANKING.odds(signs)


def probability(signs: Signs) -> float:
    """Return the probability in [0, 1] that the best words of a question with these signs answer it."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, ANSWERING.odds(signs)))))
