"""The passages behind a card: whole, private, page by page, and only where the answer was given."""

from __future__ import annotations

import pytest

from bot.assembly import Desk, now
from bot.discord.asking.passages_button import Excerpt, texts
from bot.discord.client import Newsdesk
from bot.discord.display.card_words import CARD
from corpus.article import Span
from corpus.catalogue.purge import purge
from tests.conftest import OpenDesk
from tests.discord.answers import article
from tests.discord.conftest import Start, running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, WOLVES, asked, stocked
from tests.retrieval.newsroom import add, draft
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import read
from tests.small_discord.state.people import GUILD_ID, OTHER_GUILD_ID, OTHER_READER, READER

BRIDGES = (
    (
        "The bridge over the Drost is 415 metres long. Cyclists have a lane.",
        "The Harbour Ledger",
        "2025-05-21",
    ),
    ("Ships pass below. The bridge over the Drost is 412 metres long.", "The Delta Monitor", "2024-02"),
)
QUOTED = "> **In het Drostenwoud leven op dit moment 39 wolven.** Dat blijkt uit de grootste telling"


async def test_the_passage_around_a_quote_is_shown_to_the_one_who_asks_for_it(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    shown = await asked(discord, desk, locale="nl")

    turn = await discord.click(shown, "Passages", by=OTHER_READER)

    assert turn.private
    assert turn.embed["description"].startswith(QUOTED)
    assert "vier roedels van elkaar worden onderscheiden" in turn.embed["description"]
    assert "\n\n**[1]** Het Oosterblad, <t:1702555200:D>: [Telling" in turn.embed["description"]
    assert turn.embed["author"]["name"] == f"Question: {HOW_MANY_WOLVES}"
    assert shown.buttons[:5] == ["Passages", "Nuttig", "Niet nuttig", "Doorvragen", "Volgen"]
    assert len(discord.seen(by=READER)) == 1


async def test_each_quote_has_a_page_and_an_abstention_has_the_nearest_passages(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    add(desk, [draft(text, outlet, day, outlet=outlet) for text, outlet, day in BRIDGES])
    await start_on(stocked(desk, [WOLVES]))

    card = await asked(discord, desk, "How long is the bridge over the Drost?")
    first = await discord.click(card, "Passages")
    assert first.message is not None
    assert first.message.buttons == ["Previous", "1 of 2", "Next"]
    assert "**[1]** The Harbour Ledger" in first.text
    second = await discord.click(first.message, "Next")
    nearest = await discord.click(
        await asked(discord, desk, UNKNOWN, locale="nl"), "Dichtstbijzijnde passages", locale="nl"
    )

    assert second.message is first.message
    assert "**[2]** The Delta Monitor" in second.text
    assert second.text.count("**") == 4
    assert nearest.message is not None
    assert nearest.message.buttons == ["Vorige", "1 van 3", "Volgende"]
    assert nearest.embed["author"]["name"] == f"Vraag: {UNKNOWN}"
    assert "**" not in nearest.text


async def test_passages_stay_after_a_restart_and_a_removal_and_say_what_was_corrected(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    desk = stocked(open_desk(), [WOLVES])
    async with running(Newsdesk(newsroom_of(desk)), discord):
        shown = await asked(discord, desk)
    url = "https://samples.newsdesk.example/2023/wolventelling-drostenwoud"
    desk.curator.correct(url, "the count was *37*", "operator")
    desk.curator.remove([url], "operator")

    async with running(Newsdesk(newsroom_of(open_desk())), discord):
        turn = await discord.click(shown, "Passages")

    assert QUOTED in turn.text
    assert "\n**Corrected** <t:" in turn.text
    assert turn.text.endswith("the count was \\*37\\*")


async def test_passages_of_another_server_and_of_what_was_purged_are_gone(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    shown = await asked(discord, desk)
    turn = await discord.click(shown, "Passages")
    assert turn.message is not None

    elsewhere = await discord.click(shown, "Passages", from_guild=OTHER_GUILD_ID)
    with desk.catalogue.writing() as connection:
        purge(connection, GUILD_ID, by="operator", at=now())
    purged = await discord.click(shown, "Passages")

    assert elsewhere.private
    assert (
        elsewhere.text
        == purged.text
        == "This is no longer here, or was never here: it may have been removed."
    )


@pytest.mark.parametrize(
    ("before", "quote", "after"),
    [
        ("First.\n\n", "A *quote* that ends in a backslash\\", " - and more.\n1. Not a list."),
        ("", "One line\nand another.", "\n\n> not a quote of ours"),
        ("[" * 3000, "Short.", "`" * 3000),
        ("word " * 1500, "@everyone " * 300, "word_ " * 1500),
    ],
)
def test_only_the_quote_is_bold_and_no_page_is_too_long(before: str, quote: str, after: str) -> None:
    quoted = Span(len(before), len(before) + len(quote))
    whole = before + quote + after
    excerpt = Excerpt(article(whole), Span(0, len(whole)), None, None, quoted, 1)

    pages = [page.split("\n\n**[1]** ")[0] for page in texts(excerpt, CARD.english)]

    assert all(len(page) <= 4096 for page in texts(excerpt, CARD.english))
    pieces = [piece for page in pages for piece in read(page)]
    assert {piece.kind for piece in pieces} <= {"text", "bold"}
    bold = [piece.shown.strip("*") for piece in pieces if piece.kind == "bold"]
    assert (
        "".join("".join(one.shown for one in read(line)) for line in bold).split()
        == "".join(quote.split("\n")).split()
    )
    shown = "".join(piece.shown.replace("**", "") for piece in pieces)
    assert len("".join(shown.split())) >= len("".join(whole.split()))


def test_a_quote_that_fits_no_page_is_not_cut() -> None:
    whole = "Before. " + "a" * 5000 + " After."
    excerpt = Excerpt(article(whole), Span(0, len(whole)), None, None, Span(8, 5008), 1)

    before, quote, after = (page.split("\n\n")[0] for page in texts(excerpt, CARD.english))

    assert (before, after) == ("> Before.", "> After.")
    assert quote == CARD.english.too_long
