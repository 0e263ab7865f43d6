"""What is seen of a message: its words, parts of words and patterns, hashed to numbers.

Hashed runs of letters tell typing errors and new forms of known words. In patterns the words that are not
known give way to a sign, for keywords ("ferry Saltmarsh price") and remarks differ in where they stand. Runs
of letters over the ends of words see how words meet; the first and last words are seen as such.
"""

import zlib
from collections.abc import Collection, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from retrieval.question.utterances.message_tokens import is_word, tokens

BUCKETS = 1 << 17
_START, _END = "\x02", "\x03"
_NAME, _RARE = "\x04name", "\x04rare"
_LONGEST_RUN = 3  # words
_LONGEST_PATTERN = 4  # words
_LETTERS = range(2, 6)  # in a part of a word
_ACROSS = range(2, 7)  # letters in a run over the ends of words
_NEAR = 6  # words that are seen with the first one
_FEW = 3  # words that begin or end a message
_MOST = 400  # tokens that are looked at: a message of Discord's has at most 2,000 characters


def traits(message: str, known: Collection[str]) -> npt.NDArray[np.int64]:
    """Return the numbers, each once and in order, of what is seen of a message; `known` are lower case."""
    written = tokens(message)[:_MOST]
    lower = [token.lower() for token in written]
    pattern = [_as_in_pattern(token, inside=place > 0, known=known) for place, token in enumerate(written)]
    seen = {
        *_runs(lower),
        *_parts(lower),
        *_across(lower),
        *_places(lower),
        *_patterns(pattern),
        *_measures(lower, pattern),
    }
    return np.array(sorted({zlib.crc32(trait.encode()) % BUCKETS for trait in seen}), dtype=np.int64)


def _as_in_pattern(token: str, *, inside: bool, known: Collection[str]) -> str:
    if not is_word(token) or token.lower() in known:
        return token.lower()
    return _NAME if inside and token[0].isupper() else _RARE


def _runs(words: Sequence[str]) -> Iterator[str]:
    framed = [_START, *words, _END]
    for length in range(1, _LONGEST_RUN + 1):
        for start in range(len(framed) - length + 1):
            yield "w " + " ".join(framed[start : start + length])


def _parts(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        framed = f"_{word}_"
        for length in _LETTERS:
            for start in range(len(framed) - length + 1):
                yield "c " + framed[start : start + length]


def _places(words: Sequence[str]) -> Iterator[str]:
    if not words:
        return
    yield f"f {words[0]}"
    yield f"l {words[-1]}"
    yield f"fl {words[0]} {words[-1]}"
    yield from (f"b {words[0]} {word}" for word in words[1:_NEAR])
    yield from (f"e {word}" for word in words[:_FEW])
    yield from (f"z {word}" for word in words[-_FEW:])
    yield from (f"s2 {one} {other}" for one, other in zip(words, words[2:], strict=False))


def _across(words: Sequence[str]) -> Iterator[str]:
    message = f"{_START}{' '.join(words)}{_END}"
    for length in _ACROSS:
        for start in range(len(message) - length + 1):
            run = message[start : start + length]
            if " " in run[1:-1] or run[0] == _START or run[-1] == _END:
                yield "x " + run


def _patterns(pattern: Sequence[str]) -> Iterator[str]:
    framed = [_START, *pattern, _END]
    for length in range(1, _LONGEST_PATTERN + 1):
        for start in range(len(framed) - length + 1):
            run = framed[start : start + length]
            if _NAME in run or _RARE in run:
                yield "p " + " ".join(run)


def _measures(words: Sequence[str], pattern: Sequence[str]) -> Iterator[str]:
    rare = sum(one in {_NAME, _RARE} for one in pattern)
    of_letters = sum(map(is_word, words))
    yield f"r {min(rare, 6)} {min(of_letters, 12)}"
    yield f"s {round(4 * rare / max(1, of_letters))}"
    yield f"n {min(len(words), 10) + min(len(words) // 10, 5)}"
    yield f"q {any('?' in word for word in words)} {'?' in words[-1] if words else False}"
