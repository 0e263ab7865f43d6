"""One small document of every form, and long ones: written for the tests, with nobody's text."""

from __future__ import annotations

import datetime

from corpus.reading.parsing.jobs import Form, Job
from tests.reading.drawn_pdf import drawn, lines
from tests.reading.packed import book, paragraph, word

TODAY = datetime.date(2026, 11, 29)
SENTENCES = (
    "De gemeenteraad van Westerhaven sluit de brug over de haven een half jaar lang voor al het verkeer.",
    "Volgens wethouder Annelies de Wit kost het herstel van het brugdek ruim twee miljoen euro.",
    "Fietsers en voetgangers kunnen in die tijd met een gratis pont naar de overkant van het water.",
)
TEXT = " ".join(SENTENCES)
PAGE = (
    '<html lang="nl"><head><title>Brug dicht</title><meta property="article:published_time" '
    f'content="2026-03-05"></head><body><article><h1>Brug dicht</h1><p>{TEXT}</p></article></body></html>'
).encode()
MAIL = (
    "From: Annelies de Wit <a@west.example>\r\nSubject: Brug dicht\r\n"
    "Date: Thu, 05 Mar 2026 10:00:00 +0100\r\nMessage-ID: <1@west.example>\r\nMIME-Version: 1.0\r\n"
    f"Content-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}"
).encode()
ARTICLES = {
    Form.PAGE: PAGE,
    Form.PDF: drawn(lines("Brug dicht", *SENTENCES, top=776, leading=14), size=8),
    Form.WORD: word(paragraph(TEXT)),
    Form.BOOK: book("<dc:title>De brug</dc:title>", f"<p>{TEXT}</p>"),
    Form.MAIL: MAIL,
}
FEEDS = {
    "RSS": (
        b'<rss version="2.0"><channel><title>De Haven</title><item><title>Brug dicht</title>'
        b"<link>https://haven.example/brug</link><pubDate>Thu, 05 Mar 2026 10:00:00 +0100</pubDate>"
        b"</item></channel></rss>"
    ),
    "Atom": (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>De Haven</title><entry><title>Brug dicht</title>'
        b'<id>a</id><link href="https://haven.example/brug"/><updated>2026-03-05T10:00:00Z</updated>'
        b"</entry></feed>"
    ),
    "JSON Feed": (
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "De Haven", "items": [{"id": "1", '
        b'"url": "https://haven.example/brug", "title": "Brug dicht", "date_published": "2026-03-05"}]}'
    ),
}


# Found by trying: what the parsers under ours cannot do in reasonable time or room.
HANGING = b"From: " + b"a," * 100_000 + b"\nSubject: Brug\nMIME-Version: 1.0\n\n"  # grows with its square
FILLING = MAIL + b"a" * 60_000_000


def job(form: Form) -> Job:
    """Return the job of reading a document of that form."""
    return Job(form, "https://haven.example/brug", "https://haven.example/brug", today=TODAY)
