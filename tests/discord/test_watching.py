"""Whoever watches a question is told when an article changes its answer, once, where they asked."""

from __future__ import annotations

import datetime
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import discord as library
import pytest
from sqlalchemy import func, select

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.discord.watching.news import News
from bot.discord.watching.watch_card import in_channel, privately
from corpus.catalogue import answers, articles, schema, watches
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.notices import Kind, Notice
from corpus.catalogue.watches import MOST
from corpus.filters import Filters
from retrieval.answering.explaining import Explanation
from retrieval.curating.watching.difference import Difference
from tests.conftest import OpenDesk
from tests.discord.answers import answered, article, citation, replying
from tests.discord.conftest import running
from tests.discord.followed import (
    CHESS,
    COUNTED,
    NOON,
    RECOUNTED,
    WON,
    Clock,
    add,
    go_round,
    held,
    newsroom_at,
    told,
    without_own_rounds,
)
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import WOLVES, asked, stocked
from tests.discord.talked import settle
from tests.small_discord.loopback import Loopback
from tests.small_discord.routes.channel_access import refuse_limits
from tests.small_discord.screen.markdown import seen
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import (
    ADMIN,
    CHANNEL_ID,
    GUILD_ID,
    OTHER_GUILD_ID,
    OTHER_READER,
    READER,
    SECOND_CHANNEL_ID,
)
from tests.small_discord.state.permissions import EMBED_LINKS, SEND_MESSAGES, VIEW_CHANNEL

StartOn = Callable[..., Awaitable[Newsdesk]]


@pytest.fixture
async def bot(desk: Desk, start_on: StartOn) -> Newsdesk:
    return await start_on(stocked(desk, [WOLVES]))


async def watching(discord: Loopback, desk: Desk, **how: Any) -> Message:
    """Ask how many wolves there are, and press *Watch*."""
    card = await asked(discord, desk, **how)
    label = "Volgen" if how.get("locale") == "nl" else "Watch"
    click = {name: how[name] for name in ("by", "locale") if name in how}
    turn = await discord.click(card, label, **click)
    assert turn.private
    assert turn.message is not None
    assert turn.message.buttons == ["Niet meer volgen" if how.get("locale") == "nl" else "Stop watching"]
    return card


