"""The errors of phrasing: facts inside, told in one line of the log; people are shown the quotations.

PhrasingError
└── ChatFailed   the chat model gave nothing that can be used: slow, busy, refusing, broken or without end
"""


class PhrasingError(Exception):
    """A sentence that says what happened."""


class ChatFailed(PhrasingError):
    """The chat model gave nothing that can be used."""
