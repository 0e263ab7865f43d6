import datetime

import pytest

from corpus.article import Draft
from corpus.reading.page import read_page

TODAY = datetime.date(2024, 6, 1)
ADDRESS = "https://havenbode.example/regio/pont"
TITLE = "Pont naar Oosterkade vaart weer"
TEXT = (
    "<p>De pont naar de Oosterkade vaart sinds maandag weer, na vier maanden stilstand. De boot lag aan "
    "de wal omdat de motor was verzakt en een nieuwe te lang op zich liet wachten.</p>"
)
PARAGRAPHS = TEXT * 3
OTHER = (
    '{"@type": "NewsArticle", "headline": "Heel ander nieuws", "url": "https://havenbode.example/x", '
    '"datePublished": "2021-01-01"}'
)
BOOK = '<meta itemprop="datePublished" content="1988">'
COMMENT = '<div class="comments"><time datetime="2024-05-20">20 mei 2024</time> Mooi!</div>'


def page(head: str = "", top: str = "", end: str = "", before: str = "", after: str = "") -> str:
    return (
        f"<!doctype html><html lang='nl'><head><title>{TITLE}</title>{head}</head><body>{before}<main>"
        f"<article><h1>{TITLE}</h1>{top}{PARAGRAPHS}{end}</article></main>{after}</body></html>"
    )


def described(node: str) -> str:
    return page(f'<script type="application/ld+json">{node}</script>')


def read(html: str, address: str = ADDRESS) -> Draft:
    return read_page(html.encode(), address, address, today=TODAY)


def published(html: str, address: str = ADDRESS) -> str | None:
    found = read(html, address).published
    return str(found) if found else None


def modified(html: str) -> str | None:
    found = read(html).modified
    return str(found) if found else None


@pytest.mark.parametrize(
    "elsewhere",
    [
        page(end=COMMENT),
        page(end='<section id="comments"><div class="comment-date">12-04-2024 17:02</div></section>'),
        page(end='<div class="reactie"><span class="datum">12 april 2024</span></div>'),
        page(end='<div class="related"><h3>Lees ook</h3><time datetime="2022-04-12">12 april</time></div>'),
        page(end='<h3>Lees ook</h3><a href="/y">Ander stuk</a><time datetime="2022-04-12">12 april</time>'),
        page(end='<div class="lees-ook"><span class="date">12 april 2022</span></div>'),
        page(
            end='<article><b>Ander stuk</b><time class="published" datetime="2022-04-12">x</time></article>'
        ),
        page(before='<div class="sidebar"><time class="published" datetime="2022-02-02">x</time></div>'),
        page(after='<aside><time class="published" datetime="2022-04-12">12 april 2022</time></aside>'),
        page(end='<h3>Reacties</h3><p>Jan <time class="published" datetime="2024-04-12">x</time></p>'),
        page(end=f'<div itemscope itemtype="http://schema.org/Comment">{BOOK}</div>'),
        page(end='<div><a href="/z">Ander bericht</a><span class="date">12 april 2024</span></div>'),
        page(before='<div><h3>Vers</h3><time class="published" datetime="2022-01-01">x</time></div>'),
        page(after='<div><h3>Vers</h3><time class="published" datetime="2022-01-01">x</time></div>'),
        page(end='<a href="/z"><h3>Ander</h3><time class="published" datetime="2022-01-01">x</time></a>'),
        page(top='<div class="event-date">12 oktober 2023</div>'),
        page(after='<footer><time datetime="2022-04-12">12 april 2022</time></footer>'),
        page(before='<nav><span class="date">1 juni 2024</span></nav>'),
        page(before='<header><div class="date">zaterdag 1 juni 2024</div></header>'),
        page(
            end='<figure><figcaption><time datetime="1995-02-01">1 februari 1995</time></figcaption></figure>'
        ),
        page(
            top='<blockquote class="tweet">Mooi <a href="https://x.example/1">April 12, 2022</a></blockquote>'
        ),
        page(end=f'<div itemscope itemtype="https://schema.org/Book">{BOOK}</div>'),
        page(end=f'<ol><li itemscope itemtype="http://schema.org/ScholarlyArticle">{BOOK}Boek</li></ol>'),
    ],
)
def test_a_date_that_is_not_the_articles_own_is_not_taken(elsewhere: str) -> None:
    assert published(elsewhere) is None


