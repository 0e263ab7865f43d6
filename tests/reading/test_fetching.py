"""What a fetch takes along and gives away: no time beyond its limit, no cookie, no credential, no bomb."""

from __future__ import annotations

import datetime
import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import httpx
import pytest

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.feed_source import ask_for_feed
from corpus.reading.fetch import fetch
from corpus.reading.guard import Guard
from corpus.reading.guarded_client import guarded_client, open_client
from corpus.reading.refusals import SiteRefused, SiteTooSlow
from corpus.reading.web import read_web
from tests.reading.loopback import Answer, Site

PAGE = "<html><body><article><p>De pont naar de Oosterkade vaart weer.</p></article></body></html>"
FEED = "<rss version='2.0'><channel><title>Stad</title></channel></rss>"
MARGIN = 10.0  # seconds that a busy machine may add to a limit
Resolve = Callable[[str, int], Sequence[str]]


def public(site: Site, path: str = "/") -> str:
    return f"http://news.example:{site.server.server_port}{path}"


def opened(
    port: int, resolve: Resolve = lambda _host, _port: ["127.0.0.1"], seconds: float = 20.0
) -> httpx.Client:
    """Return a client for which 127.0.0.1 is the public web, and every name leads there."""
    return guarded_client(Guard(resolve, lambda ip: str(ip) == "127.0.0.1", {port}), seconds=seconds)


@pytest.fixture
def client(site: Site) -> Iterator[httpx.Client]:
    with opened(site.server.server_port) as client:
        yield client


def refusal(address: str, client: httpx.Client) -> str:
    found = read_web(address, client)
    assert isinstance(found, SourceUnreadable), found
    return str(found)


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_bomb_is_cut_off_at_what_an_article_may_have(
    site: Site, client: httpx.Client, packing: str
) -> None:
    swollen = b"<html><body><p>" + b"x" * 30_000_000
    body = gzip.compress(swollen, 1) if packing == "gzip" else zlib.compress(swollen, 1)
    assert len(body) < 200_000
    site.answer("/", Answer(body, headers={"Content-Type": "text/html", "Content-Encoding": packing}))
    assert "over 20 MB" in refusal(public(site), client)


def test_what_goes_on_after_the_end_of_a_packing_is_not_unpacked(site: Site, client: httpx.Client) -> None:
    body = gzip.compress(PAGE.encode()) + gzip.compress(b"x" * 30_000_000, 1)
    site.answer("/", Answer(body, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}))
    assert isinstance(read_web(public(site), client), Draft)


@pytest.mark.parametrize("label", ["application/octet-stream", "video/mp4", "application/x-msdownload", ""])
def test_what_is_a_page_is_read_whatever_it_is_called(site: Site, client: httpx.Client, label: str) -> None:
    site.show("/", PAGE, label)
    assert isinstance(read_web(public(site), client), Draft)


def test_a_name_server_that_keeps_silent_holds_nobody() -> None:
    answered = threading.Event()

    def silent(_host: str, _port: int) -> list[str]:
        answered.wait()
        return ["127.0.0.1"]

    begun = time.monotonic()
    try:
        with opened(80, silent, 0.1) as client:
            assert "took too long" in refusal("http://news.example/", client)
    finally:
        answered.set()
    assert time.monotonic() - begun < MARGIN


def test_many_names_that_are_not_answered_do_not_gather_without_end() -> None:
    answered = threading.Event()

    def silent(_host: str, _port: int) -> list[str]:
        answered.wait()
        return []

    before = threading.active_count()
    try:
        with opened(80, silent, 0.01) as client:
            for number in range(30):
                assert "took too long" in refusal(f"http://news{number}.example/", client)
        assert threading.active_count() <= before + 16
    finally:
        answered.set()


def test_a_site_that_does_not_take_the_connection_is_left_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.settimeout(0)
            one.connect_ex(full.getsockname())
        begun = time.monotonic()
        with opened(full.getsockname()[1], seconds=0.2) as client:
            assert "took too long" in refusal(f"http://news.example:{full.getsockname()[1]}/", client)
        assert time.monotonic() - begun < MARGIN
        for one in waiting:
            one.close()


def test_redirects_share_one_time(site: Site) -> None:
    for number in range(9):
        headers = {"Location": f"/{number + 1}"}
        site.answer(f"/{number}", Answer(status=302, headers=headers, pause=0.15))
    with opened(site.server.server_port, seconds=0.4) as client:
        assert "took too long" in refusal(public(site, "/0"), client)
    assert len(site.paths) <= 3


