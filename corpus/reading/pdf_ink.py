"""Words on a page with the room they take."""

from __future__ import annotations

from dataclasses import dataclass, replace

_HAIR = 0.1  # points


@dataclass(frozen=True, slots=True)
class Ink:
    """Words on one line and their box, in points from the left bottom corner of the page as one sees it."""

    words: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Return how high its letters are; a broken font's have no height, and others divide by it."""
        return max(self.top - self.bottom, _HAIR)

    def beside(self, other: Ink) -> bool:
        """Tell whether the other is on the same line: most of the lower one's height is shared."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > min(self.height, other.height) / 2

    def followed_by(self, other: Ink) -> Ink:
        """Return one line of both, with a space between."""
        return Ink(
            f"{self.words.rstrip()} {other.words.lstrip()}",
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def saying(self, words: str) -> Ink:
        """Return other words in the same place."""
        return replace(self, words=words)


@dataclass(frozen=True, slots=True)
class Page:
    """The ink of a page in the order in which it was written, and the page's height in points."""

    ink: tuple[Ink, ...]
    height: float
