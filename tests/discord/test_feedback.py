"""What a reader says of an answer: kept, changed, and put before the moderators."""

from __future__ import annotations

from sqlalchemy import select

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from corpus.catalogue import feedback, guild_settings, schema, unanswered
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.unanswered import Open, Reason
from tests.conftest import OpenDesk
from tests.discord.conftest import Start, running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, WOLVES, asked, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import (
    CLOSED_CHANNEL_ID,
    GUILD_ID,
    MODERATOR,
    OTHER_GUILD_ID,
    OTHER_READER,
    READER,
    SECOND_CHANNEL_ID,
)


def said(desk: Desk) -> list[tuple[str, bool, str | None]]:
    with desk.catalogue.reading() as connection:
        return [(one.person, one.helpful, one.comment) for one in feedback.every(connection)]


def waiting(desk: Desk, guild: str = GUILD_ID) -> list[Open]:
    with desk.catalogue.reading() as connection:
        return unanswered.open_ones(connection, guild)


async def test_a_reader_says_that_an_answer_helped_and_may_change_that(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)

    thanks = await discord.click(card, "Helpful")
    again = await discord.click(card, "Helpful", by=OTHER_READER, twice=True)
    form = await discord.click(card, "Not helpful", locale="nl")
    noted = await discord.submit(form, {"Wat klopte er niet?": " Dit is *oud*. "}, locale="nl")

    assert thanks.private
    assert thanks.content.startswith("Thanks: I have noted that this answer helped you.")
    assert again.content == thanks.content
    assert noted.private
    assert noted.content.startswith(
        "Dank je: ik heb genoteerd dat dit antwoord je niet hielp, en de moderatoren zien"
    )
    assert sorted(said(desk)) == [(READER.id, False, "Dit is *oud*."), (OTHER_READER.id, True, None)]
    ((question),) = waiting(desk)
    assert (question.question, question.reason, question.told) == (HOW_MANY_WOLVES, Reason.NOT_HELPFUL, False)
    assert question.comment == "Dit is *oud*."


async def test_in_a_direct_message_a_word_counts_and_nobody_is_told(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk, guild=None)

    noted = await discord.submit(await discord.click(card, "Not helpful"))

    assert card.buttons[:4] == ["Passages", "Helpful", "Not helpful", "Watch"]
    assert "moderators" not in noted.content
    assert said(desk) == [(READER.id, False, None)]
    with desk.catalogue.reading() as connection:
        assert connection.execute(select(schema.unanswered)).all() == []


async def test_a_word_from_another_server_does_not_count(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)
    unknown = await asked(discord, desk, UNKNOWN)
    await discord.until(lambda: waiting(desk))

    helpful = await discord.click(card, "Helpful", from_guild=OTHER_GUILD_ID)
    form = await discord.click(card, "Not helpful", from_guild=OTHER_GUILD_ID)
    wrong = await discord.submit(form)
    told = await discord.click(unknown, "Tell the moderators", from_guild=OTHER_GUILD_ID)

    assert {turn.text[:22] for turn in (helpful, wrong, told)} == {"This is no longer here"}
    assert said(desk) == []
    assert waiting(desk, OTHER_GUILD_ID) == []
    assert [one.told for one in waiting(desk)] == [False]


async def test_the_moderators_are_told_once_in_their_channel_even_after_a_restart(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    desk = stocked(open_desk(), [WOLVES])
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, GUILD_ID, GuildSettings(moderators_channel=SECOND_CHANNEL_ID))
    async with running(Newsdesk(newsroom_of(desk)), discord):
        card = await asked(discord, desk, f"{UNKNOWN} @everyone")
    async with running(Newsdesk(newsroom_of(open_desk())), discord):
        first = await discord.click(card, "Tell the moderators")
        second = await discord.click(card, "Tell the moderators", by=OTHER_READER, locale="nl")
        await discord.until(lambda: discord.seen(SECOND_CHANNEL_ID, by=MODERATOR))

    assert first.private
    assert first.content.startswith(
        "The moderators now see that you miss an article about this. I watch this for you: when an article"
    )
    assert second.content.startswith("De moderatoren weten het al: je vraag staat op hun lijst. Ik volg dit")
    assert [one.told for one in waiting(desk)] == [True]
    (told,) = discord.seen(SECOND_CHANNEL_ID, by=MODERATOR)
    assert told.content.splitlines()[:2] == [
        "A reader misses an article that answers this:",
        f"> {UNKNOWN} \\@everyone",
    ]
    assert f"(<https://discord.com/channels/{GUILD_ID}/{card.channel}/{card.id}>)" in told.content


async def test_a_moderators_channel_that_is_closed_to_the_bot_keeps_nobody_from_telling(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, GUILD_ID, GuildSettings(moderators_channel=CLOSED_CHANNEL_ID))
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk, UNKNOWN)

    turn = await discord.click(card, "Tell the moderators")

    assert turn.content.startswith("The moderators now see")
    assert [one.told for one in waiting(desk)] == [True]
    assert len(discord.seen()) == 2