def test_a_name_is_looked_up_once_for_each_connection_and_only_that_is_connected_to(
    site: Site,
) -> None:
    asked: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    site.show("/", PAGE)
    site.answer("/moved", Answer(status=302, headers={"Location": "/"}))
    with opened(site.server.server_port, rebinding) as client:
        assert isinstance(read_web(public(site), client), Draft)
        assert asked == ["news.example"]
        assert "private network" in refusal(public(site), client)
    with opened(site.server.server_port, rebinding) as client:
        asked.clear()
        assert "private network" in refusal(public(site, "/moved"), client)
    assert site.paths == ["/", "/moved"]


def test_cookies_are_never_sent_back(site: Site, client: httpx.Client) -> None:
    cookie = {"Set-Cookie": "seen=1; Path=/"}
    site.answer("/moved", Answer(status=302, headers={"Location": "/", **cookie}))
    site.answer("/", Answer(PAGE.encode(), headers={"Content-Type": "text/html", **cookie}))
    for path in ("/moved", "/"):
        assert isinstance(read_web(public(site, path), client), Draft)
    assert len(site.asked) == 3
    assert not any("cookie" in headers for headers in site.asked)


def test_nothing_of_this_machine_is_told_to_a_site(
    site: Site, client: httpx.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine news.example login mia password secret\ndefault login mia password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.show("/", PAGE)
    site.answer(
        "/moved", Answer(status=302, headers={"Location": "http://other.example" + public(site)[19:]})
    )
    assert isinstance(read_web(public(site, "/moved"), client), Draft)
    allowed = {"host", "accept", "accept-encoding", "connection", "user-agent"}
    assert [set(headers) for headers in site.asked] == [allowed, allowed]
    assert site.asked[1]["host"].startswith("other.example:")


def test_a_password_in_an_address_is_not_sent_and_not_kept(site: Site, client: httpx.Client) -> None:
    site.show("/", PAGE)
    address = public(site).replace("//", "//mia:secret@")
    sentence = refusal(address, client)
    assert "leave out" in sentence
    assert "secret" not in sentence
    with open_client() as operators:
        assert "leave out" in refusal(site.url.replace("//", "//mia:secret@"), operators)
    assert not site.asked


def test_a_mark_that_cannot_be_sent_again_is_not_kept(site: Site, client: httpx.Client) -> None:
    for mark in ('"' + "x" * 5_000 + '"', '"caf\u00e9"'):
        site.answer("/feed", Answer(FEED.encode(), headers={"ETag": mark, "Last-Modified": mark}))
        answer = ask_for_feed(public(site, "/feed"), client, today=datetime.date(2026, 11, 22))
        assert (answer.etag, answer.last_modified) == (None, None)


def test_what_the_operator_names_may_be_private_but_is_limited_too(site: Site) -> None:
    with open_client(seconds=20.0) as client:
        assert isinstance(read_web(site.show("/", PAGE), client), Draft)
        loop = site.answer("/loop", Answer(status=302, headers={"Location": "/loop"}))
        assert "in a circle" in refusal(loop, client)
        assert site.paths.count("/loop") == 11
        assert "over 20 MB" in refusal(site.show("/long", b"<p>" + b"x" * 20_000_001), client)
        assert "a film file" in refusal(site.show("/film", b"\x07", "video/mp4"), client)
        away = site.answer("/away", Answer(status=302, headers={"Location": "file:///etc/passwd"}))
        assert "only http and https" in refusal(away, client)
    late = site.answer("/late", Answer(b"late", pause=5))
    with open_client(seconds=0.1) as client, pytest.raises(SiteTooSlow):
        fetch(late, late, client)


def test_the_operator_may_read_by_a_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "near.example")
    monkeypatch.setenv("http_proxy", site.url)
    site.answer("/", Answer(b"no", 403))
    with open_client() as client, pytest.raises(SiteRefused):
        fetch("http://far.example/", "far", client)
    assert site.asked[0]["host"] == "far.example"
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:9")
    with open_client() as client:
        assert "http proxies only" in refusal("http://far.example/", client)


def test_a_secure_site_is_known_by_its_own_name_and_hears_it(site: Site) -> None:
    heard: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.sni_callback = lambda _socket, name, _context: heard.append(name)
    secure = site.secure(context).replace("127.0.0.1", "news.example")
    with opened(site.server.server_port) as client:
        assert "secure connection" in refusal(secure, client)
    assert heard == ["news.example"]
