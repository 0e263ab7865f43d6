"""The line to a site: it leads to addresses that were checked, ends in time, and carries so many bytes."""

import ssl
import time
from collections.abc import Iterable

import httpcore

from corpus.reading import lookup
from corpus.reading.guard import Guard

CONNECT_SECONDS = 5.0  # for each address: a lost packet of the handshake is sent again after 1 and 3 seconds
READ_SECONDS = 20.0  # without a byte
_MOST_ADDRESSES = 4  # of one site, tried in turn
# So little at once that a packing of one in a thousand, the most that gzip reaches, unpacks to 16 MB.
_AT_ONCE = 16_384


class Line(httpcore.NetworkBackend):
    """Connects for one request and all of its redirects' time.

    Args:
        guard: what may be connected to.
        deadline: by `time.monotonic()`, when everything must be over: lookups, connecting, TLS, reading.
        most: how many bytes may come.
    """

    def __init__(self, guard: Guard, deadline: float, most: int) -> None:
        self._guard = guard
        self._deadline = deadline
        self._most = most
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - what is left of the whole decides
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of a site's addresses that can be reached.

        Raises:
            AddressRefused: they may not be connected to.
        """
        failure: Exception = httpcore.ConnectError("the name has no address")
        for address in self._checked(host, port):
            try:
                wait = self.left(CONNECT_SECONDS)
                stream = self._network.connect_tcp(address, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self)
        raise failure

    def left(self, most: float) -> float:
        """Return the seconds that the next step may take.

        Raises:
            httpcore.ReadTimeout: the time is over.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is over")
        return min(left, most)

    def carry(self, count: int) -> None:
        """Count what came.

        Raises:
            httpcore.ReadError: it is more than was granted.
        """
        self._most -= count
        if self._most < 0:
            raise httpcore.ReadError("more came than was granted")

    def grant(self, more: int) -> None:
        """Let more bytes come."""
        self._most += more

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            found = lookup.within(self.left(READ_SECONDS), lambda: self._guard.checked(host, port))
        except TimeoutError as error:
            raise httpcore.ReadTimeout("looking the name up takes too long") from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        return found[:_MOST_ADDRESSES]


class _Stream(httpcore.NetworkStream):
    """A connection whose every step takes no longer than what is left."""

    def __init__(self, stream: httpcore.NetworkStream, line: Line) -> None:
        self._stream = stream
        self._line = line

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - as above
        came = self._stream.read(min(max_bytes, _AT_ONCE), self._line.left(READ_SECONDS))
        self._line.carry(len(came))
        return came

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - as above
        self._stream.write(buffer, self._line.left(READ_SECONDS))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - as above
    ) -> httpcore.NetworkStream:
        wait = self._line.left(READ_SECONDS)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, wait), self._line)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