@pytest.mark.parametrize(
    "text",
    [
        '<p>De kade werd geopend op <time datetime="1931-05-01">1 mei 1931</time>.</p>',
        "<p>In 1931 ging de kade open.</p>",
        "<p>Op 1 mei 1931 ging de kade open.</p>",
        "<h2>1 mei 1931</h2>",
        f"<p>{'De kade en de pont en de brug ' * 6} <time>1 mei 2019</time> en verder naar de overkant</p>",
        "<table><tr><td>1 mei 2019</td><td>opening</td></tr></table>",
        "<ul><li>4 mei 2020</li></ul>",
        "<div><ul><li>4 mei 2020</li></ul></div>",
    ],
)
@pytest.mark.parametrize("place", ["top", "end"])
def test_the_running_text_is_never_a_source_of_the_date(text: str, place: str) -> None:
    assert published(page(**{place: text})) is None


@pytest.mark.parametrize(
    "stated",
    [
        page('<meta property="article:published_time" content="2024-03-05T08:00:00+01:00">'),
        page(
            '<meta name="date" content="2024-05-30">',
            '<time itemprop="datePublished" datetime="2024-03-05">5 maart</time>',
        ),
        page(top='<time class="entry-date published updated" datetime="2024-03-05T18:32">5 maart</time>'),
        page(top='<abbr class="published" title="2024-03-05T05:11:00+01:00">dinsdag</abbr>'),
        page(top='<span itemprop="datePublished">5 maart 2024</span>'),
        page(top='<span itemprop="datePublished" content="2024-03-05T08:00">vandaag</span>'),
        page(top='<div class="published"><time datetime="2024-03-05T09:30:00+01:00">5 maart</time></div>'),
        page(top='<div class="date">dinsdag 5 maart 2024 | 18:32</div>'),
        page(top="<p>5 maart 2024</p>"),
        page(top="<p>Door Sanne de Wit op 5 maart 2024</p>"),
        page(top='<span class="byline">Sanne de Wit, 5.3.24</span>'),
        page(top='<p class="auteur">Sanne de Wit | dinsdag 5 maart 2024, 18:32 | Regio</p>'),
        page(f"<meta property='og:title' content='{TITLE} | 05.03.2024'>"),
        page(end='<footer class="entry-footer"><time class="date" datetime="2024-03-05">x</time></footer>'),
        page(top='<dl class="article-info"><dt>Gepubliceerd</dt><dd>5 maart 2024</dd></dl>'),
        page(top="<div>Gepubliceerd:<br>5 maart 2024</div>"),
        page(top="<div>Sanne de Wit<br>5 maart 2024</div>"),
        page(top='<p class="artikel-info">Redactie • 5 maart 2024 • 2 min</p>'),
        page(end='<ul class="post-meta"><li>Sanne</li><li>5 maart 2024</li></ul>'),
        page(end='<p class="postinfo">Geschrieben am 5. März 2024 von Hanna in Allgemein</p>'),
        page(end='<div class="published-on">on 5 March 2024 by Nora</div>'),
        page(top='<div><time datetime="2024-03-05">5 maart</time><br>Sanne de Wit</div>'),
        page(end="<div>Geplaatst op 5 maart 2024</div>"),
        page(top='<div class="date">5 maart 2024</div>', end=COMMENT),
        page(
            before='<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" '
            'content="2021-01-01"><a href="/x">Ander stuk</a></div>',
            top='<time itemprop="datePublished" datetime="2024-03-05">5 maart</time>',
        ),
    ],
)
def test_the_date_of_the_article_is_read_where_it_is_stated(stated: str) -> None:
    assert published(stated) == "2024-03-05"


def test_a_date_above_the_headline_is_the_articles_where_both_stand_in_one_block() -> None:
    html = page().replace("<h1>", '<div class="kop"><time datetime="2024-03-05">5 maart</time><h1>')
    assert published(html.replace("</h1>", "</h1></div>")) == "2024-03-05"


