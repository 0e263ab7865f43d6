"""The errors of the corpus: facts inside, each with a sentence for people.

CorpusError
├── SourceUnreadable      a source gives no article
├── ArticleNotFound       no article goes by that id or address
├── ChangeNotUndoable     a change that others have since built upon, or that is unknown
└── CatalogueUnusable     the catalogue cannot be opened or was made by another program or version
"""


class CorpusError(Exception):
    """A sentence that says what happened and what to do about it."""


class SourceUnreadable(CorpusError):
    """A source gives no article; `source` names it as the person gave it."""

    def __init__(self, source: str, sentence: str) -> None:
        super().__init__(sentence)
        self.source = source


class ArticleNotFound(CorpusError):
    """No article goes by that id or address."""


class ChangeNotUndoable(CorpusError):
    """A change is unknown, undone already, or has later changes on top."""


class CatalogueUnusable(CorpusError):
    """The catalogue cannot be opened, or is of a version this program does not know."""
