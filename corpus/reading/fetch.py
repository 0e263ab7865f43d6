"""Fetching an address: the one door to httpx."""

from __future__ import annotations

import contextlib
import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading.files import EMPTY, LIMIT

if TYPE_CHECKING:
    import httpx

USER_AGENT = "newsdesk/0.1 (reads single news articles that a person names)"
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1"
_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
_TOTAL_SECONDS = 60.0
_REDIRECTS = 10
_TOO_LARGE = (
    "The page is over 20 MB, more than any article: add the article's own page, or save its text as a file."
)
_TOO_SLOW = "The site took too long to answer: try again later, or save the page and add the file."
_LOOP = (
    "The address redirects in a circle and leads to no page: "
    "open it in a browser and add the address you end up at."
)
_DAMAGED = "The site broke off or sent a damaged answer: try again later, or save the page and add the file."
_AWAY = "The address leads away from the web: only http and https pages can be read."
_STATUS = {
    401: "The site asks for a login: open the page in a browser, save it and add the file.",
    402: "The site asks for payment: open the page in a browser, save it and add the file.",
    403: "The site refuses to give the page: open it in a browser, save it and add the file.",
    404: "There is no page at this address: check how it is spelled.",
    410: "The page has been taken down: look for another copy of the article.",
    429: "The site says that it was asked too often: wait some minutes and try again.",
    451: "The site may not show the page here for legal reasons: look for another copy of the article.",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer of a site: the address it ended at, and its body with what the site calls it."""

    url: str
    body: bytes
    kind: str
    charset: str | None


def fetch(
    address: str, source: str, client: httpx.Client | None = None, *, seconds: float = _TOTAL_SECONDS
) -> Fetched:
    """Return what is at an http or https address, if it comes within the seconds.

    Raises:
        SourceUnreadable: the site cannot be reached, refuses, has no such page, or sends too much.
    """
    import httpx  # noqa: PLC0415 - loads only when an address is read

    timeout = httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS)
    with contextlib.ExitStack() as stack:
        if client is None:
            client = stack.enter_context(httpx.Client(timeout=timeout, max_redirects=_REDIRECTS))
        try:
            return _fetch(address, source, client, time.monotonic() + seconds)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise SourceUnreadable(source, _sentence(error)) from error


def _fetch(address: str, source: str, client: httpx.Client, deadline: float) -> Fetched:
    headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT}
    with client.stream("GET", address, headers=headers, follow_redirects=True) as response:
        if not response.is_success:
            raise SourceUnreadable(source, _refusal(response.status_code))
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced) > LIMIT:
            raise SourceUnreadable(source, _TOO_LARGE)
        body = _body(response.iter_bytes(), source, deadline)
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Fetched(str(response.url), body, kind, response.charset_encoding)


def _body(chunks: Iterator[bytes], source: str, deadline: float) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > LIMIT:
            raise SourceUnreadable(source, _TOO_LARGE)
        if time.monotonic() > deadline:
            raise SourceUnreadable(source, _TOO_SLOW)
    if not body.strip():
        raise SourceUnreadable(source, EMPTY)
    return bytes(body)


def _refusal(status: int) -> str:
    if status in _STATUS:
        return _STATUS[status]
    if status >= 500:  # noqa: PLR2004 - the servers' own errors, by RFC 9110
        return f"The site has a problem of its own (status {status}): try again later."
    return f"The site does not give the page (status {status}): check the address in a browser."


def _sentence(error: Exception) -> str:
    import httpx  # noqa: PLC0415 - already loaded by the caller

    if isinstance(error, httpx.ConnectError):
        return _unconnected(error)
    for kind, sentence in (
        (httpx.TimeoutException, _TOO_SLOW),
        (httpx.TooManyRedirects, _LOOP),
        (
            httpx.UnsupportedProtocol,
            _AWAY,
        ),
        (httpx.TransportError, _DAMAGED),
        (httpx.DecodingError, _DAMAGED),
    ):
        if isinstance(error, kind):
            return sentence
    return "This is not an address that can be opened: check how it is spelled."


def _unconnected(error: Exception) -> str:
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return "The site's certificate is not trusted: check the address, or save the page and add the file."
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return "The site does not offer a secure connection: check whether its address begins with http://."
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return "No site goes by this name: check how the address is spelled, and the internet connection."
    return "The site cannot be reached: check the address and the internet connection, and try again later."
