"""From the characters of a page to the words that stand together on a line."""

from collections.abc import Iterable, Iterator

from corpus.reading.pdf_ink import Ink

_GUTTER = 0.7  # heights of a letter's box; between words a line rarely has more than half of one


def pieces(letters: Iterable[Ink]) -> Iterator[Ink]:
    """Yield words that stand together: until a line feed, or a gap wider than between words."""
    piece: list[Ink] = []
    last: Ink | None = None
    for letter in letters:
        ended = letter.words == "\n" or (last and _apart(last, letter))
        if ended and piece:
            yield _together(piece)
            piece, last = [], None
        if letter.words != "\n":
            piece.append(letter)
            last = last if letter.words.isspace() else letter
    if piece:
        yield _together(piece)


def _apart(last: Ink, letter: Ink) -> bool:
    gap = letter.left - last.right
    return not letter.words.isspace() and last.beside(letter) and gap > _GUTTER * last.height


def _together(letters: list[Ink]) -> Ink:
    inked = [letter for letter in letters if not letter.words.isspace()] or letters
    halves = "".join(letter.words for letter in letters).strip(" ").encode("utf-16", "surrogatepass")
    return Ink(
        halves.decode("utf-16", "replace"),  # PDFium gives signs beyond 16 bits in two halves
        min(letter.left for letter in inked),
        min(letter.bottom for letter in inked),
        max(letter.right for letter in inked),
        max(letter.top for letter in inked),
    )