@pytest.mark.parametrize(
    "node",
    [
        '{"@type": "NewsArticle", "datePublished": "2024-03-05"}',
        '{"@type": ["Article", "NewsArticle"], "datePublished": "2024-03-05"}',
        '{"@graph": [{"@type": "WebSite"}, {"@type": "WebPage", "datePublished": "2024-03-05"}]}',
        '<!-- {"@type": "NewsArticle", "datePublished": "2024-03-05"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2024-03-05"}\n//]]>',
        '/* kop */ {"@type": "NewsArticle", "datePublished": "2024-03-05"}',
        '{"@type": "NewsArticle", "headline": "x", "datePublished": "2024-03-05",}',
        '{"@type": "NewsArticle", "keywords": ["a", "b",], "datePublished": "2024-03-05"},',
        '{"@type": "NewsArticle", "description": "een\nregel, // en //", "datePublished": "2024-03-05",}',
        f'[{OTHER}, {{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2024-03-05"}}]',
        f'[{OTHER}, {{"@type": "Article", "mainEntityOfPage": "{ADDRESS}", "datePublished": "2024-03-05"}}]',
        f'{{"@type": "Article", "mainEntityOfPage": {{"@id": "{ADDRESS}"}}, "datePublished": "2024-03-05"}}',
        '{"@type": "NewsArticle", "datePublished": ["2024-03-05"]}',
        '{"@type": "NewsArticle", "datePublished": {"@value": "2024-03-05"}}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;datePublished&quot;: &quot;2024-03-05&quot;}",
        '{"@type": "NewsArticle", "datePublished": "Tue Mar 05 09:35:14 CET 2024"}',
        '{"@type": "NewsArticle", "datePublished": "Tue Mar 05 2024 09:35:14 GMT+0100 (CET)"}',
    ],
)
def test_structured_data_is_read_as_templates_write_it(node: str) -> None:
    assert published(described(node)) == "2024-03-05"


@pytest.mark.parametrize(
    "node",
    [
        OTHER,
        f'[{OTHER}, {{"@type": "NewsArticle", "headline": "Nog iets", "datePublished": "2022-01-01"}}]',
    ],
)
def test_structured_data_of_other_articles_does_not_date_this_one(node: str) -> None:
    assert published(described(node)) is None


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        (
            page(
                '<meta property="article:published_time" content="2024-03-04T23:00:00.000Z">',
                '<p class="date">5 maart 2024</p>',
            ),
            "2024-03-05",
        ),
        (page(top='<time datetime="2024-03-04T23:30:00Z">5 maart 2024 00:30</time>'), "2024-03-05"),
        (page(top='<time datetime="2024-03-05T02:30:00Z">March 4, 2024</time>'), "2024-03-04"),
        (page(top='<time datetime="2024-03-04T23:30:00Z">5 maart, 00:30</time>'), "2024-03-05"),
        (page(top='<time datetime="2023-12-31T23:30:00Z">1 januari, 00:30</time>'), "2024-01-01"),
        (
            page(
                '<meta property="article:published_time" content="2024-03-04T23:00:00Z">',
                '<p class="date">8 maart 2024</p>',
            ),
            "2024-03-04",
        ),
        (
            page(
                '<meta property="article:published_time" content="2024-03-04T08:00:00Z">',
                '<p class="date">5 maart 2024</p>',
            ),
            "2024-03-04",
        ),
        (
            page(
                '<meta property="article:published_time" content="2024-03-04">',
                '<p class="date">5 maart 2024</p>',
            ),
            "2024-03-04",
        ),
    ],
)
def test_the_day_shown_beside_a_declared_time_wins_where_that_time_can_fall_on_it(
    stated: str, day: str
) -> None:
    assert published(stated) == day


@pytest.mark.parametrize(
    "never", ["1970-01-01T00:00:00Z", "2099-12-31T00:00:00Z", "2024-06-03", "0001-01-01"]
)
def test_a_placeholder_is_no_date_and_what_is_shown_is_read_instead(never: str) -> None:
    declared = f'<meta property="article:published_time" content="{never}">'
    assert published(page(declared)) is None
    assert published(page(declared, '<p class="date">5 maart 2024</p>')) == "2024-03-05"


