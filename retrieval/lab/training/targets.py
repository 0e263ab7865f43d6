"""What the student learns from: texts, each with the teacher's vector of its English original."""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from retrieval.lab.training.gloss import Glossary
from retrieval.lab.training.joined_passages import Lengths, joined
from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.pairs import Pair
from retrieval.lab.training.substitute import substituted
from retrieval.lab.training.teacher_vectors import Remembered


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the made examples to make."""

    passages: int = 6_000
    substituted: int = 24_000
    glossed: int = 72_000


@dataclass(frozen=True, slots=True)
class Sources:
    """What examples are made of."""

    pairs: list[Pair]
    english: list[str]
    lexicon: Lexicon
    glossary: Glossary


@dataclass(frozen=True, slots=True)
class Example:
    """A text as token ids, the row of its target, and what kind of example it is."""

    ids: list[int]
    target: int
    kind: str


@dataclass(frozen=True, slots=True)
class Examples:
    """All examples, and the teacher's vectors they point into: (targets, width)."""

    examples: list[Example]
    targets: NDArray[np.float16]


def make_examples(
    sources: Sources, counts: Counts, teacher: Remembered, seed: int
) -> list[tuple[str, str, str]]:
    """Make (kind, text, English original) triples of every kind.

    Kinds are `pair`, `passage` and `swap` with a text in the other language, the first two with `english-`
    for their English side, `gloss` for half-translated English, and `word` for entries of the lexicon.
    """
    chance = random.Random(seed)  # noqa: S311 - draws of training data, no secret
    vectors = teacher.embed([pair.english for pair in sources.pairs])
    passages = joined(sources.pairs, vectors, counts.passages, Lengths(), seed)
    swapped = substituted(sources.pairs, sources.lexicon, sources.english, counts.substituted, seed)
    texts: list[tuple[str, str, str]] = []
    for kind, pairs in (("pair", sources.pairs), ("passage", passages), ("swap", swapped)):
        texts += [(kind, pair.other, pair.english) for pair in pairs]
        texts += [(f"english-{kind}", pair.english, pair.english) for pair in pairs if kind != "swap"]
    for sentence in chance.choices(sources.english, k=counts.glossed):
        texts.append(("gloss", sources.glossary.gloss(sentence, chance.uniform(0.3, 1.0), chance), sentence))
    texts += [("english-pair", sentence, sentence) for sentence in sources.english]
    texts += [("word", word, found[0].english) for word, found in sources.lexicon.entries.items()]
    return list(dict.fromkeys(texts))


def tokenised(
    texts: list[tuple[str, str, str]], tokenizer: Tokenizer, teacher: Remembered, longest: int
) -> Examples:
    """Tokenise texts for the student and look their targets up."""
    rows = {original: row for row, original in enumerate(dict.fromkeys(original for _, _, original in texts))}
    encodings = tokenizer.encode_batch([text for _, text, _ in texts])
    examples = [
        Example([*encoding.ids[: longest - 1], encoding.ids[-1]], rows[original], kind)
        for (kind, _, original), encoding in zip(texts, encodings, strict=True)
    ]
    return Examples(examples, teacher.embed(list(rows)))
