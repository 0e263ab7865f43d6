"""Texts that are too long to be added while others wait: whole books and archives, not articles."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import kinds

if TYPE_CHECKING:
    from corpus.article import Draft

# Characters, or bytes of plain text: a report of a thousand pages has some 2 MB. Embedding takes a minute and
# a half of one core for these, and adding the words of such a text some seconds of the only writer.
LONGEST = 2_000_000
# By what bytes are. Of a page most are seldom text, but parsing takes many times as much memory; of files of
# other kinds, with their pictures, nothing is known before they are read.
_MOST_BYTES = {None: LONGEST, kinds.PAGE: 4_000_000}
_PLAIN = frozenset({".txt", ".md", ".markdown"})
_SENTENCE = (
    "It is {size:.1f} MB, and at most 2 MB of text can be added here: add it in the terminal with "
    "`newsdesk add FILE`, or in parts."
)


class TooLong(SourceUnreadable):
    """A source holds so many `megabytes`, of text or of a page, that only the terminal may add it."""

    def __init__(self, source: str, size: int) -> None:
        self.megabytes = size / 1_000_000
        super().__init__(source, _SENTENCE.format(size=self.megabytes))


def require_short_file(name: str, size: int) -> None:
    """Make sure, before a file of that name and so many bytes is fetched, that it is not plainly too long.

    Raises:
        TooLong: it is; of other files than plain text that is told by what they hold.
    """
    if size > LONGEST and PurePath(name).suffix.lower() in _PLAIN:
        raise TooLong(name, size)


def require_short_bytes(raw: bytes, source: str) -> None:
    """Make sure, before bytes are read, that they are not plainly too long.

    Raises:
        TooLong: they are.
    """
    if len(raw) > LONGEST and len(raw) > _MOST_BYTES.get(kinds.kind(raw), len(raw)):
        raise TooLong(source, len(raw))


def require_short_text(draft: Draft, source: str) -> Draft:
    """Return an article whose text is not too long.

    Raises:
        TooLong: it is.
    """
    if len(draft.text) > LONGEST:
        raise TooLong(source, len(draft.text))
    return draft
