"""Fitting what speaks for each kind: linear support vector machines, one against the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from corpus.vector_space import Matrix
from retrieval.lab.training.utterances.messages import Message
from retrieval.question.utterances.classifying import Scores, lead, scores, telling, texts
from retrieval.question.utterances.kinds import Kind
from retrieval.question.utterances.message_tokens import is_word, tokens
from retrieval.question.utterances.traits import BUCKETS, traits
from retrieval.question.utterances.weights import KINDS, Weights

# Chosen on parts of the training messages that were left out in turn, never on those held out.
_REGULAR = 1.0
_MEANING = 1.4  # how much longer than the traits a message's vector is
_OFTEN = 3  # messages that a word stands in to be known
_PARTS = 4
_TAKEN_FOR_QUESTIONS = 0.002  # of the left out messages of other kinds, at most
_STEPS = 127  # of an int8


@dataclass(frozen=True, slots=True)
class Ground:
    """What is learnt from: written `messages`, those `made` from frames, and what embeds them."""

    messages: Sequence[Message]
    made: Sequence[Message]
    embed: Callable[[Sequence[str]], Matrix]


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is seen of each text, a row each; `origins` are places in `Ground.messages`, -1 for made ones."""

    seen: sparse.csr_matrix
    numbers: npt.NDArray[np.int64]
    origins: npt.NDArray[np.int64]
    known: frozenset[str]

    def without(self, places: npt.NDArray[np.int64]) -> _Rows:
        """Return the rows that come from none of some messages."""
        kept = ~np.isin(self.origins, places)
        return _Rows(self.seen[kept], self.numbers[kept], self.origins[kept], self.known)


def fitted(ground: Ground) -> Weights:
    """Fit to everything; what a lead means comes from parts that were left out in turn."""
    rows = _rows_of(ground)
    truth, tried = _left_out(ground, rows)
    return replace(_weights(rows), doubt=_doubt(truth, tried), sharpness=_sharpness(truth, tried))


def known_words(messages: Iterable[Message]) -> frozenset[str]:
    """Return the words, in lower case, that stand in three messages or more."""
    counted = Counter(word for one in messages for word in {token.lower() for token in tokens(one.text)})
    return frozenset(word for word, times in counted.items() if times >= _OFTEN and is_word(word))


def _rows_of(ground: Ground) -> _Rows:
    known = known_words(ground.messages)
    forms = [(place, form) for place, one in enumerate(ground.messages) for form in typed(one)]
    learnt = [*(form for _, form in forms), *ground.made]
    texts = [one.text for one in learnt]
    vectors = sparse.csr_matrix(ground.embed(texts) * _MEANING)
    origins = np.array([*(place for place, _ in forms), *([-1] * len(ground.made))], dtype=np.int64)
    return _Rows(sparse.hstack([_traits(texts, known), vectors]).tocsr(), _numbers(learnt), origins, known)


def _weights(rows: _Rows) -> Weights:
    model = LinearSVC(C=_REGULAR, tol=1e-3, max_iter=5000, random_state=1)
    model.fit(rows.seen, rows.numbers)
    by_trait = model.coef_[:, :BUCKETS].T
    step = float(np.abs(by_trait).max() / _STEPS)
    return Weights(
        traits=np.round(by_trait / step).astype(np.int8),
        step=step,
        meaning=(model.coef_[:, BUCKETS:].T * _MEANING).astype(np.float32),
        start=model.intercept_.astype(np.float32),
        known=rows.known,
        doubt=0.0,
        sharpness=1.0,
    )


def _left_out(ground: Ground, rows: _Rows) -> tuple[npt.NDArray[np.int64], Scores]:
    """Return the numbers of the kinds, and what is told by weights that did not learn from the message."""
    truth = _numbers(ground.messages)
    found = np.zeros((len(truth), len(KINDS)))
    for _, part in StratifiedKFold(_PARTS, shuffle=True, random_state=1).split(truth, truth):
        weights = _weights(rows.without(part))
        found[part] = [_told(ground.messages[place].text, ground, weights) for place in part]
    return truth, found


def _told(message: str, ground: Ground, weights: Weights) -> Scores:
    parts = texts(message)
    found = [scores(text, vector, weights) for text, vector in zip(parts, ground.embed(parts), strict=True)]
    return telling(found, -np.inf)


def _doubt(truth: npt.NDArray[np.int64], found: Scores) -> float:
    others = truth != KINDS.index(Kind.QUESTION)
    leads = sorted((lead(one) for one in found[others]), reverse=True)
    return max(0.0, leads[int(len(leads) * _TAKEN_FOR_QUESTIONS)])


def _sharpness(truth: npt.NDArray[np.int64], found: Scores) -> float:
    """Return what makes the probability of the likeliest kind mean what it says, two kinds at a time."""
    likeliest, runner_up = np.sort(found, axis=1)[:, -1], np.sort(found, axis=1)[:, -2]
    right = found.argmax(axis=1) == truth
    leads = (likeliest - runner_up)[:, None]
    model = LogisticRegression(fit_intercept=False).fit(leads, right)
    return float(model.coef_[0, 0])


def typed(message: Message) -> list[Message]:
    """Return a message as it stands, and as it may be typed besides."""
    text = message.text
    forms = {text, text.lower(), text[0].upper() + text[1:]}
    if message.kind is Kind.QUESTION:
        forms.add((text.rstrip("?") if text.endswith("?") else text + "?") or text)
    return [replace(message, text=form) for form in sorted(forms)]


def _traits(texts: Sequence[str], known: Collection[str]) -> sparse.csr_matrix:
    seen = [traits(text, known) for text in texts]
    ends = np.cumsum([0, *map(len, seen)])
    values = np.concatenate([np.full(len(one), len(one) ** -0.5) for one in seen])
    return sparse.csr_matrix((values, np.concatenate(seen), ends), shape=(len(texts), BUCKETS))


def _numbers(messages: Sequence[Message]) -> npt.NDArray[np.int64]:
    return np.array([KINDS.index(one.kind) for one in messages], dtype=np.int64)
