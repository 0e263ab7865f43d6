from collections.abc import Callable

import pytest

from corpus.article import Draft
from corpus.dates import PartialDate

Page = Callable[[str], bytes]
Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]
BODY = "<p>De pont naar de Oosterkade vaart sinds maandag weer, na vier maanden stilstand.</p>"


def test_a_dutch_news_page_is_read_whole(page: Page, save: Save, article: Read) -> None:
    draft = article(save("pont.html", page("pont.html")))
    assert draft.title == "Pont naar Oosterkade vaart weer na maanden stilstand"
    assert (draft.author, draft.outlet) == ("Sanne de Wit, Bram Kolk", "De Havenbode")
    assert (draft.published, draft.modified) == (PartialDate(2024, 3, 5), PartialDate(2024, 3, 7))
    assert (draft.language, draft.url) == ("nl", "https://www.havenbode.example/regio/pont-oosterkade")
    paragraphs = draft.text.split("\n\n")
    assert paragraphs[0].startswith("De pont tussen het centrum en de Oosterkade")
    assert "een nieuwe 1,9 miljoen euro" in paragraphs[0]
    assert "Omrijden over de brug" in paragraphs
    assert "per rit zon twintig minuten" in draft.text
    assert "- Van zes tot negen uur: elke tien minuten\n- Daarna: elk halfuur" in paragraphs
    assert paragraphs[-1].startswith("De gemeente onderzoekt nog")


@pytest.mark.parametrize("around", ["Voorpagina", "cookies", "Lees ook", "rechten", "Foto:"])
def test_what_stands_around_the_article_is_left_out(
    page: Page, save: Save, article: Read, around: str
) -> None:
    assert around not in article(save("pont.html", page("pont.html"))).text


def test_an_english_news_page_is_read_whole(page: Page, save: Save, article: Read) -> None:
    draft = article(save("ferry.htm", page("ferry.html")))
    assert draft.title == "Harbour council votes to keep the night ferry"
    assert (draft.author, draft.outlet) == ("Nora Whitfield", "The Skelby Times")
    assert (draft.published, draft.modified) == (PartialDate(2025, 11, 18), None)
    assert (draft.language, draft.url) == ("en", None)
    assert draft.text.startswith("Councillors voted nine to four")
    assert "£410,000 a year" in draft.text
    assert len(draft.text.split("\n\n")) == 4


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ("<time datetime='2024-03-05T08:00'>dinsdag</time>", "2024-03-05"),
        ("<time>5 maart 2024</time>", "2024-03-05"),
        ("<span class='date'>Gepubliceerd op 5 maart 2024, 08:00</span>", "2024-03-05"),
        ("<time class='updated' datetime='2024-03-06'>6 maart</time>", None),
        ("<footer>© 2019 De Havenbode</footer>", None),
        ("<p>De brug is van 5 maart 1931.</p>", None),
        ("", None),
    ],
)
def test_a_date_is_taken_where_the_page_states_it_and_never_made_up(
    save: Save, article: Read, markup: str, published: str | None
) -> None:
    html = f"<html><body><article><h1>Pont vaart</h1>{markup}{BODY}</article></body></html>"
    found = article(save("a.html", html)).published
    assert (str(found) if found else None) == published


def test_a_month_in_the_metadata_stays_a_month(save: Save, article: Read) -> None:
    html = f"<html><head><meta name='dcterms.issued' content='2024-03'></head><body>{BODY}</body></html>"
    assert article(save("a.html", html)).published == PartialDate(2024, 3)


def test_a_page_in_latin1_is_read_by_its_own_claim(save: Save, article: Read) -> None:
    html = (
        f"<html><head><meta charset='iso-8859-1'></head><body>{BODY}<p>Eén café bleef open.</p></body></html>"
    )
    assert "Eén café bleef open." in article(save("a.html", html.encode("latin-1"))).text


def test_a_part_of_a_page_is_read_too(save: Save, article: Read) -> None:
    assert article(save("a.html", BODY)).text.startswith("De pont naar de Oosterkade")


def test_an_article_about_cookies_is_no_consent_wall(save: Save, article: Read) -> None:
    html = (
        "<html><head><meta property='article:published_time' content='2024-03-05'></head><body><article>"
        "<p>Sites mogen bezoekers niet langer dwingen om cookies te accepteren, besloot de rechter.</p>"
        "</article></body></html>"
    )
    assert "rechter" in article(save("a.html", html)).text


def test_the_name_of_the_outlet_is_no_part_of_the_title(save: Save, article: Read) -> None:
    metas = "<meta property='og:title' content='Pont vaart weer | De Havenbode'>"
    metas += "<meta property='og:site_name' content='De Havenbode'>"
    draft = article(save("a.html", f"<html><head>{metas}</head><body>{BODY}</body></html>"))
    assert (draft.title, draft.outlet) == ("Pont vaart weer", "De Havenbode")


def test_broken_structured_data_does_not_cost_the_article(save: Save, article: Read) -> None:
    html = f"<html><head><script type='application/ld+json'>{{oops</script></head><body>{BODY}</body></html>"
    assert article(save("a.html", html)).text.startswith("De pont")
