"""Fitting what speaks for each kind: linear support vector machines, one against the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from corpus.vector_space import Matrix
from retrieval.training.utterances.messages import Message
from retrieval.utterances.kinds import Kind
from retrieval.utterances.telling import Scores, lead, scores
from retrieval.utterances.traits import BUCKETS, traits
from retrieval.utterances.weights import KINDS, Weights
from retrieval.utterances.wording import is_word, tokens

# Chosen on parts of the training messages that were left out in turn, never on those held out.
_REGULAR = 1.0
_MEANING = 2.0  # how much longer than the traits a message's vector is
_OFTEN = 3  # messages that a word stands in to be known
_PARTS = 4
_TAKEN_FOR_QUESTIONS = 0.003  # of the left out messages of other kinds, at most
_STEPS = 127  # of an int8


@dataclass(frozen=True, slots=True)
class Ground:
    """What is learnt from: written `messages`, those `made` from frames, and what embeds them."""

    messages: Sequence[Message]
    made: Sequence[Message]
    embed: Callable[[Sequence[str]], Matrix]


def fitted(ground: Ground) -> Weights:
    """Fit to everything; what a lead means comes from parts that were left out in turn."""
    weights = _weights(ground, list(ground.messages))
    truth, tried = _left_out(ground)
    return replace(weights, doubt=_doubt(truth, tried), sharpness=_sharpness(truth, tried))


def known_words(messages: Iterable[Message]) -> frozenset[str]:
    """Return the words, in lower case, that stand in three messages or more."""
    counted = Counter(word for one in messages for word in {token.lower() for token in tokens(one.text)})
    return frozenset(word for word, times in counted.items() if times >= _OFTEN and is_word(word))


def _weights(ground: Ground, messages: Sequence[Message]) -> Weights:
    known = known_words(messages)
    learnt = [*_typed(messages), *ground.made]
    texts = [one.text for one in learnt]
    vectors = ground.embed(texts) * _MEANING
    model = LinearSVC(C=_REGULAR, tol=1e-3, max_iter=5000, random_state=1)
    model.fit(sparse.hstack([_rows(texts, known), sparse.csr_matrix(vectors)]).tocsr(), _numbers(learnt))
    by_trait = model.coef_[:, :BUCKETS].T
    step = float(np.abs(by_trait).max() / _STEPS)
    return Weights(
        traits=np.round(by_trait / step).astype(np.int8),
        step=step,
        meaning=(model.coef_[:, BUCKETS:].T * _MEANING).astype(np.float32),
        start=model.intercept_.astype(np.float32),
        known=known,
        doubt=0.0,
        sharpness=1.0,
    )


def _left_out(ground: Ground) -> tuple[npt.NDArray[np.int64], Scores]:
    messages = np.array(ground.messages, dtype=object)
    truth = _numbers(ground.messages)
    found = np.zeros((len(messages), len(KINDS)))
    for rest, part in StratifiedKFold(_PARTS, shuffle=True, random_state=1).split(truth, truth):
        weights = _weights(ground, list(messages[rest]))
        texts = [one.text for one in messages[part]]
        pairs = zip(texts, ground.embed(texts), strict=True)
        found[part] = [scores(text, vector, weights) for text, vector in pairs]
    return truth, found


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


def _typed(messages: Sequence[Message]) -> Iterator[Message]:
    """Yield each message as it stands, and as it may be typed besides."""
    for one in messages:
        forms = {one.text, one.text.lower(), one.text[0].upper() + one.text[1:]}
        if one.kind is Kind.QUESTION:
            forms.add(one.text.rstrip("?") if one.text.endswith("?") else one.text + "?")
        for text in sorted(forms):
            yield replace(one, text=text or one.text)


def _rows(texts: Sequence[str], known: Collection[str]) -> sparse.csr_matrix:
    seen = [traits(text, known) for text in texts]
    ends = np.cumsum([0, *map(len, seen)])
    values = np.concatenate([np.full(len(one), len(one) ** -0.5) for one in seen])
    return sparse.csr_matrix((values, np.concatenate(seen), ends), shape=(len(texts), BUCKETS))


def _numbers(messages: Sequence[Message]) -> npt.NDArray[np.int64]:
    return np.array([KINDS.index(one.kind) for one in messages], dtype=np.int64)
