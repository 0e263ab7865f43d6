"""Feeds as sites really write them: raw ampersands, blanks in links, wrong encodings, missing links."""

from __future__ import annotations

import pytest

from corpus.reading.feed import parse
from corpus.reading.feed_entry import Entry, Feed

HOME = "https://bode.example/nieuws/feed.xml"


def rss(items: str, *, opening: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    return f'{opening}<rss version="2.0"><channel><title>De Bode</title>{items}</channel></rss>'


def item(title: str = "Brug dicht", link: str = "https://bode.example/brug", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def only(items: str) -> Entry:
    (entry,) = parse(rss(items).encode(), HOME).entries
    return entry


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("V&D opent winkel", "V&D opent winkel"),
        ("Research & Development, R&D", "Research & Development, R&D"),
        ("A&O; B&amp;C", "A&O; B&C"),
        ("Caf&eacute; &#8216;De Kade&#x2019; &amp; co", "Café ‘De Kade’ & co"),  # noqa: RUF001 - as typeset
        ("<![CDATA[V&D & co]]>", "V&D & co"),
        ("<!-- V&D --> Markt & kermis", "Markt & kermis"),
        ("Wat &copy=1 doet", "Wat &copy=1 doet"),
    ],
)
def test_a_raw_ampersand_is_one(written: str, title: str) -> None:
    assert only(item(written)).title == title


def test_a_raw_ampersand_in_a_link_or_beside_other_damage_is_one_too() -> None:
    assert only(item(link="/a?x=1&copy=2&lang=nl")).url == "https://bode.example/a?x=1&copy=2&lang=nl"
    broken = rss(item("V&D & co") + item("Pont", "/pont")).partition("</channel>")[0]
    assert [entry.title for entry in parse(broken.encode(), HOME).entries] == ["V&D & co", "Pont"]


def test_entities_that_a_feed_defines_itself_still_hold() -> None:
    opening = '<!DOCTYPE rss [\n<!ENTITY stad "Sluisdorp">\n]>'
    feed = parse(rss(item("Brug bij &stad; dicht"), opening=opening).encode(), HOME)
    assert feed.entries[0].title == "Brug bij Sluisdorp dicht"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://bode.example/brug dicht", "https://bode.example/brug%20dicht"),
        ("\n  https://bode.example/brug\t\n", "https://bode.example/brug"),
        ("https://bode.example/lang\n      /adres", "https://bode.example/lang/adres"),
        ("<![CDATA[ /brug dicht?bij=Sluis dorp ]]>", "https://bode.example/brug%20dicht?bij=Sluis%20dorp"),
        ("https://bode.example/brug%20dicht", "https://bode.example/brug%20dicht"),
        ("brug", "https://bode.example/nieuws/brug"),
        ("../sport/wedstrijd", "https://bode.example/sport/wedstrijd"),
        ("//m.bode.example/brug", "https://m.bode.example/brug"),
        ("?p=12", "https://bode.example/nieuws/feed.xml?p=12"),
    ],
)
def test_a_link_leads_where_a_browser_takes_it(written: str, address: str) -> None:
    assert only(item(link=written)).url == address


def test_an_entry_without_a_link_goes_by_its_permanent_address_or_is_left_out() -> None:
    guid = "<item><title>Brug</title><guid{}>{}</guid></item>"
    assert only(guid.format("", "https://bode.example/brug")).url == "https://bode.example/brug"
    assert parse(rss(guid.format(" isPermaLink='false'", "https://x.example/1")).encode(), HOME).entries == ()
    atom = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>{}</id><title>Brug</title></entry></feed>"
    (entry,) = parse(atom.format("https://bode.example/brug").encode(), HOME).entries
    assert entry.url == "https://bode.example/brug"
    assert parse(atom.format("urn:uuid:1").encode(), HOME).entries == ()


def read(body: bytes, charset: str | None = None) -> Feed:
    return parse(body, HOME, charset)


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (b"\xef\xbb\xbf" + rss(item("Één café")).encode(), None),
        (b"\n\n  " + rss(item("Één café")).encode(), None),
        (rss(item("Één café"), opening='<?xml version="1.0" encoding="iso-8859-1"?>').encode(), None),
        (
            rss(item("Één café"), opening='<?xml version="1.0" encoding="iso-8859-1"?>').encode("latin-1"),
            None,
        ),
        (rss(item("Één café")).encode("latin-1"), None),
        (rss(item("Één café")).encode(), "iso-8859-1"),
        (rss(item("Één café")).encode("latin-1"), "utf-8"),
        (rss(item("Één café"), opening='<?xml version="1.0" encoding="utf-16"?>').encode("utf-16"), None),
        (rss(item("Één café")).encode("utf-8"), "no-such-encoding"),
    ],
)
def test_the_bytes_are_believed_before_the_encoding_that_is_declared(
    body: bytes, charset: str | None
) -> None:
    feed = read(body, charset)
    assert [entry.title for entry in feed.entries] == ["Één café"]
    assert feed.title == "De Bode"


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ("<author>jan@bode.example (Jan Terpstra)</author>", "Jan Terpstra"),
        ("<author>jan@bode.example</author>", None),
        ("<author>Jan Terpstra</author>", "Jan Terpstra"),
        ("<dc:creator>Jan Terpstra</dc:creator><dc:creator>Mia Vos</dc:creator>", "Jan Terpstra, Mia Vos"),
        ("<author>web@bode.example (W)</author><dc:creator>Mia Vos</dc:creator>", "Mia Vos"),
        ("<dc:creator>Ren&eacute;e Vos & Jan Terpstra</dc:creator>", "Renée Vos & Jan Terpstra"),
        ("<dc:creator>admin</dc:creator>", None),
        ("", None),
    ],
)
def test_an_author_is_a_name_and_no_address(said: str, author: str | None) -> None:
    said = said.replace("<dc:creator>", '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">')
    assert only(item(more=said)).author == author


def test_the_authors_of_atom_and_the_newspaper_that_an_entry_comes_from_are_read() -> None:
    people = "<author><name>Jan Terpstra</name><email>jan@bode.example</email></author>"
    people += "<author><name>Mia Vos</name></author>"
    more = f"{people}<link href='/brug'/><source><title>De Bode</title></source>"
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id>{more}</entry></feed>"
    (entry,) = parse(atom.encode(), HOME).entries
    assert (entry.author, entry.outlet) == ("Jan Terpstra, Mia Vos", "De Bode")
    source = '<source url="https://bode.example/feed">De Bode</source>'
    assert only(item(more=source)).outlet == "De Bode"
