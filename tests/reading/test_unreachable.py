import shutil
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from corpus.errors import SourceUnreadable
from corpus.reading.fetch import fetch
from corpus.reading.guarded_client import open_client
from corpus.reading.refusals import SiteTooSlow
from corpus.reading.sources import read
from tests.reading.loopback import Answer, Site

Complaint = Callable[[str], str]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (401, "login"),
        (403, "refuses"),
        (404, "no page at this address"),
        (410, "taken down"),
        (418, "status 418"),
        (429, "too often"),
        (503, "problem of its own (status 503)"),
    ],
)
def test_a_site_that_refuses_is_quoted_in_words(
    site: Site, complaint: Complaint, status: int, sentence: str
) -> None:
    assert sentence in complaint(site.answer("/a", Answer(b"no", status)))


def test_an_announced_size_over_the_limit_is_not_even_fetched(site: Site, complaint: Complaint) -> None:
    huge = Answer(b"", headers={"Content-Length": "20000001", "Content-Type": "text/html"})
    assert "20 MB" in complaint(site.answer("/a", huge))


def test_a_redirect_loop_is_told(site: Site, complaint: Complaint) -> None:
    site.answer("/b", Answer(status=302, headers={"Location": "/a"}))
    assert "in a circle" in complaint(site.answer("/a", Answer(status=302, headers={"Location": "/b"})))


def test_a_redirect_away_from_the_web_is_told(site: Site, complaint: Complaint) -> None:
    url = site.answer("/a", Answer(status=302, headers={"Location": "ftp://elsewhere.example/a"}))
    assert "only http and https" in complaint(url)


def test_a_slow_site_is_told(site: Site) -> None:
    url = site.answer("/a", Answer(b"late", pause=5))
    with httpx.Client(timeout=0.1) as client:
        (error,) = read(url, client=client)
    assert "too long" in str(error)


def test_a_site_that_goes_on_and_on_is_cut_off(site: Site) -> None:
    url = site.answer("/a", Answer(b"late", pause=5))
    with open_client(seconds=0.1) as client, pytest.raises(SiteTooSlow, match="too long"):
        fetch(url, url, client)


def test_an_answer_that_breaks_off_is_told(site: Site, complaint: Complaint) -> None:
    cut = Answer(b"<html>", headers={"Content-Length": "500", "Content-Type": "text/html"})
    assert "broke off" in complaint(site.answer("/a", cut))


def test_an_answer_that_is_not_packed_as_it_says_is_told(site: Site, complaint: Complaint) -> None:
    damaged = Answer(b"<html>", headers={"Content-Encoding": "gzip", "Content-Type": "text/html"})
    assert "damaged" in complaint(site.answer("/a", damaged))


def test_a_site_that_is_not_there_is_told(complaint: Complaint) -> None:
    assert "cannot be reached" in complaint("http://127.0.0.1:9/a")
    assert "No site goes by this name" in complaint("http://no-such-site.invalid/a")


def test_a_site_without_a_secure_connection_is_told(site: Site, complaint: Complaint) -> None:
    assert "secure connection" in complaint(site.url.replace("http:", "https:"))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not there to make a certificate")
def test_a_certificate_that_nobody_trusts_is_told(site: Site, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    subprocess.run([*make.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    (error,) = read(site.secure(context))
    assert isinstance(error, SourceUnreadable)
    assert "certificate is not trusted" in str(error)
