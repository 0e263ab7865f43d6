"""`/search`: passages without an answer, for the one who asks."""

from __future__ import annotations

from bot.assembly import Desk
from corpus.catalogue import guild_settings
from corpus.catalogue.guild_settings import GuildSettings
from tests.discord.conftest import Start
from tests.discord.stocked import BARRIER, BONUS, WOLVES, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import (
    CHANNEL_ID,
    GUILD_ID,
    OTHER_GUILD_ID,
    OTHER_MODERATOR,
    SECOND_CHANNEL_ID,
)


async def test_passages_are_listed_five_a_page_best_first(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES, BONUS, BARRIER]))

    turn = await discord.use("search", {"question": "wolven in het *Drostenwoud*"}, locale="nl")
    assert turn.message is not None
    title, first = turn.embed["author"]["name"], turn.embed["description"]
    following = await discord.click(turn.message, "Volgende", locale="nl")

    assert turn.private
    assert title == "Zoeken: wolven in het *Drostenwoud*"
    assert first.startswith("**1.** Het Oosterblad, <t:1702555200:D>: [Telling")
    assert [f"**{rank}.**" in first for rank in range(1, 7)] == [True] * 5 + [False]
    quoted = [line for line in first.splitlines() if line.startswith("> ")]
    assert len(quoted) == 5
    assert all(250 < len(line) <= 310 and line.endswith("…") for line in quoted)
    assert following.message is turn.message
    assert "**6.**" in following.text


async def test_the_options_and_the_server_narrow_what_is_found(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    stocked(desk, [BONUS])
    await start_on(stocked(desk, [WOLVES], GUILD_ID))

    outlet = await discord.use("search", {"question": "wolven", "outlet": "het oosterblad"})
    dated = await discord.use("search", {"question": "wolven", "until": "2020"})
    elsewhere = await discord.use("search", {"question": "wolven"}, by=OTHER_MODERATOR, guild=OTHER_GUILD_ID)

    assert "Meridian" not in outlet.text
    assert "Het Oosterblad" in outlet.text
    assert dated.private
    assert dated.text == (
        "No passage is found: search with fewer filters, or see in `/sources` what there is."
    )
    assert "Meridian" in elsewhere.text
    assert "wolven" not in elsewhere.embed["description"]
    outlets = await discord.suggest("search", "outlet", "", by=OTHER_MODERATOR, guild=OTHER_GUILD_ID)
    assert [choice["value"] for choice in outlets] == ["The Meridian Dispatch"]


async def test_searching_has_the_limits_of_asking(discord: Loopback, start_on: Start, desk: Desk) -> None:
    settings = GuildSettings(per_person=1, channels=(CHANNEL_ID,), outlets_left_out=("Het Oosterblad",))
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, GUILD_ID, settings)
    await start_on(stocked(desk, [WOLVES, BONUS]))

    elsewhere = await discord.use("search", {"question": "wolven"}, channel=SECOND_CHANNEL_ID)
    found = await discord.use("search", {"question": "wolven"})
    again = await discord.use("search", {"question": "wolven"})

    assert elsewhere.content == f"I answer questions in <#{CHANNEL_ID}> here."
    assert "Oosterblad" not in found.text
    assert again.private
    assert again.content.startswith("That was one question too many for now")
    outlets = await discord.suggest("search", "outlet", "")
    assert [choice["value"] for choice in outlets] == ["The Meridian Dispatch"]
