"""Columns that a PDF holds row by row, brought apart into the order in which they are read."""

import itertools
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.reading.pdf_ink import Ink

_ENOUGH_LINES = 3
_ENOUGH_CHARACTERS = 14
_ENOUGH_WORDS = 3
_RUNS_ON = 0.25
_SLACK = 2.0  # points by which the lines of a column may begin apart


def lines(ink: Sequence[Ink]) -> list[Ink]:
    """Return the lines of a page in reading order, each with all that stands beside it in its column."""
    done: list[Ink] = []
    for piece in _apart(ink):
        if done and done[-1].beside(piece) and piece.left >= done[-1].right - _SLACK:
            done[-1] = done[-1].followed_by(piece)
        else:
            done.append(piece)
    return done


def _apart(ink: Sequence[Ink]) -> list[Ink]:
    for edge in _edges(ink):
        parted = list(_parted(ink, edge))
        if parted != list(ink):
            return parted
    return list(ink)


def _edges(ink: Sequence[Ink]) -> list[float]:
    """Return where a column may begin: where many pieces do, those that most do first."""
    starts = Counter(round(piece.left / _SLACK) for piece in ink)
    leftmost = min(starts, default=0)
    return [
        start * _SLACK for start, times in starts.most_common() if times >= _ENOUGH_LINES and start > leftmost
    ]


def _parted(ink: Sequence[Ink], edge: float) -> Iterator[Ink]:
    block: list[Ink] = []
    for piece in ink:
        if _side(piece, edge) is None:
            yield from _columns(block, edge)
            yield piece
            block = []
        else:
            block.append(piece)
    yield from _columns(block, edge)


def _columns(block: list[Ink], edge: float) -> list[Ink]:
    sides = [_side(piece, edge) for piece in block]
    left, right = (
        [piece for piece, its in zip(block, sides, strict=True) if its == side] for side in ("left", "right")
    )
    switches = sum(one != other for one, other in itertools.pairwise(sides))
    by_row = switches >= min(len(left), len(right))
    if not by_row or not (_is_prose(left) and _is_prose(right)):
        return block
    return [*_apart(left), *_apart(right)]


def _side(piece: Ink, edge: float) -> str | None:
    if piece.left >= edge - 2 * _SLACK:
        return "right"
    return "left" if piece.right <= edge - _SLACK else None


def _is_prose(column: list[Ink]) -> bool:
    """Tell a column of an article from one of a table: its lines are long and run on in the next."""
    if len(column) < _ENOUGH_LINES:
        return False
    words = [piece.words for piece in column]
    long = statistics.median(map(len, words)) >= _ENOUGH_CHARACTERS
    many = statistics.median(len(line.split()) for line in words) >= _ENOUGH_WORDS
    running = sum(line[:1].islower() for line in words[1:])
    return long and many and running >= _RUNS_ON * (len(words) - 1)
