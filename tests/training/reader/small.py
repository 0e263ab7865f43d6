"""A base, a vocabulary, a network and examples as small as they can be."""

from __future__ import annotations

import numpy as np
import torch
from tokenizers import Tokenizer

from corpus.article import Span
from corpus.sentences import sentences
from retrieval.lab.training.reader.base import BLOCK, Base, Blocks
from retrieval.lab.training.reader.cut_vocabulary import SPECIAL, tokenizer_of
from retrieval.lab.training.reader.network import Reader
from retrieval.lab.training.reader.reading_examples import Example, answered
from retrieval.lab.training.student import Shape

WIDTH = 32
WORDS = ("▁the", "▁mill", "▁burnt", "▁bridge", "▁opened", "▁when", "▁who", "▁in", "▁miller", "▁de", "▁molen")
SIGNS = tuple("▁abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,?!:;-'()")
PIECES = (*SPECIAL, *WORDS, *SIGNS)


def blocks(count: int, seed: int = 1) -> Blocks:
    """Return random weights of four bits."""
    chance = np.random.default_rng(seed)
    packed = chance.integers(0, 256, (count, BLOCK // 2), np.uint8)
    return Blocks(packed, chance.uniform(0.01, 0.1, count).astype(np.float16))


def base(pieces: tuple[str, ...] = PIECES) -> Base:
    """Return a base of these pieces; a whole word is likelier than its letters."""
    scores = np.array(
        [0.0 if one in SPECIAL else -2.0 if len(one) > 1 else -4.0 for one in pieces], np.float32
    )
    return Base(shape(len(pieces)), pieces, scores, blocks(len(pieces)), {})


def shape(pieces: int) -> Shape:
    """Return the shape of a network of two layers."""
    return Shape(pieces, WIDTH, 48, 2, 2, 330, 1e-12)


def tokenizer() -> Tokenizer:
    """Return a tokenizer of all pieces."""
    return tokenizer_of(base(), range(len(PIECES)))


def network(seed: int = 1) -> Reader:
    """Return a reader of random weights; its word table is that of the base."""
    torch.manual_seed(seed)
    reader = Reader(shape(len(PIECES)))
    table = torch.from_numpy(base().words.floats().reshape(-1, WIDTH))
    with torch.no_grad():
        reader.encoder.words.weight.copy_(table)
    return reader


def example(question: str, passage: str, *answers: str, language: str = "en", kind: str = "test") -> Example:
    """Return an example whose answers are the first places where these words stand."""
    found = tuple(
        Span(passage.index(one), passage.index(one) + len(one)) for one in answers if one in passage
    )
    assert len(found) == len(answers)
    read = tuple(sentences(passage, language))
    return answered(Example(question, "", passage, language, f"{kind}:1", kind, read), found)


def said(one: Example) -> list[str]:
    """Return the words that answer."""
    return [span.of(one.passage) for span in one.answers]


def sentences_of(one: Example) -> list[str]:
    """Return the sentences of the passage."""
    return [span.of(one.passage) for span in one.sentences]
