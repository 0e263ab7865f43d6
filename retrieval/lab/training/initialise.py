"""First embeddings for the new pieces, from the teacher's embeddings of their English equivalents."""

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from retrieval.lab.training.alignment import Counts
from retrieval.lab.training.compounds import split
from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.student_vocabulary import Vocabulary

_CONTINUES = "##"


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a first embedding can come from: the lexicon, aligned words, the teacher's own pieces."""

    lexicon: Lexicon
    aligned: Counts
    tokenizer: Tokenizer
    table: Tensor

    def pieces(self, text: str) -> Tensor:
        """Give the mean of the teacher's embeddings of a text's pieces, at their mean norm."""
        ids = self.tokenizer.encode(text, add_special_tokens=False).ids
        return mean([(1.0, self.table[one]) for one in ids or [0]])

    def word(self, word: str) -> Tensor | None:
        """Give the weighted mean over the English equivalents of a word, if any are known.

        The more often a word was aligned, the more the alignment counts against the lexicon.
        """
        seen = self.aligned.get(word, {})
        total = sum(seen.values())
        listed = self.lexicon.english(word)
        trust = total / (total + 2.0) if listed else 1.0
        shares = [(trust * count / total, english) for english, count in seen.items() if count > total / 20]
        shares += [((1.0 - trust) * one.weight, one.english) for one in listed]
        return mean([(share, self.pieces(english)) for share, english in shares]) if shares else None


def mean(parts: list[tuple[float, Tensor]]) -> Tensor:
    """Average vectors by weight, and give the average the weighted mean of their norms.

    Without the second step a mean of unlike vectors is shorter than any word's embedding, and the position's
    drowns it.
    """
    total = sum(weight for weight, _ in parts)
    vector = torch.stack([weight / total * part for weight, part in parts]).sum(0)
    norm = torch.stack([weight / total * part.norm() for weight, part in parts]).sum()
    scaled: Tensor = vector * norm / vector.norm().clamp(min=1e-6)
    return scaled


def initial_table(vocabulary: Vocabulary, sources: Sources) -> Tensor:
    """Extend the teacher's table of word embeddings to the student's vocabulary: (pieces, width)."""
    table = torch.cat([sources.table, torch.zeros(len(vocabulary.added), sources.table.shape[1])])
    for number, piece in enumerate(vocabulary.added, start=len(sources.table)):
        table[number] = _piece(piece, sources)
    for piece in vocabulary.taken_over:
        found = sources.word(piece)
        if found is not None:
            table[vocabulary.tokenizer.token_to_id(piece)] = found
    return table


def _piece(piece: str, sources: Sources) -> Tensor:
    word = piece.removeprefix(_CONTINUES)
    found = sources.word(word)
    if found is not None:
        return found
    compound = split(word, sources.lexicon.entries)
    if compound:
        parts = [sources.word(compound.head), sources.word(compound.tail)]
        return mean([(1.0, part) for part in parts if part is not None])
    stem = _stem(word, sources)
    return stem if stem is not None else sources.pieces(word)


def _stem(word: str, sources: Sources) -> Tensor | None:
    """Look for the word without its ending, or without the letters that link it inside a compound."""
    for ending in ("s", "e", "n", "en", "er", "t", "te", "de", "es"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:  # noqa: PLR2004 - shorter ones are endings themselves
            found = sources.word(stem)
            if found is not None:
                return found
    return None
