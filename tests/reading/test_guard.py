from __future__ import annotations

import gzip
import ipaddress
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.guard import Guard, is_public
from corpus.reading.guarded_client import guarded_client
from corpus.reading.sources import read
from corpus.reading.web import read_web
from tests.reading.loopback import Answer, Site

STORY = "<html><body><article><p>De pont naar de Oosterkade vaart weer.</p></article></body></html>"
PRIVATE = """
0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.8.8.8 169.254.169.254 172.31.0.1 192.168.1.1 192.0.0.192 192.0.2.1
198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::808:808 100::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0
fec0::1 ff02::1 2001::1 2001:db8::1 2002:7f00:1::1 3fff::1"""
# IANA's registries of special-purpose addresses of 2026, with multicast and what is not assigned.
SPECIAL = """
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 ::/96 ::ffff:127.0.0.0/104 ::ffff:0:0:0/96 64:ff9b::7f00:0/104
64:ff9b::a9fe:0/112 64:ff9b:1::/48 100::/64 100:0:0:1::/64 200::/7 400::/6 800::/5 1000::/4 2001::/23
2001::/32 2001:1::1/128 2001:2::/48 2001:3::/32 2001:4:112::/48 2001:10::/28 2001:20::/28 2001:30::/28
2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20 4000::/3 5f00::/16 6000::/3 8000::/3 a000::/3 c000::/3
e000::/4 f000::/5 f800::/6 fc00::/7 fe00::/9 fe80::/10 fec0::/10 ff00::/8"""
SPELLINGS = """
127.0.0.1 127.1 0x7f.1 2130706433 017700000001 localhost localhost:80 LOCALHOST [::] [::1] [::ffff:127.0.0.1]
[64:ff9b::7f00:1] [fe80::1] 0 0.0.0.0 169.254.169.254 metadata.example metadata.example. both.example
10.0.0.1:443"""


