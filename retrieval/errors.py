"""The errors of finding and answering: facts inside, each with a sentence for people.

RetrievalError
├── ModelUnavailable   an embedding or reranking model cannot be loaded
├── ModelChanged       the catalogue's vectors were made by another model
└── IndexUnavailable   the vector index cannot be reached
"""


class PhrasingError(Exception):
    """A sentence that says what happened."""


class ChatFailed(PhrasingError):
    """The chat model gave nothing that can be used."""


class RetrievalError(Exception):
    """A sentence that says what happened and what to do about it."""


class ModelUnavailable(RetrievalError):
    """A model cannot be loaded."""


class ModelChanged(RetrievalError):
    """The catalogue's vectors were made by another model than the one set."""


class IndexUnavailable(RetrievalError):
    """The vector index cannot be reached."""
