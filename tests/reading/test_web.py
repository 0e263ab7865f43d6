from collections.abc import Callable

import pytest

from corpus.article import Draft
from tests.reading.loopback import Answer, Site

Complaint = Callable[[str], str]
Read = Callable[[str], Draft]
CONSENT = """<html><body><div><h1>Wij geven om uw privacy</h1><p>Wij en onze 142 partners gebruiken cookies.
Klik op akkoord om verder te gaan naar de site, of pas uw voorkeuren aan.</p></div></body></html>"""
SCRIPT = """<html><head><title>Nieuws</title></head><body><noscript>Zet JavaScript aan.</noscript>
<div id="app">Laden…</div><script src="/app.js"></script></body></html>"""
PONT = "<article><p>De pont naar de Oosterkade vaart weer.</p></article>"
STORY = f"<html><head>{{}}</head><body>{PONT}</body></html>"


def test_a_page_is_fetched_and_read(site: Site, page: Callable[[str], bytes], article: Read) -> None:
    url = site.show("/regio/pont", page("pont.html"))
    draft = article(url + "?utm_source=mail&id=7#reacties")
    assert (draft.title or "").startswith("Pont naar Oosterkade")
    assert draft.source == url + "?utm_source=mail&id=7#reacties"
    assert draft.url == url + "?id=7"
    assert site.asked[0]["user-agent"].startswith("newsdesk/")


def test_the_canonical_address_counts_on_its_own_site(site: Site, article: Read) -> None:
    url = site.show("/amp/pont", STORY.format("<link rel='canonical' href='/pont'>"))
    assert article(url).url == site.url + "/pont"


@pytest.mark.parametrize("canonical", ["/", "https://elsewhere.example/pont", "http://[", ""])
def test_a_canonical_address_that_cannot_be_is_not_believed(
    site: Site, article: Read, canonical: str
) -> None:
    url = site.show("/pont", STORY.format(f"<link rel='canonical' href='{canonical}'>"))
    assert article(url).url == url


def test_a_redirect_is_followed_to_where_the_article_is(site: Site, article: Read) -> None:
    end = site.show("/pont", STORY.format(""))
    assert article(site.answer("/oud", Answer(status=301, headers={"Location": "/pont"}))).url == end


def test_a_page_is_read_in_the_encoding_that_the_answer_names(site: Site, article: Read) -> None:
    html = STORY.format("").replace("vaart weer", "heet Żółw")
    url = site.show("/a", html.encode("iso-8859-2"), "text/html; charset=iso-8859-2")
    assert "heet Żółw" in article(url).text


def test_a_pdf_and_a_text_are_read_from_the_web(site: Site, pdf: Callable[..., bytes], article: Read) -> None:
    url = site.show("/plan", pdf(["De pont vaart weer."]), "application/octet-stream")
    assert (article(url).text, article(url).url) == ("De pont vaart weer.", url)
    assert article(site.show("/a.txt", "date 2024-03\n\nDe pont.", "text/plain")).text == "De pont."


@pytest.mark.parametrize(
    ("body", "kind", "sentence"),
    [
        (CONSENT, "text/html", "consent wall"),
        (SCRIPT, "text/html", "only a script"),
        ("<html><body></body></html>", "text/html", "no article"),
        ("", "text/html", "empty"),
        (b"\x89PNG\r\n\x1a\n\0", "image/png", "an image (PNG)"),
        ("<svg/>", "image/svg+xml", "an image"),
        ("{}", "application/json", "no page, PDF or text"),
        (b"PK\x03\x04", "application/zip", "a ZIP archive"),
        (b"a" * 20_000_001, "text/html", "20 MB"),
    ],
)
def test_what_is_no_article_gets_one_sentence(
    site: Site, complaint: Complaint, body: str | bytes, kind: str, sentence: str
) -> None:
    assert sentence in complaint(site.show("/a", body, kind))


def test_a_consent_wall_is_known_by_the_address_it_redirects_to(site: Site, complaint: Complaint) -> None:
    site.show("/consent", STORY.format(""))
    url = site.answer("/pont", Answer(status=302, headers={"Location": "/consent?back=pont"}))
    assert "consent wall" in complaint(url)
