"""Messages on a pipe: four bytes that say how long it is, then the message."""

import struct
from typing import IO

_LENGTH = struct.Struct(">I")


class Cut(Exception):
    """The pipe ended, or what it brings is longer than may be."""


def write(pipe: IO[bytes], message: bytes) -> None:
    """Send a message.

    Raises:
        Cut: nobody reads the pipe any more.
    """
    try:
        pipe.write(_LENGTH.pack(len(message)))
        pipe.write(message)
        pipe.flush()
    except (OSError, ValueError) as error:
        raise Cut from error


def read(pipe: IO[bytes], most: int) -> bytes:
    """Wait for a message of at most `most` bytes and return it.

    Raises:
        Cut: the pipe ended before it was whole, or it is longer.
    """
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    if length > most:
        raise Cut
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    try:
        got = pipe.read(count)
    except (OSError, ValueError) as error:
        raise Cut from error
    if len(got) < count:
        raise Cut
    return got
