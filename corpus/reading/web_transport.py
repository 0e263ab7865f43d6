"""How requests go out to the web: within one time for all of their redirects, and with nothing remembered."""

import ssl
import time
from collections.abc import Callable, Iterator
from functools import cached_property

import httpcore
import httpx

from corpus.reading.files import LIMIT
from corpus.reading.guard import AddressRefused, Guard
from corpus.reading.line import Line

PACKINGS = "gzip, deflate"
# One packing only, and none that makes gigabytes of a few bytes: a page is unpacked in memory.
_PACKINGS = {"", "identity", "gzip", "x-gzip", "deflate"}
_LONGEST = 2_000  # characters of an address; browsers, proxies and indexes of databases bear little more
_HEAD = 262_144  # bytes until an answer begins; h11 allows less for each of its heads, but any number of them
_BODY = LIMIT + 1_000_000  # bytes as they come, with the marks between chunks
_DEADLINE = "newsdesk_deadline"
_WRONG = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)
_CREDENTIALS = (
    "The address holds a name or a password, which newsdesk neither sends nor keeps: "
    "leave out what stands before the @, or save the page and add the file."
)
_TOO_LONG = "The address is over 2,000 characters long: add a shorter one of the page, or its text as a file."


class WebTransport(httpx.BaseTransport):
    """Sends each request on a connection of its own, to addresses that a guard has checked.

    Args:
        guard: what may be connected to.
        seconds: the most that a request may take with all of its redirects, from looking its name up to
            the last byte of the body.
        proxy: gives the proxy for an address, or None.
    """

    def __init__(
        self,
        guard: Guard,
        seconds: float,
        proxy: Callable[[httpx.URL], httpx.Proxy | None] = lambda _: None,
    ) -> None:
        self._guard = guard
        self._seconds = seconds
        self._proxy = proxy

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request; the address of a redirect is all that is kept of it.

        Raises:
            AddressRefused: the address may not be read.
        """
        _require(request.url)
        # Loading the certificates is not the site's time.
        tls = self._tls if request.url.scheme == "https" else None
        # httpx gives what is noted here to the request that follows a redirect.
        deadline = request.extensions.setdefault(_DEADLINE, time.monotonic() + self._seconds)
        line = Line(self._guard, deadline, _HEAD)
        pool = self._pool(request.url, line, tls)
        try:
            answer = pool.handle_request(_plain(request))
        except _WRONG as error:
            pool.close()
            raise _said(error, request) from error
        except BaseException:
            pool.close()
            raise
        line.grant(_BODY)
        return _kept(httpx.Response(answer.status, headers=answer.headers), _Body(answer, pool, request))

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()

    def _pool(self, url: httpx.URL, line: Line, tls: ssl.SSLContext | None) -> httpcore.ConnectionPool:
        proxy = self._proxy(url)
        if proxy is None:
            return httpcore.ConnectionPool(ssl_context=tls, network_backend=line)
        return httpcore.HTTPProxy(
            str(proxy.url), proxy_auth=proxy.raw_auth, ssl_context=tls, network_backend=line
        )


class _Body(httpx.SyncByteStream):
    """The body of an answer; closing it closes the connection."""

    def __init__(
        self, answer: httpcore.Response, pool: httpcore.ConnectionPool, request: httpx.Request
    ) -> None:
        self._answer = answer
        self._pool = pool
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except _WRONG as error:
            raise _said(error, self._request) from error

    def close(self) -> None:
        self._answer.close()
        self._pool.close()


def _require(url: httpx.URL) -> None:
    if url.scheme not in {"http", "https"}:
        raise httpx.UnsupportedProtocol("neither http nor https")
    if url.userinfo:
        raise AddressRefused(_CREDENTIALS)
    if len(str(url)) > _LONGEST:
        raise AddressRefused(_TOO_LONG)


def _plain(request: httpx.Request) -> httpcore.Request:
    url = request.url
    return httpcore.Request(
        request.method,
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
    )


def _kept(answer: httpx.Response, body: _Body) -> httpx.Response:
    """Return an answer without cookies, and of a redirect only where it leads."""
    headers = [(name, value) for name, value in answer.headers.raw if name.lower() != b"set-cookie"]
    if answer.has_redirect_location:
        # httpx reads the body of a redirect whole, however long it is.
        body.close()
        location = answer.headers["Location"]
        if httpx.URL(location).scheme not in {"", "http", "https"}:
            raise httpx.UnsupportedProtocol("neither http nor https")
        return httpx.Response(answer.status_code, headers={"Location": location})
    if answer.headers.get("Content-Encoding", "").strip().lower() not in _PACKINGS:
        body.close()
        raise httpx.DecodingError("a packing that was not asked for")
    return httpx.Response(answer.status_code, headers=headers, stream=body)


def _said(error: Exception, request: httpx.Request) -> httpx.TransportError:
    """Return an error of httpcore as the one of httpx that has its name."""
    kind: type[httpx.TransportError] = getattr(httpx, type(error).__name__, httpx.TransportError)
    return kind(str(error), request=request)
