"""A page says what kind of article it holds and whether all of it is there, and what is read keeps that."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from corpus.article import Draft, Genre, Shortfall

Save = Callable[[str, str | bytes], str]
Read = Callable[[str], Draft]
STORY = [
    "De kade langs de Drost wordt voor het eerst sinds de oorlog opnieuw opgebouwd, zegt de wethouder.",
    "Het werk begint in maart bij de oude vismarkt, waar de muur op drie plaatsen is verzakt.",
    "Bewoners van de Touwslagerstraat moeten hun auto een half jaar op de parkeerplaats van de haven zetten.",
    "Voor de schepen blijft aan de overkant een ligplaats vrij, belooft de havenmeester in een brief.",
    "De aannemer, een bedrijf uit Zuidveen, heeft eerder de sluis bij Heerwolde hersteld en kent de bodem.",
    "Duikers vonden vorig najaar holtes achter het metselwerk, soms zo groot dat er een mens in kon staan.",
    "Die worden eerst met zand en klei gevuld, want anders schuift de straat weg als de damwand eruit gaat.",
    "De winkels blijven open. Wie daar moet laden of lossen, doet dat voor acht uur in de ochtend.",
    "In totaal kost het herstel 6,4 miljoen euro, waarvan de provincie iets minder dan de helft betaalt.",
    "De raad stemde in juni met ruime meerderheid voor het plan, al vond de oppositie de kosten te hoog.",
    "Over twee jaar moet er een wandelpad liggen, met banken van hout uit de oude meerpalen.",
    "Een naam is er nog niet: daarover mogen de scholen van de stad tot de kerst hun voorstellen insturen.",
    "De vorige muur hield het tachtig jaar vol. De nieuwe moet dat volgens de ingenieurs ruim overtreffen.",
    "Archeologen lopen mee, omdat op deze plek in de middeleeuwen een houten steiger en een waag stonden.",
    "Wie vragen heeft, kan elke donderdagavond terecht in het oude tolhuis, waar tekeningen hangen.",
    "Daar staat ook een model van de kade op schaal, gemaakt door leerlingen van de technische school.",
    "De eerste paal gaat volgens de planning op de tweede maandag van maart de grond in.",
]
OTHER = [
    f"Minister nummer {count} sprak over wet {count} en kreeg steun van partij {count * 7}."
    for count in range(20)
]


def page(story: list[str], stated: dict[str, Any] | None = None, head: str = "", above: str = "") -> str:
    described = {"@type": "NewsArticle", "headline": "De kade", **(stated or {})}
    script = f"<script type='application/ld+json'>{json.dumps(described)}</script>"
    told = "".join(f"<p>{one}</p>" for one in story)
    body = f"<article>{above}<h1>De kade</h1>{told}</article>"
    return f"<html><head>{head}{script}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "written",
    [
        page(STORY[:3], {"isAccessibleForFree": False}),
        page(STORY[:3], {"isAccessibleForFree": "False"}),
        page(STORY[:3], {"hasPart": {"isAccessibleForFree": "http://schema.org/False", "cssSelector": ".p"}}),
        page(STORY[:3], {"isAccessibleForFree": True, "hasPart": [{"isAccessibleForFree": False}]}),
        page(STORY, {"isAccessibleForFree": False, "wordCount": 900}),
        page(STORY[:3], {"isAccessibleForFree": False, "articleBody": " ".join(STORY)}),
        page(STORY[:3], head="<meta property='article:content_tier' content='locked'>"),
        page([*STORY[:3], "Verder lezen? Word abonnee"]),
    ],
)
def test_a_page_that_shows_only_the_beginning_of_its_article_is_read_as_one(
    save: Save, article: Read, written: str
) -> None:
    assert article(save("a.html", written)).shortfall is Shortfall.BEGINNING


@pytest.mark.parametrize(
    "stated",
    [
        {"isAccessibleForFree": False},
        {"isAccessibleForFree": False, "wordCount": 250},
        {"isAccessibleForFree": False, "articleBody": " ".join(STORY)},
        {"isAccessibleForFree": True},
        {"wordCount": 240},
        {"wordCount": str(len("\n\n".join(STORY)))},
        {"articleBody": "".join(f"<p>{one}</p>" for one in STORY)},
        {"articleBody": " ".join(STORY[:2])},
        {},
    ],
)
def test_a_text_that_is_all_there_is_none_though_its_page_closes_it(
    save: Save, article: Read, stated: dict[str, Any]
) -> None:
    assert article(save("a.html", page(STORY, stated))).shortfall is None


@pytest.mark.parametrize(
    ("story", "stated"),
    [
        (STORY[:4], {"wordCount": 240}),
        (STORY[:4], {"articleBody": " ".join(STORY)}),
        (STORY, {"articleBody": " ".join(OTHER)}),
        (STORY + OTHER, {"articleBody": " ".join(STORY[:9])}),
        (STORY + OTHER, {"wordCount": "150"}),
    ],
)
def test_a_text_that_lacks_much_of_the_one_announced_or_holds_another_is_doubtful(
    save: Save, article: Read, story: list[str], stated: dict[str, Any]
) -> None:
    assert article(save("a.html", page(story, stated))).shortfall is Shortfall.DOUBTFUL


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        (page(STORY, {"@type": "SatiricalArticle"}), Genre.SATIRE),
        (page(STORY, {"@type": ["NewsArticle", "OpinionNewsArticle"]}), Genre.OPINION),
        (page(STORY, {"@type": "AdvertiserContentArticle"}), Genre.ADVERTORIAL),
        (page(STORY, {"@type": "LiveBlogPosting"}), Genre.LIVE_BLOG),
        (
            page(STORY, head='<script type="application/ld+json">{"@type": "ClaimReview"}</script>'),
            Genre.FACT_CHECK,
        ),
        (page(STORY, {"articleSection": ["Nieuws", "Columns"]}), Genre.COLUMN),
        (page(STORY, head="<meta property='article:section' content='Opinie'>"), Genre.OPINION),
        (page(STORY, head="<meta property='article:section' content='Sport'>"), None),
        (page(STORY, above="<span>Column</span>"), Genre.COLUMN),
        (page(STORY, above="<ul><li>Opinie</li><li>Sport</li></ul>"), None),
    ],
)
def test_types_sections_and_the_line_above_the_headline_say_what_it_is(
    save: Save, article: Read, written: str, kind: Genre | None
) -> None:
    assert article(save("a.html", written)).genre is kind
