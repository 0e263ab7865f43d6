"""How much of the articles an encoder really reads: what is beyond its longest piece is cut off unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tokenizers import Tokenizer


def share_read(
    texts: Mapping[str, str], pieces: Sequence[tuple[str, str]], longest: int, tokenizer: Path
) -> float:
    """Return the share of the articles' characters, white space apart, that some piece gives to the encoder.

    Args:
        texts: the articles by their addresses.
        pieces: the encoded texts, each with the address of its article.
        longest: tokens of a piece that the encoder reads, with the two that frame it.
        tokenizer: the encoder's `tokenizer.json`.
    """
    cutting = Tokenizer.from_file(str(tokenizer))
    cutting.no_padding()
    cutting.enable_truncation(longest)
    solid = {url: _solid(text) for url, text in texts.items()}
    spans: dict[str, list[tuple[int, int]]] = {url: [] for url in texts}
    for url, piece in pieces:
        end = max(end for _, end in cutting.encode(piece).offsets)
        spans[url] += _span(solid[url], piece, end)
    return sum(map(_covered, spans.values())) / sum(map(len, solid.values()))


def _span(article: str, piece: str, end: int) -> list[tuple[int, int]]:
    """Return where the first `end` characters of a piece stand in its article, without a heading above it."""
    begin = 0
    while begin < len(piece):
        start = article.find(_solid(piece[begin:]))
        if start >= 0:
            return [(start, start + len(_solid(piece[begin:end])))]
        line = piece.find("\n", begin)
        begin = line + 1 if line >= 0 else len(piece)
    return []


def _covered(spans: Iterable[tuple[int, int]]) -> int:
    total = reached = 0
    for start, end in sorted(spans):
        total += max(end - max(start, reached), 0)
        reached = max(reached, end)
    return total


def _solid(text: str) -> str:
    return "".join(text.split())
