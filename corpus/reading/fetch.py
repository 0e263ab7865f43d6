"""Fetching an address, by httpx."""

from __future__ import annotations

import contextlib
import itertools
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import kinds
from corpus.reading.files import EMPTY, LIMIT
from corpus.reading.guard import AddressRefused
from corpus.reading.refusals import SiteRefused, SiteTooSlow

if TYPE_CHECKING:
    import httpx

USER_AGENT = "newsdesk/0.1 (reads the news articles and feeds that a person names)"
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1"
_PERMANENT = {301, 308}
_NOT_MODIFIED = 304
_LONGEST_MARK = 1_000  # characters of an ETag or a date; those of real servers have some forty
_OPENING = 512  # bytes that tell what a file is
# What is read: pages, PDFs, texts, and what is told best by whoever reads it, e-mails and packed sitemaps.
_READ = {None, kinds.PAGE, kinds.PDF, kinds.MAIL, "a compressed file (gzip)"}
_FAMILIES = {
    "audio": "a sound file",
    "font": "a typeface",
    "image": "an image",
    "model": "a drawing in three dimensions",
    "video": "a film file",
}
_TOO_LARGE = (
    "The page is over 20 MB, more than any article: add the article's own page, or save its text as a file."
)
_LOOP = (
    "The address redirects in a circle and leads to no page: "
    "open it in a browser and add the address you end up at."
)
_DAMAGED = "The site broke off or sent a damaged answer: try again later, or save the page and add the file."
_NOT_A_PAGE = "The address leads to {}: add the address of the article's own page."
_AWAY = "The address leads away from the web: only http and https pages can be read."


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer of a site: the address it ended at, and its body with what the site calls it.

    `moved` is where the address has moved to for good, if it has. `unchanged`: there is no body, for the
    one that the `etag` or `last_modified` of an earlier answer stands for still holds.
    """

    url: str
    body: bytes
    kind: str
    charset: str | None
    etag: str | None = None
    last_modified: str | None = None
    moved: str | None = None
    unchanged: bool = False


def fetch(
    address: str,
    source: str,
    client: httpx.Client | None = None,
    *,
    headers: Mapping[str, str] | None = None,
) -> Fetched:
    """Return what is at an http or https address, if it comes within the client's time.

    Args:
        address: where to look.
        source: what the person named, for errors.
        client: what to look with; one that reads everything, private networks too, where None.
        headers: sent too; the others of `Accept` and a condition, such as `If-None-Match`.

    Raises:
        SiteRefused: the site says no, or has no such page.
        SiteTooSlow: the client's time is over.
        SourceUnreadable: the site cannot be reached, may not be, or sends too much or what is no page.
    """
    # These load only when an address is read.
    import httpx  # noqa: PLC0415

    from corpus.reading.guarded_client import open_client  # noqa: PLC0415

    with contextlib.ExitStack() as stack:
        if client is None:
            client = stack.enter_context(open_client())
        try:
            return _fetch(address, source, client, headers or {})
        except AddressRefused as error:
            raise SourceUnreadable(source, str(error)) from error
        except httpx.TimeoutException as error:
            raise SiteTooSlow(source) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise SourceUnreadable(source, _sentence(error)) from error


def _fetch(address: str, source: str, client: httpx.Client, headers: Mapping[str, str]) -> Fetched:
    sent = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, **headers}
    with client.stream("GET", address, headers=sent, follow_redirects=True) as response:
        unchanged = response.status_code == _NOT_MODIFIED and any(map(_is_condition, headers))
        if not response.is_success and not unchanged:
            raise SiteRefused(source, response.status_code, response.headers.get("Retry-After"))
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        body = b"" if unchanged else _body(response, source, kind)
        return Fetched(
            url=str(response.url),
            body=body,
            kind=kind,
            charset=response.charset_encoding,
            etag=_mark(response, "ETag"),
            last_modified=_mark(response, "Last-Modified"),
            moved=_moved(response),
            unchanged=unchanged,
        )


def _is_condition(header: str) -> bool:
    return header.startswith("If-")


def _moved(response: httpx.Response) -> str | None:
    """Return where the first redirects lead, as far as they are permanent."""
    moved = None
    for before, after in itertools.pairwise([*response.history, response]):
        if before.status_code not in _PERMANENT:
            break
        moved = str(after.url)
    return moved


def _mark(response: httpx.Response, name: str) -> str | None:
    """Return a mark to ask with the next time, of those that can be kept and sent again."""
    mark: str | None = response.headers.get(name)
    return mark if mark and mark.isascii() and len(mark) <= _LONGEST_MARK else None


def _body(response: httpx.Response, source: str, kind: str) -> bytes:
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > LIMIT:
        raise SourceUnreadable(source, _TOO_LARGE)
    body = bytearray()
    looked_at = False
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > LIMIT:
            raise SourceUnreadable(source, _TOO_LARGE)
        if not looked_at and len(body) >= _OPENING:
            looked_at = True
            _require_page(bytes(body), source, kind)
    if not body.strip():
        raise SourceUnreadable(source, EMPTY)
    _require_page(bytes(body), source, kind)
    return bytes(body)


def _require_page(opening: bytes, source: str, kind: str) -> None:
    """Refuse what cannot be read before all of it has come; what it is counts more than its label.

    Raises:
        SourceUnreadable: it is something else.
    """
    known = kinds.kind(opening)
    family = _FAMILIES.get(kind.partition("/")[0]) if known is None else None
    if family or known not in _READ:
        raise SourceUnreadable(source, _NOT_A_PAGE.format(family or known))


def _sentence(error: Exception) -> str:
    import httpx  # noqa: PLC0415 - already loaded by the caller

    if isinstance(error, httpx.ConnectError):
        return _unconnected(error)
    for kind, sentence in (
        (httpx.TooManyRedirects, _LOOP),
        (httpx.UnsupportedProtocol, _AWAY),
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
