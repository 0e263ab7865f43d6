"""The student's vocabulary: the teacher's pieces, then the words and compound parts of other languages."""

import json
import math
from collections import Counter
from dataclasses import dataclass

from tokenizers import Tokenizer

from retrieval.lab.training.compounds import compound_parts, split
from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.teacher import words

_LONGEST = 40
_SEEN = 2
_MAINLY = 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a vocabulary is chosen by: word counts of both sides of the pairs, and the lexicon."""

    other: Counter[str]
    english: Counter[str]
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The student's tokenizer, its new pieces, and the teacher's pieces that other languages use most."""

    tokenizer: Tokenizer
    added: tuple[str, ...]
    taken_over: tuple[str, ...]


def count_words(texts: list[str]) -> Counter[str]:
    """Count the folded words of texts."""
    return Counter(word for text in texts for word in words(text))


def extend(teacher: Tokenizer, evidence: Evidence, size: int) -> Vocabulary:
    """Add up to `size` pieces to the teacher's tokenizer; the teacher's own keep their numbers.

    Words of the text come first, then parts of compounds, then words of the lexicon in the order of how
    common their English equivalents are.
    """
    known = teacher.get_vocab()
    spoken = [word for word in _spoken(evidence) if word not in known and _foreign(word, evidence)]
    ranks = _ranks(evidence, known)
    parts = [
        piece
        for piece in compound_parts(evidence.other, ranks)
        if piece not in known and _listable(piece, evidence)
    ]
    listed = [
        word
        for word in sorted(ranks, key=ranks.__getitem__)
        if word not in known and _listable(word, evidence)
    ]
    added = tuple(dict.fromkeys([*spoken, *parts, *listed]))[:size]
    model = json.loads(teacher.to_str())
    model["model"]["vocab"] |= {piece: len(known) + number for number, piece in enumerate(added)}
    tokenizer = Tokenizer.from_str(json.dumps(model))
    return Vocabulary(tokenizer, added, _taken_over(evidence, known))


def _foreign(word: str, evidence: Evidence) -> bool:
    """Tell a word of another language from a name or a loan that English writes the same."""
    seen_here, seen_there = evidence.other[word], evidence.english[word]
    same = any(one.english.lower() == word for one in evidence.lexicon.english(word))
    return (
        word.isalpha()
        and len(word) <= _LONGEST
        and seen_there * 4 <= seen_here
        and not (same and not seen_here)
    )


def _spoken(evidence: Evidence) -> list[str]:
    """List words of the text: seen twice, or once if the lexicon has them or they do not split."""
    entries = evidence.lexicon.entries
    parts = entries.keys() | {word for word, count in evidence.other.items() if count > 1}
    return [
        word
        for word, count in evidence.other.most_common()
        if count > 1 or word in entries or split(word, parts) is None
    ]


def _ranks(evidence: Evidence, known: dict[str, int]) -> dict[str, float]:
    """Rank words of the lexicon by how common their English equivalents are: piece numbers rise with rarity.

    Compounds come later than simple words, for their parts can stand in.
    """
    entries = evidence.lexicon.entries
    ranks: dict[str, float] = {}
    for word, equivalents in entries.items():
        if word.isalpha():
            rank = min(
                _rank(one.english.lower(), evidence, known) / (0.2 + one.weight) for one in equivalents
            )
            ranks[word] = rank * (1 + 2 * bool(split(word, entries)))
    return ranks


def _rank(english: str, evidence: Evidence, known: dict[str, int]) -> float:
    return known.get(english, len(known)) / (1.0 + math.log1p(evidence.english[english]))


def _listable(piece: str, evidence: Evidence) -> bool:
    return _foreign(piece.removeprefix("##"), evidence) and evidence.english[piece] == 0


def _taken_over(evidence: Evidence, known: dict[str, int]) -> tuple[str, ...]:
    """List the teacher's words that are far more common in the other languages than in English."""
    return tuple(
        word
        for word, count in evidence.other.items()
        if word in known
        and word.isalpha()
        and len(word) > 1
        and count > max(_SEEN, _MAINLY * evidence.english[word])
    )
