"""The program's streams: what they cannot show is replaced, and what they cannot take is an error of ours."""

import codecs
import contextlib
import io
import os
import sys
import unicodedata
from collections.abc import Iterator
from typing import IO, TextIO

from bot.errors import OutputGone, OutputUnwritable

_PLAINLY = "newsdesk-plainly"
# What articles and this program write that has another letter or sign in every encoding.
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2018\u2019\u201a", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\u00b7\u2022", "-"),
        **dict.fromkeys(map(chr, range(0x2580, 0x25A0)), "#"),
        "\u2026": "...",
        "\u20ac": "EUR ",
        "\u00a3": "GBP ",
    }
)


class _Output(io.TextIOWrapper):
    """Standard output: a writer that is gone or full is an error of this program."""

    def write(self, text: str, /) -> int:
        with _told():
            return super().write(text)

    def flush(self) -> None:
        with _told():
            super().flush()


class _Notices(io.TextIOWrapper):
    """Standard error: where it takes nothing, there is nobody to tell."""

    def write(self, text: str, /) -> int:
        with contextlib.suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            super().flush()


def prepare() -> None:
    """Take over the three streams, also those that the program was begun without.

    What is printed to a closed output fails when it is flushed, as it does on a full disk.
    """
    codecs.register_error(_PLAINLY, _plainly)
    _fill_gaps()
    sys.stdin = sys.stdin or _input()
    if isinstance(sys.stdin, io.TextIOWrapper):
        ascii_only = codecs.lookup(sys.stdin.encoding).name == "ascii"
        sys.stdin.reconfigure(encoding="utf-8" if ascii_only else sys.stdin.encoding, errors="replace")
    sys.stdout = _taken_over(sys.stdout, _Output, 1)
    sys.stderr = _taken_over(sys.stderr, _Notices, 2)


def let_go() -> None:
    """Forget what standard output has not taken: when the program ends nothing is said of it again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def is_unicode(stream: IO[str]) -> bool:
    """Tell whether a stream can show every character."""
    encoding: str | None = getattr(stream, "encoding", None)
    return (encoding or "utf-8").lower().replace("_", "-").startswith("utf")


def _fill_gaps() -> None:
    """Open what is closed, lest the first file that is opened, the catalogue, be taken for a stream."""
    for number, way in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, way)  # gets the lowest number that is free: this one


def _input() -> TextIO:
    return open(os.devnull, encoding="utf-8")  # noqa: PTH123 - it stays open as long as the program


def _taken_over(stream: TextIO | None, kind: type[_Output | _Notices], number: int) -> TextIO:
    if stream is None:
        raw = io.BufferedWriter(io.FileIO(number, "wb", closefd=False))
        return kind(raw, encoding="utf-8", errors=_PLAINLY)
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    encoding, line_buffering = stream.encoding, stream.line_buffering
    return kind(stream.detach(), encoding, _PLAINLY, line_buffering=line_buffering)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise OutputGone("Whoever read the output has gone.") from error
    except OSError as error:
        raise OutputUnwritable(
            f"The output cannot be written ({error.strerror}): make room, or send it elsewhere."
        ) from error


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """Write what an encoding lacks as people do who lack the key."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking, after = error.object[error.start : error.end], error.object[error.end : error.end + 1]
    written = "".join(map(_plain, lacking))
    return written if after.isalnum() or lacking.isspace() else written.rstrip(), error.end


def _plain(letter: str) -> str:
    written = letter.translate(_SIGNS)
    letters = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode("ascii")
    return letters or "?"
