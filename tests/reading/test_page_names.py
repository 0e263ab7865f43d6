import pytest

from corpus.article import Draft
from corpus.reading.page import read_page

ADDRESS = "https://www.havenbode.example/regio/pont"
TITLE = "Pont naar Oosterkade vaart weer"
PARAGRAPHS = (
    "<p>De pont naar de Oosterkade vaart sinds maandag weer, na vier maanden stilstand. De boot lag aan "
    "de wal omdat de motor was verzakt en een nieuwe te lang op zich liet wachten.</p>"
) * 3
PUBLISHER = '<meta name="publisher" content="De Havenbode">'
SITE = '<meta property="og:site_name" content="De Havenbode">'


def read(head: str = "", top: str = "", end: str = "") -> Draft:
    html = (
        f"<html lang='nl'><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{top}"
        f"{PARAGRAPHS}{end}</article></body></html>"
    )
    return read_page(html.encode(), ADDRESS, ADDRESS)


def described(*nodes: str) -> str:
    return "".join(f'<script type="application/ld+json">{node}</script>' for node in nodes)


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ("Sanne de Wit", "Sanne de Wit"),
        ("Door: Sanne de Wit", "Sanne de Wit"),
        ("By Nora Whitfield", "Nora Whitfield"),
        ("Van der Meer", "Van der Meer"),
        ("s.dewit@havenbode.example (Sanne de Wit)", "Sanne de Wit"),
        ("Sanne de Wit &lt;s.dewit@havenbode.example&gt;", "Sanne de Wit"),
        ("Sanne de Wit, De Havenbode", "Sanne de Wit"),
        ("s.dewit@havenbode.example", None),
        ("https://havenbode.example/auteur/sanne", None),
        ("admin", None),
        ("Administrator", None),
        ("webmaster", None),
        ("Gebruikersnaam", None),
        ("105092", None),
        ("dewit_42", None),
        ("De Havenbode", None),
        ("Havenbode", None),
        ("havenbode.example", None),
        ("Havenbode Media B.V.", None),
        ("Havenbode Media B.V., Skelby", None),
    ],
)
def test_an_author_is_a_person_or_a_desk_and_never_an_account_an_address_or_the_outlet(
    stated: str, author: str | None
) -> None:
    assert read(f'{SITE}<meta name="author" content="{stated}">').author == author


@pytest.mark.parametrize(
    ("top", "end", "author"),
    [
        ('<span class="author">Sanne de Wit</span>', "", "Sanne de Wit"),
        ('<a rel="author" href="/s">Sanne de Wit</a>', "", "Sanne de Wit"),
        (
            "",
            '<div class="comment"><span class="author">Kees K zegt op 3 augustus</span><p>Goed</p></div>',
            None,
        ),
        ("", '<section class="reacties"><span class="author">Piet Smit</span><p>Mooi</p></section>', None),
        ("", '<div class="related"><span class="author">Piet Smit</span></div>', None),
        ("", '<form><label class="author">Name</label></form>', None),
        ('<span class="author">admin</span>', "", None),
    ],
)
def test_an_author_is_read_from_the_articles_own_part_of_the_page(
    top: str, end: str, author: str | None
) -> None:
    assert read(top=top, end=end).author == author


def test_authors_and_outlet_that_structured_data_only_refers_to_are_found() -> None:
    draft = read(
        described(
            '{"@graph": [{"@type": "NewsArticle", "author": [{"@id": "#s"}, {"@id": "#b"}], '
            '"publisher": {"@id": "#h"}}, {"@type": "Person", "@id": "#s", "name": "Sanne de Wit"}, '
            '{"@type": "Person", "@id": "#b", "name": "Bram Kolk"}, '
            '{"@type": "Organization", "@id": "#h", "name": "De Havenbode"}]}'
        )
    )
    assert (draft.author, draft.outlet) == ("Sanne de Wit, Bram Kolk", "De Havenbode")


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            SITE + described('{"@type": "NewsArticle", "publisher": {"name": "Uitgeverij Noord B.V."}}'),
            "De Havenbode",
        ),
        (SITE + '<meta name="publisher" content="Noordmedia AG">', "De Havenbode"),
        (
            described(
                '{"@type": "Article", "publisher": {"name": "Noord A/S"}}',
                '{"@type": "WebSite", "name": "De Havenbode"}',
            ),
            "De Havenbode",
        ),
        (described('{"@type": "BlogPosting", "publisher": {"name": "Blogger"}}'), "havenbode.example"),
        (
            '<meta property="og:site_name" content="www.havenbode.example">' + PUBLISHER,
            "De Havenbode",
        ),
        (
            '<meta property="og:site_name" content="© 2024 Noord">' + PUBLISHER,
            "De Havenbode",
        ),
        ('<meta name="publisher" content="Noordmedia B.V.">', "havenbode.example"),
        ('<meta name="twitter:site" content="https://twitter.com/havenbode">', "havenbode.example"),
        (
            '<meta property="og:site_name" content="Nieuws uit de haven | De Havenbode">' + PUBLISHER,
            "De Havenbode",
        ),
        ('<meta property="og:site_name" content="Haven.nl">', "Haven.nl"),
    ],
)
def test_an_outlet_is_its_own_name_before_its_host_and_its_company(head: str, outlet: str) -> None:
    assert read(head).outlet == outlet


def test_a_number_on_the_network_is_no_outlet() -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"
    assert read_page(html.encode(), "x", "http://127.0.0.1/pont").outlet is None
