"""The errors of the corpus: facts inside, each with a sentence for people.

CorpusError
├── SourceUnreadable      a source gives no article
├── ArticleNotFound       no article goes by that id or address
├── NotYours              a guild would change an article that is not its own
├── AnswerNotFound        no remembered answer goes by that id
├── ChangeNotUndoable     a change that others have since built upon, or that is unknown
└── CatalogueUnusable     the catalogue cannot be opened or was made by another program or version
"""

from __future__ import annotations

from enum import StrEnum


class CorpusError(Exception):
    """A sentence that says what happened and what to do about it."""


class SourceUnreadable(CorpusError):
    """A source gives no article; `source` names it as the person gave it."""

    def __init__(self, source: str, sentence: str) -> None:
        super().__init__(sentence)
        self.source = source


class ArticleNotFound(CorpusError):
    """No article goes by that id or address."""


class NotYours(CorpusError):
    """A guild would change an article that it sees but that is shared by the operator."""


class AnswerNotFound(CorpusError):
    """No remembered answer goes by that id, or several by its beginning."""


class Obstacle(StrEnum):
    """Why a change cannot be taken back."""

    UNKNOWN = "unknown"
    UNDONE = "undone"
    BUILT_UPON = "built upon"
    NOTHING = "nothing"


class ChangeNotUndoable(CorpusError):
    """A change cannot be taken back; `reason` says why, for whoever says it in words of their own."""

    def __init__(self, reason: Obstacle, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


class CatalogueUnusable(CorpusError):
    """The catalogue cannot be opened, or is of a version this program does not know."""