async def test_a_newer_value_is_told_once_under_the_card_with_what_was_said_before(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await watching(discord, desk)
    await go_round(bot)
    assert told(discord) == []
    add(desk, COUNTED)
    await go_round(bot)
    await go_round(bot)

    (news,) = told(discord)
    assert news.content == (
        f"<@{READER.id}>: a newer article gives another answer to a question that you watch."
    )
    assert news.pings == [READER.id]
    assert (news.channel, news.reply_to) == (card.channel, card.id)
    now, before = (embed["description"] for embed in news.embeds)
    assert "52 wolven" in seen(now)
    assert "De Bode" in now
    assert "https://news.example/" in now
    assert "~~**39**~~" in before
    assert "Het Oosterblad" in before
    assert "https://samples.newsdesk.example/" in before
    assert [one.told is not None for one in held(desk)] == [True]


async def test_the_first_answer_is_told_to_whoever_told_the_moderators(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await asked(discord, desk, CHESS, locale="nl")
    turn = await discord.click(card, "Meld het de moderatoren", locale="nl")
    assert turn.content.startswith(
        "De moderatoren zien nu dat je hierover een artikel mist. Ik volg dit voor je:"
    )
    again = await discord.click(card, "Meld het de moderatoren", locale="nl")
    assert again.content.startswith("De moderatoren weten het al: je vraag staat op hun lijst. Ik volg dit")
    add(desk, WON)
    await go_round(bot)

    (news,) = told(discord)
    assert news.content == f"<@{READER.id}>: een vraag die je volgt heeft nu een antwoord."
    assert "Marit Holsbeek" in seen(news.embeds[0]["description"])
    assert news.embeds[1]["description"] == "Ik vond niets dat dit beantwoordde."
    assert news.reply_to == card.id


async def test_corrections_withdrawals_and_answers_that_are_gone_are_told_as_such(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    clock = datetime.timedelta(hours=7)
    await without_own_rounds(discord, bot)
    await watching(discord, desk)
    article = add(desk, COUNTED)
    steps: list[tuple[Callable[[], Any], str, str]] = [
        (lambda: None, "newer article", "39 wolven"),
        (lambda: desk.curator.correct(article.id, "Geteld in maart.", "operator"), "**corrected**", "Geteld"),
        (lambda: desk.curator.withdraw(article.id, "Verzonnen.", "operator"), "**withdrawn**", "Verzonnen"),
    ]
    for number, (change, said, before) in enumerate(steps, start=1):
        change()
        _make_due(desk, clock)
        await go_round(bot)
        assert len(told(discord)) == number
        assert said in told(discord)[-1].content
        assert before in seen(told(discord)[-1].embeds[1]["description"])
    with desk.catalogue.reading() as connection:
        rest = [one.article_id for one in connection.execute(select(schema.versions).filter_by(live=True))]
    desk.curator.remove(rest, "operator")
    _make_due(desk, clock)
    await go_round(bot)
    assert "has no answer any more" in told(discord)[-1].content


async def test_of_several_sources_the_one_that_was_corrected_is_shown(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    with desk.catalogue.reading() as connection:
        (older,) = articles.every(connection)
    add(desk, COUNTED)
    await watching(discord, desk)
    desk.curator.correct(older.id, "Het waren er toen veertig.", "operator")
    await go_round(bot)

    (news,) = told(discord)
    before = news.embeds[1]["description"]
    assert "~~**39**~~" in before
    assert "Het waren er toen veertig." in before
    assert "52 wolven" not in seen(before)


def _make_due(desk: Desk, ago: datetime.timedelta) -> None:
    with desk.catalogue.writing() as connection:
        for one in watches.every(connection):
            if one.told is not None:
                change = schema.watches.update().where(schema.watches.c.id == one.id)
                connection.execute(change.values(told=one.told - ago))


async def test_all_who_watch_the_same_in_one_channel_are_told_in_one_message_by_one_answer(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    for by, how in ((READER, {}), (OTHER_READER, {}), (ADMIN, {"channel": SECOND_CHANNEL_ID})):
        await watching(discord, desk, by=by, **how)
    with desk.catalogue.reading() as connection:
        before = connection.scalar(select(func.count()).select_from(schema.answers))
    add(desk, COUNTED)
    await go_round(bot)

    assert sorted((one.channel, tuple(one.pings)) for one in told(discord)) == [
        (CHANNEL_ID, (READER.id, OTHER_READER.id)),
        (SECOND_CHANNEL_ID, (ADMIN.id,)),
    ]
    with desk.catalogue.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(schema.answers)) == (before or 0) + 1


async def test_at_most_one_message_a_question_in_six_hours_and_none_at_night(
    discord: Loopback, desk: Desk
) -> None:
    clock = Clock()
    settle(stocked(desk, [WOLVES]), quiet="Europe/Amsterdam")
    async with running(bot := Newsdesk(newsroom_at(desk, clock)), discord):
        await without_own_rounds(discord, bot)
        await watching(discord, desk)
        add(desk, COUNTED)
        await go_round(bot)
        assert len(told(discord)) == 1
        add(desk, RECOUNTED, "2026-03-01")
        clock.forward(5)
        await watching(discord, desk, by=OTHER_READER)
        await go_round(bot)
        assert len(told(discord)) == 1
        add(desk, RECOUNTED.replace("61", "66"), "2026-04-01")
        clock.forward(6)  # 23:00 UTC, the middle of the night in Amsterdam
        await go_round(bot)
        assert len(told(discord)) == 1
        clock.forward(7.9)  # 07:54 in Amsterdam
        await go_round(bot)
        assert len(told(discord)) == 1
        clock.forward(0.2)
        await go_round(bot)

    # What came meanwhile is gathered; who watched from 61 on hears of it in the same message.
    assert len(told(discord)) == 2
    assert told(discord)[1].pings == [READER.id, OTHER_READER.id]
    assert "66 wolven" in seen(told(discord)[1].embeds[0]["description"])


async def test_what_could_not_be_sent_in_the_evening_waits_for_the_morning(
    discord: Loopback, desk: Desk
) -> None:
    clock = Clock(NOON.replace(hour=20))  # 21:00 in Amsterdam
    settle(stocked(desk, [WOLVES]), quiet="Europe/Amsterdam")
    async with running(bot := Newsdesk(newsroom_at(desk, clock)), discord):
        await without_own_rounds(discord, bot)
        await watching(discord, desk)
        add(desk, COUNTED)
        discord.http.fail("POST", f"/channels/{CHANNEL_ID}/messages", 400)
        for hours, messages in ((0, 0), (2, 0), (10, 1)):
            clock.forward(hours)
            await go_round(bot)
            assert len(told(discord)) == messages


async def test_nothing_is_told_of_articles_that_the_server_does_not_see(
    discord: Loopback, desk: Desk, start_on: StartOn
) -> None:
    settle(stocked(desk, [WOLVES]), outlets_left_out=("De Sirene",))
    bot = await start_on(desk)
    await watching(discord, desk)
    await watching(discord, desk, guild=None)
    add(desk, COUNTED, guild=OTHER_GUILD_ID)
    add(desk, RECOUNTED, outlet="De Sirene", guild=GUILD_ID)
    await go_round(bot)
    assert told(discord) == []
    add(desk, COUNTED, guild=GUILD_ID)
    await go_round(bot)
    (news,) = told(discord)
    assert news.channel == CHANNEL_ID


async def test_in_direct_messages_shared_articles_are_told_directly(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await watching(discord, desk, guild=None)
    add(desk, COUNTED)
    await go_round(bot)

    (news,) = told(discord)
    assert news.channel == card.channel
    assert news.content == "A newer article gives another answer to a question that you watch."
    assert news.pings == []
    assert "Passages" in news.buttons


@pytest.mark.parametrize("why", ["private", "closed to the person", "closed to the bot", "gone"])
async def test_where_the_channel_is_not_for_both_it_is_told_in_a_direct_message(
    discord: Loopback, desk: Desk, bot: Newsdesk, why: str
) -> None:
    if why == "private":
        options = {"question": "Hoeveel wolven leven er in het Drostenwoud?", "private": True}
        turn = await discord.use("watch question", options)
        assert "in a direct message" in turn.content
        assert "39" in turn.text
    else:
        await watching(discord, desk)
    overwrites = discord.world.channels[CHANNEL_ID].overwrites
    if why == "closed to the person":
        overwrites[READER.id] = (0, VIEW_CHANNEL)
        await discord.join()
    elif why == "closed to the bot":
        overwrites["1000"] = (0, SEND_MESSAGES)
    elif why == "gone":
        del discord.world.channels[CHANNEL_ID]
    add(desk, COUNTED)
    await go_round(bot)

    (news,) = told(discord)
    assert news.guild is None
    assert news.content.startswith("In Readers: a newer article")
    assert f"(<https://discord.com/channels/{GUILD_ID}/" in news.content
    assert news.buttons == ["Stop watching"]
    stopped = await discord.click(news, "Stop watching")
    assert stopped.content.startswith("You no longer watch this: Hoeveel wolven")
    assert held(desk) == []


async def test_without_cards_it_is_told_in_words(discord: Loopback, desk: Desk, bot: Newsdesk) -> None:
    await watching(discord, desk)
    discord.world.channels[CHANNEL_ID].overwrites["1000"] = (0, EMBED_LINKS)
    await discord.join()
    add(desk, COUNTED)
    await go_round(bot)

    (news,) = told(discord)
    assert news.embeds == []
    assert "52 wolven" in seen(news.content)
    assert "**Before**\n~~**39" in news.content


async def test_a_watch_ends_with_its_person_its_direct_messages_or_its_year(
    discord: Loopback, desk: Desk
) -> None:
    clock = Clock()
    stocked(desk, [WOLVES])
    async with running(bot := Newsdesk(newsroom_at(desk, clock)), discord):
        await without_own_rounds(discord, bot)
        await watching(discord, desk, by=OTHER_READER)
        await watching(discord, desk, guild=None)
        del discord.world.guilds[GUILD_ID].members[OTHER_READER.id]
        discord.world.takes_no_messages.add(READER.id)
        add(desk, COUNTED)
        await go_round(bot)
        assert told(discord) == []
        assert held(desk) == held(desk, OTHER_READER.id) == []
        await watching(discord, desk)
        clock.forward(24 * 366)
        await go_round(bot)
    assert held(desk) == []


async def test_the_twenty_first_question_is_refused_and_the_list_is_leafed_through_after_a_restart(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    desk = stocked(open_desk(), [WOLVES])
    async with running(Newsdesk(newsroom_of(desk)), discord):
        card = await watching(discord, desk)
        (one,) = held(desk)
        with desk.catalogue.writing() as connection:
            for number in range(1, MOST):
                asks, later = f"Vraag {number}?", one.created + datetime.timedelta(seconds=number)
                more = replace(one, id=f"{number:012}", question=asks, standalone=asks, created=later)
                watches.start(connection, more)
        refused = await discord.use("watch question", {"question": CHESS})
        assert refused.content == (
            "You watch 20 questions here already, and more is not possible: end one in `/watch list`."
        )
        page = (await discord.use("watch list")).message
        assert page is not None
        assert page.only_for == READER.id
        assert page.buttons[:5] == [f"Stop {number}" for number in range(1, 6)]
        assert "20 questions" in page.text
    async with running(Newsdesk(newsroom_of(open_desk())), discord):
        await discord.click(page, "Next")
        assert "**6.** Vraag 5?" in page.text
        await discord.click(page, "Stop 6")
        assert page.content == "You no longer watch this: Vraag 5?"
        assert "**6.** Vraag 6?" in page.text
        await discord.click(page, "Stop 6")
        elsewhere = await discord.use("watch list", guild=OTHER_GUILD_ID)
        other = await discord.use("watch list", by=OTHER_READER)
        assert elsewhere.content == other.content
        assert elsewhere.content.startswith("You watch nothing here")
        again = await discord.click(card, "Watch")
        assert again.content.startswith(
            "I watch this for you: when an article changes the answer, I tell you"
        )
    assert len(held(desk)) == MOST - 2


async def test_watching_stops_by_the_button_and_nothing_more_is_told(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await asked(discord, desk)
    confirmed = (await discord.click(card, "Watch")).message
    assert confirmed is not None
    await discord.click(confirmed, "Stop watching")
    assert confirmed.content.startswith("You no longer watch this: Hoeveel wolven")
    assert confirmed.buttons == []
    add(desk, COUNTED)
    await go_round(bot)
    assert told(discord) == []


async def test_who_watches_a_card_that_is_out_of_date_is_told_at_once(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await asked(discord, desk)
    add(desk, COUNTED)
    await go_round(bot)
    await discord.click(card, "Watch")
    await discord.delete(card)
    await go_round(bot)
    (news,) = told(discord)
    assert news.reply_to is None


async def test_a_command_watches_within_its_filters_and_a_question_without_an_answer_waits(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    turn = await discord.use("watch question", {"question": CHESS, "since": "2026-01"})
    assert "Nothing answers it now." in turn.content
    assert turn.private
    with desk.catalogue.reading() as connection:
        assert connection.scalar(select(schema.unanswered.c.guild)) == GUILD_ID
    add(desk, WON, "2020-05-01")
    await go_round(bot)
    assert told(discord) == []
    add(desk, WON.replace("Marit", "Dagmar"), "2026-05-01")
    await go_round(bot)
    (news,) = told(discord)
    assert "Dagmar" in news.text
    assert news.reply_to is None
    with desk.catalogue.reading() as connection:
        (one,) = watches.every(connection)
        assert str(one.filters.since) == "2026-01"
        assert answers.find(connection, one.answer_id, GUILD_ID) is not None


async def test_a_thread_that_was_archived_is_told_in_and_a_server_that_is_down_later(
    discord: Loopback, desk: Desk
) -> None:
    stocked(desk, [WOLVES])
    async with running(Newsdesk(newsroom_of(desk)), discord):
        card = await asked(discord, desk)
        await discord.click(card, "Follow up")
        thread = discord.thread(card)
        await watching(discord, desk, channel=thread)
    thread.archived = True
    add(desk, COUNTED)
    async with running(bot := Newsdesk(newsroom_of(desk)), discord):
        await discord.until(lambda: held(desk)[0].told)
        assert told(discord)[0].channel == thread.id
        _make_due(desk, datetime.timedelta(hours=7))
        await discord.outage()
        await discord.until(lambda: (guild := bot.get_guild(int(GUILD_ID))) is None or guild.unavailable)
        add(desk, RECOUNTED, "2026-03-01")
        await go_round(bot)
        assert len(told(discord)) == 1
        await discord.join()
        await discord.until(lambda: (guild := bot.get_guild(int(GUILD_ID))) and not guild.unavailable)
        await go_round(bot)
    assert len(told(discord)) == 2


@pytest.mark.parametrize("embedded", [True, False])
@pytest.mark.parametrize("language", ["en", "nl"])
async def test_the_longest_news_fit(desk: Desk, language: str, *, embedded: bool) -> None:
    text = "[*Waarom*](https://example.org) _zo_ lang? " * 60
    long = article(
        text, title="*[x]* " * 60, outlet="[De] *Bode* " * 20, url=f"https://example.org/{'x' * 1900}"
    )
    notice = Notice(Kind.CORRECTED, "*fout* " * 90, NOON, "a1", 1)
    cited = [replace(citation(n, replace(long, id=f"a{n}")), notice=notice) for n in (1, 2, 3)]
    given = replying(cited[0], "[*Waarom*](https://example.org) _zo_ lang?")
    full = answered(given, copies=cited[1:], question="Waarom is *dit* zo lang? " * 20)
    explained = Explanation(full, NOON, f"{full.question} dan?", Filters(guild=GUILD_ID), 0.5, ())
    news = News(explained, explained, Difference.LOST, language, lambda _: True)
    people = [str(10**18 + number) for number in range(40 if embedded else 10)]
    for message in (
        await in_channel(newsroom_of(desk), news, people, embedded=embedded),
        await privately(
            newsroom_of(desk), news, "*Server* " * 20, f"https://discord.com/channels/{'9' * 60}"
        ),
    ):
        limits_kept(message)


def limits_kept(message: dict[str, Any]) -> None:
    embeds = [one.to_dict() for one in message.get("embeds", [])]
    allowed = message.get("allowed_mentions", library.AllowedMentions.none()).to_dict()
    components = message["view"].to_components()
    body = {"content": message["content"], "embeds": embeds, "components": components}
    refuse_limits(body | {"allowed_mentions": allowed})


async def test_what_the_server_has_left_out_since_is_not_shown_as_what_was_said_before(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    await watching(discord, desk)
    left_out = GuildSettings(outlets_left_out=("Het Oosterblad",))
    bot.newsroom.preferences.change(GUILD_ID, left_out)
    add(desk, COUNTED)
    await go_round(bot)

    (news,) = told(discord)
    assert news.embeds[1]["description"] == "What I quoted before is not shown here any more."
    assert not re.search(r"\b39\b", news.text)


async def test_nobody_ends_what_another_person_watches(discord: Loopback, desk: Desk, bot: Newsdesk) -> None:
    await watching(discord, desk)
    add(desk, COUNTED)
    await go_round(bot)
    (news,) = told(discord)
    other = await discord.click(news, "Stop watching", by=OTHER_READER)
    assert other.content == "You do not watch this: `/watch list` shows what you watch."
    await discord.click(news, f"watch-drop:{held(desk)[0].id}:1", by=OTHER_READER, forced=True)
    assert len(held(desk)) == 1
    unknown = await discord.click(news, "watch-stop:0123456789ab", forced=True)
    assert unknown.content == other.content


@pytest.mark.usefixtures("bot")
async def test_who_watches_as_much_as_possible_still_tells_the_moderators(
    discord: Loopback, desk: Desk
) -> None:
    await watching(discord, desk)
    (one,) = held(desk)
    with desk.catalogue.writing() as connection:
        for number in range(1, MOST):
            watches.start(connection, replace(one, id=f"{number:012}", standalone=f"{number}?"))
    turn = await discord.click(await asked(discord, desk, CHESS), "Tell the moderators")
    assert turn.content == (
        "The moderators now see that you miss an article about this. Ask again when there is one."
    )