class Names:
    """Name servers that know what a test tells them, and remember what they were asked."""

    def __init__(self, **known: list[str]) -> None:
        self.known = {f"{name}.example": found for name, found in known.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        if host in self.known:
            return self.known[host]
        return [str(found[4][0]) for found in socket.getaddrinfo(host, port)]


@pytest.fixture
def client(site: Site) -> Iterator[Callable[..., httpx.Client]]:
    """Make clients for which 127.0.0.1 is the public web and the rest of the machine is private."""
    made: list[httpx.Client] = []

    def make(names: Names) -> httpx.Client:
        guard = Guard(names, lambda ip: str(ip) == "127.0.0.1", {site.server.server_port})
        made.append(guarded_client(guard))
        return made[-1]

    yield make
    for one in made:
        one.close()


def named(site: Site, host: str, path: str) -> str:
    return f"http://{host}:{site.server.server_port}{path}"


def refusal(address: str, client: httpx.Client) -> str:
    found = read_web(address, client)
    assert isinstance(found, SourceUnreadable), found
    assert found.source == address
    return str(found)


@pytest.mark.parametrize("address", PRIVATE.split())
def test_addresses_of_private_networks_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("network", SPECIAL.split())
def test_no_end_of_a_special_network_is_public_whatever_this_python_knows_of_it(network: str) -> None:
    ends = ipaddress.ip_network(network)
    assert not is_public(ends[0])
    assert not is_public(ends[-1])


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "151.101.1.69", "2606:4700::6810:85e5", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", SPELLINGS.split())
def test_a_private_address_is_refused_however_it_is_spelled(host: str) -> None:
    names = Names(metadata=["169.254.169.254"], both=["151.101.1.69", "10.0.0.1"])
    names.known["metadata.example."] = names.known["metadata.example"]
    with guarded_client(Guard(names)) as client:
        assert "private network" in refusal(f"http://{host}/latest/meta-data", client)


@pytest.mark.parametrize("port", [22, 25, 6379, 5432, 1])
def test_a_port_where_no_pages_are_is_refused(port: int) -> None:
    with guarded_client(Guard(Names(news=["151.101.1.69"]))) as client:
        assert f"port {port}" in refusal(f"http://news.example:{port}/", client)


def test_a_real_page_on_this_machine_is_refused_and_never_asked_for(site: Site) -> None:
    url = site.show("/a", STORY)
    with guarded_client(Guard(ports={site.server.server_port})) as client:
        assert "private network" in refusal(url, client)
    assert not site.paths


def test_the_terminal_still_reads_everything(site: Site) -> None:
    (found,) = read(site.show("/a", STORY))
    assert isinstance(found, Draft)


def test_a_public_name_is_read_under_its_own_name(site: Site, client: Callable[..., httpx.Client]) -> None:
    site.show("/a", STORY)
    found = read_web(named(site, "news.example", "/a"), client(Names(news=["127.0.0.1"])))
    assert isinstance(found, Draft)
    assert found.url == named(site, "news.example", "/a")
    assert site.asked[0]["host"] == f"news.example:{site.server.server_port}"
    assert site.asked[0]["user-agent"].startswith("newsdesk/")


def test_a_redirect_into_the_private_network_is_refused(
    site: Site, client: Callable[..., httpx.Client]
) -> None:
    site.show("/secret", STORY)
    inside = named(site, "inside.example", "/secret")
    site.answer("/a", Answer(status=302, headers={"Location": inside}))
    names = Names(news=["127.0.0.1"], inside=["127.0.0.2"])
    assert "private network" in refusal(named(site, "news.example", "/a"), client(names))
    assert site.paths == ["/a"]


def test_a_redirect_on_the_public_web_is_followed(site: Site, client: Callable[..., httpx.Client]) -> None:
    site.show("/b", STORY)
    site.answer("/a", Answer(b"x" * 99, status=301, headers={"Location": "/b", "Content-Encoding": "gzip"}))
    found = read_web(named(site, "news.example", "/a"), client(Names(news=["127.0.0.1"])))
    assert isinstance(found, Draft)
    assert found.url == named(site, "news.example", "/b")


def test_the_address_that_was_checked_is_the_one_connected_to(
    site: Site, client: Callable[..., httpx.Client]
) -> None:
    site.show("/a", STORY)
    names = Names(news=["127.0.0.1"])
    reader = client(names)
    assert isinstance(read_web(named(site, "news.example", "/a"), reader), Draft)
    assert names.asked == ["news.example"]
    names.known["news.example"] = ["127.0.0.2"]  # what a rebinding name server says the second time
    assert "private network" in refusal(named(site, "news.example", "/a"), reader)


def test_the_next_address_of_a_site_is_tried_where_the_first_is_dead(site: Site) -> None:
    site.show("/a", STORY)
    names = Names(news=["127.0.0.3", "127.0.0.1"])
    with guarded_client(Guard(names, lambda ip: ip.is_loopback, {site.server.server_port})) as reader:
        assert isinstance(read_web(named(site, "news.example", "/a"), reader), Draft)


def test_a_proxy_of_the_environment_is_not_used(
    site: Site, client: Callable[..., httpx.Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.show("/a", STORY)
    assert isinstance(read_web(named(site, "news.example", "/a"), client(Names(news=["127.0.0.1"]))), Draft)


def test_an_unknown_name_is_told_as_ever(client: Callable[..., httpx.Client], site: Site) -> None:
    assert "No site goes by this name" in refusal(named(site, "none.invalid", "/"), client(Names()))


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", ".", "-", "", "ftp://news.example/"]
)
def test_only_the_web_is_read_never_a_file_of_the_server(address: str) -> None:
    with guarded_client() as client:
        assert "Only http and https" in refusal(address, client)


def test_a_packing_that_can_swell_without_measure_is_refused(
    site: Site, client: Callable[..., httpx.Client]
) -> None:
    reader = client(Names(news=["127.0.0.1"]))
    for packing in ("zstd", "gzip, gzip", "br"):
        site.answer("/a", Answer(b"x", headers={"Content-Encoding": packing, "Content-Type": "text/html"}))
        assert "damaged" in refusal(named(site, "news.example", "/a"), reader)
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
    site.answer("/a", Answer(gzip.compress(STORY.encode()), headers=headers))
    assert isinstance(read_web(named(site, "news.example", "/a"), reader), Draft)


def test_a_site_that_trickles_its_headers_is_cut_off() -> None:
    done = threading.Event()

    def trickle(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 200 OK\r\n")
            while not done.wait(0.05):
                try:
                    connection.sendall(b"X-A: b\r\n")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        thread = threading.Thread(target=trickle, args=(listening,))
        thread.start()
        guard = Guard(Names(news=["127.0.0.1"]), lambda ip: ip.is_loopback, {port})
        with guarded_client(guard, seconds=0.3) as reader:
            assert "too long" in refusal(f"http://news.example:{port}/a", reader)
        done.set()
        thread.join()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not there to make a certificate")
def test_a_certificate_must_be_for_the_name_and_not_for_the_address(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=news.example"
    )
    extra = ["-addext", "subjectAltName=DNS:news.example", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*make.split(), *extra], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    site.show("/a", STORY)
    port = site.secure(context).rpartition(":")[2]
    names = Names(news=["127.0.0.1"], other=["127.0.0.1"])
    with guarded_client(Guard(names, lambda ip: ip.is_loopback, {int(port)})) as reader:
        assert isinstance(read_web(f"https://news.example:{port}/a", reader), Draft)
        assert "certificate is not trusted" in refusal(f"https://other.example:{port}/a", reader)