def test_a_site_further_east_may_have_tomorrow_already() -> None:
    assert published(page('<meta property="article:published_time" content="2024-06-02">')) == "2024-06-02"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2024/03/05/pont", "2024-03-05"),
        ("/2024/3/5/pont", "2024-03-05"),
        ("/regio/2024-03-05-pont.html", "2024-03-05"),
        ("/regio/20240305_pont", "2024-03-05"),
        ("/2024/mar/05/pont", "2024-03-05"),
        ("/artikel/1202403051", None),
        ("/2024/03/pont", None),
        ("/2024/03/05/terug-naar-2019-04-03", None),
        ("/2099/03/05/pont", None),
    ],
)
def test_the_day_in_an_address_is_read_where_it_names_one(path: str, day: str | None) -> None:
    assert published(page(), f"https://havenbode.example{path}") == day


def test_an_address_keeps_the_day_that_a_new_edition_overwrites() -> None:
    later = page('<meta property="article:published_time" content="2024-05-20T10:00:00Z">')
    assert published(later, "https://havenbode.example/2024/03/05/pont") == "2024-03-05"


@pytest.mark.parametrize(
    "changed",
    [
        page(top='<div class="date">Laatste update: 5 maart 2024, 20:11</div>'),
        page(top='<p class="meta">Bijgewerkt op 5 maart 2024</p>'),
        page(top='<p class="meta">Update: <time datetime="2024-03-05">5 maart</time></p>'),
        page(top='<p class="meta">Jan <time class="updated" datetime="2024-03-05">5 maart</time></p>'),
        page(top='<p class="date">Update: <b>5 maart 2024</b></p>'),
        page(end="<p>Dit artikel is voor het laatst bijgewerkt op 5 maart 2024</p>"),
        page(
            top="<div><span>Last updated: </span><time datetime='2024-03-05T12:00:00Z'>March 5</time></div>"
        ),
        page(top='<time class="updated" datetime="2024-03-05T12:00:00+01:00">5 maart</time>'),
        page(top='<span itemprop="dateModified">5 maart 2024</span>'),
        page('<meta property="og:updated_time" content="2024-03-05T12:00:00Z">'),
        described('{"@type": "WebPage", "dateModified": "2024-03-05T12:00:00Z"}'),
    ],
)
def test_a_date_of_change_is_that_and_no_date_of_publication(changed: str) -> None:
    assert (published(changed), modified(changed)) == (None, "2024-03-05")


def test_one_line_may_state_both_dates() -> None:
    html = page(top='<p class="meta">Gepubliceerd: 5 maart 2024, 12:00 - Laatste update: 7 maart 2024</p>')
    assert (published(html), modified(html)) == ("2024-03-05", "2024-03-07")


def test_a_date_in_a_language_not_read_here_is_taken_from_the_search_beside_the_headline_alone() -> None:
    shown = '<p class="date">mardi 5 mars 2024</p>'
    assert published(page(top=shown)) == "2024-03-05"
    assert published(page(end=shown)) is None


def test_the_day_is_taken_from_what_is_shown_where_only_its_month_is_declared() -> None:
    month = '<meta name="dcterms.issued" content="2024-03">'
    assert published(page(month)) == "2024-03"
    assert published(page(month, '<p class="date">5 maart 2024</p>')) == "2024-03-05"
    assert published(page(month, '<p class="date">5 april 2024</p>')) == "2024-03"


def test_a_change_that_is_declared_before_the_publication_is_not_believed() -> None:
    both = (
        '<meta property="article:published_time" content="2024-03-05">'
        '<meta property="article:modified_time" content="{}">'
    )
    assert modified(page(both.format("2021-01-01"))) is None
    assert modified(page(both.format("2024-03-04"))) == "2024-03-05"
    assert modified(page(both.format("2024-03-09"))) == "2024-03-09"


def test_a_page_without_a_headline_has_the_date_that_it_marks_as_one() -> None:
    html = page().replace(f"<h1>{TITLE}</h1>", "{}")
    assert published(html.format('<span class="date">5 maart 2024</span>')) == "2024-03-05"
    assert published(html.format("<span>5 maart 2024</span>")) is None
