"""Cutting a text into passages that follow its sentences and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Span
from corpus.sentences import paragraphs, sentences

SHORTEST = 80
LONGEST = 160
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, or part of one that is longer than a passage may be."""

    span: Span
    words: int
    closes_paragraph: bool


def passages(text: str, language: str | None) -> list[Span]:
    """Cut `text` into passages of about 80 to 160 words, in order and without overlap.

    A passage ends with a sentence, and where it can with a paragraph; a sentence of more than
    160 words is cut between words. Only an article's last passage, or one with whose next sentence
    it would exceed 160 words, may be shorter than 80.
    """
    groups: list[list[_Piece]] = []
    room, closed = 0, True
    for piece in _pieces(text, language):
        if closed or piece.words > room:
            groups.append([])
            room = LONGEST
        groups[-1].append(piece)
        room -= piece.words
        closed = piece.closes_paragraph and LONGEST - room >= SHORTEST
    return [Span(group[0].span.start, group[-1].span.end) for group in _joined(groups)]


def _pieces(text: str, language: str | None) -> Iterator[_Piece]:
    ends = {paragraph.end for paragraph in paragraphs(text)}
    for sentence in sentences(text, language):
        for span in _cut(text, sentence):
            yield _Piece(span, len(_WORD.findall(span.of(text))), span.end in ends)


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    words = [match.span() for match in _WORD.finditer(text, sentence.start, sentence.end)]
    for first in range(0, len(words), LONGEST):
        part = words[first : first + LONGEST]
        yield Span(part[0][0], part[-1][1])


def _joined(groups: list[list[_Piece]]) -> list[list[_Piece]]:
    """Give a short last group to the one before it, where both fit into one passage."""
    if len(groups) > 1 and _words(groups[-1]) < SHORTEST and _words(groups[-2] + groups[-1]) <= LONGEST:
        return [*groups[:-2], groups[-2] + groups[-1]]
    return groups


def _words(group: list[_Piece]) -> int:
    return sum(piece.words for piece in group)
