"""The client for addresses that strangers name: it connects only to the IP addresses that were checked."""

import contextlib
import socket
import threading
from collections.abc import Iterator, Mapping
from typing import Any, Self

import httpx

from corpus.reading.fetch import CONNECT_SECONDS, READ_SECONDS
from corpus.reading.guard import Guard

_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_MOST_ADDRESSES = 4  # of one site, tried in turn
# One packing only, and none that makes gigabytes of a few bytes: a page is unpacked in memory.
_PACKINGS = {"", "identity", "gzip", "x-gzip", "deflate"}
_CONNECTED = {"connection.connect_tcp.complete", "connection.start_tls.complete"}


def guarded_client(guard: Guard | None = None, *, patience: float = 30.0) -> httpx.Client:
    """Return a client that reads the public web and nothing else, redirects included.

    Proxies of the environment are not used: a proxy looks names up by itself, so that the address that
    was checked would not be the one connected to.

    Args:
        guard: what may be connected to; the public internet where None.
        patience: the seconds a site has for each answer to begin, however it trickles.
    """
    return httpx.Client(
        transport=_Guarded(guard or Guard(), patience),
        trust_env=False,
        timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
        max_redirects=_REDIRECTS,
    )


class _Guarded(httpx.BaseTransport):
    """Looks a name up once, checks what it finds, and connects to that; TLS still proves the name."""

    def __init__(self, guard: Guard, patience: float) -> None:
        self._guard = guard
        self._patience = patience
        # A kept connection is known by its IP address alone, and two names may share one.
        self._inner = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request, from the first of its IP addresses that can be reached."""
        response = self._answer(request)
        if response.has_redirect_location:
            # httpx reads the body of a redirect whole, however long it is.
            response.close()
            return httpx.Response(response.status_code, headers={"Location": response.headers["Location"]})
        if response.headers.get("Content-Encoding", "").strip().lower() not in _PACKINGS:
            response.close()
            raise httpx.DecodingError("a packing that was not asked for", request=request)
        return response

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()

    def _answer(self, request: httpx.Request) -> httpx.Response:
        failure: Exception = httpx.ConnectError("the name has no address", request=request)
        for pinned in self._pinned(request):
            try:
                with _Line(self._patience) as line:
                    pinned.extensions["trace"] = line.trace
                    return self._inner.handle_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        raise failure

    def _pinned(self, request: httpx.Request) -> Iterator[httpx.Request]:
        if request.url.scheme not in _PORTS:
            raise httpx.UnsupportedProtocol("neither http nor https", request=request)
        name = request.url.raw_host.decode("ascii")
        try:
            found = self._guard.checked(name, request.url.port or _PORTS[request.url.scheme])
        except OSError as error:
            raise httpx.ConnectError(str(error), request=request) from error
        headers = httpx.Headers(request.headers)
        headers["Accept-Encoding"] = "gzip, deflate"
        for address in found[:_MOST_ADDRESSES]:
            yield httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": name.rstrip(".")},
            )


class _Line:
    """A connection that is cut where its answer does not begin in time: a read's own limit starts anew."""

    def __init__(self, seconds: float) -> None:
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """Take note of the connection, told by httpcore as it makes it."""
        if event in _CONNECTED:
            self._socket = told["return_value"].get_extra_info("socket")

    def _cut(self) -> None:
        with contextlib.suppress(OSError):
            if self._socket is not None:
                self._socket.shutdown(socket.SHUT_RDWR)
