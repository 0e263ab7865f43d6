"""Addresses, redirects and sites that mean ill: nobody gets in, and nobody is kept waiting."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from _pytest.mark import ParameterSet

from corpus.errors import SourceUnreadable
from corpus.reading.guard import Guard
from corpus.reading.guarded_client import guarded_client
from corpus.reading.web import read_web
from tests.reading import attacks
from tests.reading.attacks import Behaviour
from tests.reading.hostile_site import saying, untouched
from tests.reading.loopback import Answer, Site

PAGE = "<html><body><article><p>De pont naar de Oosterkade vaart weer.</p></article></body></html>"
PUBLIC = "151.101.1.69"
KNOWN = {
    "news.example": [PUBLIC],
    "rebound.example": ["127.0.0.1"],
    "127.0.0.1.rebound.example": ["127.0.0.1"],
    "mixed.example": [PUBLIC, "127.0.0.1"],
    "mixed6.example": ["2606:4700::6810:85e5", "::1"],
}
MARGIN = 10.0  # seconds that a busy machine may add to a limit
SHORT = 0.15  # seconds that a site has where it is slow


def names(known: dict[str, list[str]]) -> Callable[[str, int], Sequence[str]]:
    """Return a name server that knows some names, and all spellings of addresses that the system knows."""

    def resolve(host: str, port: int) -> list[str]:
        found = known.get(host.rstrip("."))
        if found:
            return found
        flags = socket.AI_NUMERICHOST
        return [
            str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
        ]

    return resolve


def told(address: str, client: httpx.Client, seconds: float = 20.0) -> str:
    """Return the sentence about an address, which must come within the client's seconds."""
    begun = time.monotonic()
    found = read_web(address, client)
    assert time.monotonic() - begun < seconds + MARGIN
    assert isinstance(found, SourceUnreadable), found
    sentence = str(found)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "Error" not in sentence
    assert "\n" not in sentence
    return sentence


def each(table: dict[str, dict[str, str]]) -> list[ParameterSet]:
    return [
        pytest.param(value, sentence, id=name)
        for sentence, named in table.items()
        for name, value in named.items()
    ]


@pytest.fixture(scope="module")
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.mark.parametrize(("host", "sentence"), each(attacks.HOSTS))
def test_no_spelling_of_a_host_leads_inside(host: str, sentence: str, port: int) -> None:
    guard = Guard(names(KNOWN), ports={port})
    with untouched(port, "127.0.0.1", "::1"), guarded_client(guard) as client:
        assert sentence in told(f"http://{host}:{port}/", client)


@pytest.mark.parametrize(("address", "sentence"), each(attacks.ADDRESSES))
def test_no_other_address_leads_inside(address: str, sentence: str, port: int) -> None:
    guard = Guard(names(KNOWN), ports={port})
    with untouched(port, "127.0.0.1", "::1"), guarded_client(guard) as client:
        assert sentence in told(address.replace("{port}", str(port)), client)


@pytest.fixture
def client(site: Site) -> Iterator[httpx.Client]:
    """Give a client for which 127.0.0.1 is the public web and the rest of the machine is private."""
    known = {"news.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
    guard = Guard(names(known), lambda ip: str(ip) == "127.0.0.1", {site.server.server_port})
    with guarded_client(guard) as client:
        yield client


def public(site: Site, path: str = "/") -> str:
    return f"http://news.example:{site.server.server_port}{path}"


@pytest.mark.parametrize(("location", "sentence"), each(attacks.REDIRECTS))
def test_no_redirect_leads_inside(site: Site, client: httpx.Client, location: str, sentence: str) -> None:
    here = site.server.server_port
    headers = {"Location": location.replace("{port}", str(here))} if location else {}
    site.answer("/", Answer(status=302, headers=headers))
    inside = {"Location": f"http://inside.example:{here}/secret"}
    site.answer("/by/inside", Answer(status=307, headers=inside))
    site.answer("/next", Answer(status=301, headers={"Location": "/next?again"}))
    with untouched(here, "127.0.0.2"):
        assert sentence in told(public(site), client)
    assert len(site.paths) <= 6
    assert "/secret" not in site.paths


@pytest.mark.parametrize("behaviour", attacks.BEHAVIOURS, ids=lambda behaviour: behaviour.name)
def test_no_site_sends_too_much_or_takes_too_long(behaviour: Behaviour) -> None:
    seconds = SHORT if behaviour.told == attacks.TOO_SLOW else 20.0
    scheme = "https" if behaviour.secure else "http"
    with saying(behaviour) as site:
        guard = Guard(names({"news.example": ["127.0.0.1"]}), lambda ip: ip.is_loopback, {site.port})
        with guarded_client(guard, seconds=seconds) as client:
            sentence = told(f"{scheme}://news.example:{site.port}/", client, seconds)
            assert behaviour.told in sentence
            assert site.is_free(MARGIN)


@pytest.mark.torture
def test_a_site_that_trickles_holds_a_place_for_twenty_seconds_and_no_longer() -> None:
    def held(behaviour: Behaviour) -> float:
        scheme = "https" if behaviour.secure else "http"
        with saying(behaviour) as site:
            guard = Guard(names({"news.example": ["127.0.0.1"]}), lambda ip: ip.is_loopback, {site.port})
            with guarded_client(guard) as client:
                begun = time.monotonic()
                assert attacks.TOO_SLOW in told(f"{scheme}://news.example:{site.port}/", client)
                return time.monotonic() - begun

    slow = [behaviour for behaviour in attacks.BEHAVIOURS if behaviour.told == attacks.TOO_SLOW]
    with ThreadPoolExecutor(len(slow)) as pool:
        seconds = list(pool.map(held, slow))
    assert min(seconds) >= 19.9
    assert max(seconds) < 22
