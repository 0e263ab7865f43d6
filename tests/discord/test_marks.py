"""What an article is marked with stands on every card that shows it, in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.assembly import Desk
from bot.discord.asking.found_passages import Found, lines
from bot.discord.asking.passages_button import Excerpt, texts
from bot.discord.display.card import plain
from bot.discord.display.card_words import CARD
from corpus.article import Article, Genre, Shortfall, Span
from corpus.filters import Filters
from retrieval.search.results import Hit
from tests.discord.added import preview
from tests.discord.answers import abstention, answer, article, citation
from tests.reading.loopback import Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN

ENGLISH, DUTCH = CARD.of("en"), CARD.of("nl")
BEGUN = {"en": "only the beginning of this article is here", "nl": "van dit artikel is hier alleen het begin"}
TEASER = (
    "<html><head><title>Wethouder stapt op</title></head><body><article><h1>Column: wethouder stapt op</h1>"
    "<p>De wethouder van Oosterveen stapt op na een lang debat over de kade, die niet af komt.</p>"
    "<p>Verder lezen? Word abonnee</p></article></body></html>"
)


def marked(one: Article, **marks: Any) -> Article:
    return replace(one, draft=replace(one.draft, **marks))


TOLD = marked(article("Wages rose in May."), genre=Genre.COLUMN, shortfall=Shortfall.BEGINNING)


@pytest.mark.parametrize(("words", "begun"), [(ENGLISH, BEGUN["en"]), (DUTCH, BEGUN["nl"])])
def test_under_the_source_of_an_answer_stands_that_only_its_beginning_is_here(words: Any, begun: str) -> None:
    assert plain(answer(citation(1, TOLD)), words).endswith(f"\n-# {begun}")
    assert begun not in plain(answer(citation(1, article("Wages rose in May."))), words)


def test_what_comes_nearest_to_an_abstention_is_marked_with_its_kind_too() -> None:
    near = replace(abstention(TOLD), unknown=("Pippin",))
    assert plain(near, ENGLISH).endswith(f"\n-# column, {BEGUN['en']}")


def test_passages_found_and_passages_around_a_quote_are_marked() -> None:
    hit = Hit(1, 1, TOLD, Span(0, 18), 1.0, {})
    assert f"-# column, {BEGUN['nl']}" in lines(Found(hit, None), DUTCH)
    (page,) = texts(Excerpt(TOLD, Span(0, 18), None, None), ENGLISH)
    assert page.endswith(f"-# column, {BEGUN['en']}")


def test_a_text_that_may_be_another_is_marked_so() -> None:
    doubtful = marked(TOLD, shortfall=Shortfall.DOUBTFUL)
    assert "may be missing here" in plain(answer(citation(1, doubtful)), ENGLISH)
    assert "ontbreken hier misschien delen" in plain(answer(citation(1, doubtful)), DUTCH)


def test_a_kind_that_was_chosen_is_named() -> None:
    said = answer(citation(1, TOLD))
    assert "Only articles of the kind “column”." in plain(said, ENGLISH, filters=Filters(kind="column"))
    assert "Alleen artikelen van het soort “bericht”." in plain(said, DUTCH, filters=Filters(kind="report"))


@pytest.mark.usefixtures("bot", "desk")
async def test_a_preview_says_what_kind_it_is_and_that_only_the_beginning_would_be_added(
    discord: Loopback, site: Site
) -> None:
    turn = await discord.use("corpus add", {"url": site.show("/op", TEASER)}, by=ADMIN)
    shown = (await preview(discord, turn)).embeds[0]["description"]
    assert f"-# column, {BEGUN['en']}" in shown
    assert "abonnee" not in shown


@pytest.mark.usefixtures("bot")
async def test_the_card_of_an_article_says_both(discord: Loopback, desk: Desk) -> None:
    list(desk.curator.add([replace(TOLD.draft, url="https://news.example/wages")], "test", None))
    turn = await discord.use("corpus show", {"article": "https://news.example/wages"}, by=ADMIN)
    assert f"-# column, {BEGUN['en']}" in turn.embed["description"]
