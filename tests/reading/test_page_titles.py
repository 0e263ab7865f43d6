import pytest

from corpus.reading.page import read_page

PARAGRAPHS = (
    "<p>De pont naar de Oosterkade vaart sinds maandag weer, na vier maanden stilstand. De boot lag aan "
    "de wal omdat de motor was verzakt en een nieuwe te lang op zich liet wachten.</p>"
) * 3
SITE = '<meta property="og:site_name" content="De Havenbode">'
PONT = "Pont vaart weer"


def title(stated: str, heading: str = "", head: str = "", named: str = "x") -> str | None:
    html = (
        f"<html lang='nl'><head><title>{named}</title>{head}"
        f'<meta property="og:title" content="{stated}"></head><body>{heading}{PARAGRAPHS}</body></html>'
    )
    return read_page(html.encode(), "pont.html").title


@pytest.mark.parametrize(
    "stated",
    [
        f"{PONT} | De Havenbode",
        f"{PONT} • De Havenbode",
        f"{PONT} » De Havenbode",
        f"{PONT} :: De Havenbode",
        f"{PONT} - de havenbode",
        f"{PONT} · Regio · De Havenbode",
        f"{PONT} | Stad en regio | De Havenbode",
        f"De Havenbode | {PONT}",
        PONT,
    ],
)
def test_the_names_of_site_and_section_are_no_part_of_the_title(stated: str) -> None:
    assert title(stated, head=SITE) == PONT


def test_a_heading_and_a_tail_is_that_heading_though_the_site_names_itself_nowhere() -> None:
    assert title(f"{PONT} - Havennieuws", f"<h1>{PONT}</h1>") == PONT


@pytest.mark.parametrize(
    "headline",
    [
        "Wethouder - met tegenzin - akkoord",
        "Havenkade - Oosterkade: 2-0",
        "Column | De pont",
        "Wind | Water | Wad",
        "Minder dan 5 &lt; 10 ponten",
    ],
)
def test_signs_within_a_headline_stay(headline: str) -> None:
    shown = headline.replace("&lt;", "<")
    assert title(headline, f"<h1>{headline}</h1>", SITE) == shown


def test_a_dash_before_the_sites_name_leaves_those_within_the_headline() -> None:
    assert title("Wethouder - met tegenzin - De Havenbode", head=SITE) == "Wethouder - met tegenzin"


def test_the_sites_name_as_first_heading_is_not_the_title() -> None:
    html = (
        f"<html><head><title>{PONT} | De Havenbode</title></head><body><h1>De Havenbode</h1><div>"
        f"<h2>{PONT}</h2>{PARAGRAPHS}</div></body></html>"
    )
    assert read_page(html.encode(), "pont.html").title == PONT


def test_the_sites_name_alone_is_not_a_title_where_there_is_another() -> None:
    assert title("De Havenbode", f"<h1>{PONT}</h1>", SITE, named="De Havenbode") == PONT


@pytest.mark.parametrize(
    ("stated", "plain"),
    [
        ("&lt;em&gt;Pont&lt;/em&gt; vaart weer", PONT),
        ("Pont &amp;amp; brug open", "Pont & brug open"),
        ("Pont&amp;nbsp;vaart weer", PONT),
    ],
)
def test_a_title_has_no_markup(stated: str, plain: str) -> None:
    assert title(stated) == plain


def test_the_last_part_of_an_address_is_no_title() -> None:
    assert title("pont-vaart-weer-2024", named=PONT) == PONT
