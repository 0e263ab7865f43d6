"""Why parsing a document was given up, each reason with its sentence."""

from enum import StrEnum

from corpus.errors import SourceUnreadable


class Stop(StrEnum):
    """What a document did to the process that parsed it."""

    CRASH = "crash"
    TIME = "time"
    MEMORY = "memory"


_INSTEAD = "add the article's text as a .txt file."
SENTENCES = {
    Stop.CRASH: "It broke the program that reads it, as damaged files do: save it anew, or " + _INSTEAD,
    Stop.TIME: "Reading it took too long and was stopped: it is very large or damaged; " + _INSTEAD,
    Stop.MEMORY: "Reading it took too much memory and was stopped: it is very large or damaged; " + _INSTEAD,
}


class ParsingStopped(SourceUnreadable):
    """Parsing a document ended in `stop`; `note` is for the log, where the worker could say what broke."""

    def __init__(self, source: str, stop: Stop, note: str = "") -> None:
        super().__init__(source, SENTENCES[stop])
        self.stop = stop
        self.note = note


class ParserMissing(SourceUnreadable):
    """The process that parses documents does not start; that is not the document's fault."""

    def __init__(self, source: str) -> None:
        super().__init__(
            source,
            "The process that reads pages and documents does not start: see whether this machine has memory "
            "and processes left, and try again.",
        )
