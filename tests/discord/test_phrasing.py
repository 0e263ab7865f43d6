"""With a chat model the answer streams into its card; whatever the model does, an answer is shown."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

import pytest

from bot.assembly import Desk
from bot.discord.asking.live_edits import EVERY
from bot.discord.client import Newsdesk
from tests.conftest import OpenDesk
from tests.discord.conftest import Start, running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import asked
from tests.discord.talked import talked, understood
from tests.discord.test_corrections import SAID, edit
from tests.retrieval.chat_server import Asked, Chat, Reply, saying, serving
from tests.retrieval.newsroom import three
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import GUILD_ID

BRIDGE = "How long is the bridge over the Drost?"
LONG = "The bridge over the Drost is 412 metres long [1]."
AGAIN = "The length of the bridge is 412 metres [1]."
PHRASED = "The bridge over the Drost is 412 metres long. **[1]**"
BOTH = f"{PHRASED} The length of the bridge is 412 metres. **[1]**"
WHOSE = "-# Worded by a language model; every figure was checked against the quotations below."
STILL = "-# A language model is still wording this"
QUOTED = re.compile(
    r"\*\*412.*\*\* · The Delta Monitor, February 2024(?: \*\*\[1\]\*\*)?\n> It is \*\*412.*\n"
    r"\*\*\[1\]\*\* \[Bridge open\]"
)
BUTTONS = ["Passages", "Helpful", "Not helpful", "Follow up", "Watch"]
OpenPhrasing = Callable[..., Desk]


@pytest.fixture
def chat() -> Iterator[Chat]:
    with serving() as served:
        yield served


@pytest.fixture
def open_phrasing(open_desk: OpenDesk, chat: Chat) -> OpenPhrasing:
    """Open a desk that phrases its answers, on the home of the test."""
    settings = {"CHAT_MODEL": "openai:loopback", "CHAT_MODEL_URL": chat.url}

    def open_one(seconds: int = 2) -> Desk:
        desk = open_desk(**settings, CHAT_MODEL_SECONDS=str(seconds))
        desk.answerer.load()
        return desk

    return open_one


@pytest.fixture
def phrasing(open_phrasing: OpenPhrasing) -> Desk:
    desk = open_phrasing()
    three(desk)
    return desk


def told(card: Message) -> str:
    return str(card.embed["description"])


def grown(card: Message) -> list[str]:
    """Return what a card said before it was finished, each time that it said something."""
    return [version["embeds"][0]["description"] for version in card.versions if version["embeds"]]


async def test_the_words_stream_into_the_card_and_the_quotations_stand_below(
    discord: Loopback, start_on: Start, phrasing: Desk, chat: Chat
) -> None:
    chat.reply = lambda _: Reply([f"{LONG} ", f"{AGAIN} ", ""], pause=0.6)
    await start_on(phrasing)

    turn = await discord.answered(BRIDGE)
    card = turn.message
    assert card is not None
    await discord.until(lambda: card.buttons)

    assert turn.acknowledged_at is not None
    assert turn.acknowledged_at - turn.asked_at < 1
    (first, *_) = grown(card)
    assert first.startswith(f"{PHRASED}\n{STILL}")
    assert QUOTED.search(first)
    assert told(card).startswith(f"{BOTH}\n{WHOSE}\n\n**412")
    assert QUOTED.search(told(card))
    assert card.buttons[:5] == BUTTONS


async def test_an_answer_is_edited_no_more_often_than_discord_bears(
    discord: Loopback, start_on: Start, open_phrasing: OpenPhrasing, chat: Chat
) -> None:
    chat.reply = lambda _: Reply([f"{LONG} ", f"{AGAIN} "] * 4, pause=0.2)
    desk = open_phrasing(seconds=20)
    three(desk)
    await start_on(desk)

    turn = await discord.answered(BRIDGE)
    await discord.until(lambda: turn.message and turn.message.buttons)
    mentioned = await talked(discord, BRIDGE, mentions_bot=True)
    await discord.until(lambda: mentioned.buttons)

    assert turn.message is not None
    assert len(turn.message.edits) > 1
    for card in (turn.message, mentioned):
        assert all(later - one >= EVERY - 0.1 for one, later in itertools.pairwise(card.edits))
        assert told(card).startswith(PHRASED)
    assert turn.edits == len(turn.message.edits) < 5


async def test_a_mention_is_replied_to_once_and_the_reply_grows(
    discord: Loopback, start_on: Start, phrasing: Desk, chat: Chat
) -> None:
    chat.reply = lambda _: Reply([f"{LONG} ", f"{AGAIN} ", ""], pause=0.4)
    await start_on(phrasing)

    card = await talked(discord, BRIDGE, mentions_bot=True)
    assert STILL in told(card)
    await discord.until(lambda: card.buttons)

    assert told(card).startswith(f"{BOTH}\n{WHOSE}")


@pytest.mark.parametrize(
    "reply",
    [
        saying("The bridge over the Drost is 512 metres long [1]. It cost 3 million euros [1]."),
        Reply(status=503),
        Reply([f"{LONG} ", f"{AGAIN} ", ""], pause=3),
        Reply(itertools.chain([f"{LONG} "], itertools.repeat("The bridge is the bridge is the bridge, "))),
    ],
    ids=["lying", "failing", "slow", "endless"],
)
async def test_whatever_the_model_does_the_quotations_are_shown(
    discord: Loopback, start_on: Start, phrasing: Desk, chat: Chat, reply: Reply
) -> None:
    chat.reply = lambda _: reply
    await start_on(phrasing)

    turn = await discord.answered(BRIDGE)
    await discord.until(lambda: turn.message and turn.message.buttons)

    assert QUOTED.match(turn.embed["description"])
    assert "language model" not in turn.embed["description"]
    assert chat.asked


@pytest.mark.parametrize("failure", [400, 404, 500, None])
async def test_an_edit_that_fails_loses_no_answer(
    discord: Loopback, start_on: Start, phrasing: Desk, chat: Chat, failure: int | None
) -> None:
    chat.reply = lambda _: Reply([f"{LONG} ", f"{AGAIN} ", ""], pause=0.3)
    await start_on(phrasing)
    discord.http.edit_failures.append(failure)

    turn = await discord.answered(BRIDGE)
    await discord.until(lambda: turn.message and turn.message.buttons)

    assert turn.edits > 1
    assert turn.embed["description"].startswith(f"{BOTH}\n{WHOSE}")


async def test_words_that_do_not_become_an_answer_in_time_are_taken_away(
    discord: Loopback, start_on: Start, phrasing: Desk, chat: Chat
) -> None:
    chat.reply = lambda _: Reply([f"{LONG} ", f"{AGAIN} ", ""], pause=1)
    await start_on(phrasing, patience=1.7)

    turn = await discord.ask(BRIDGE)
    await discord.until(lambda: turn.followups)

    assert turn.original is not None
    assert STILL in told(turn.original)
    assert turn.original.deleted
    assert turn.followups[0].content.startswith("I could not find an answer in time")


async def test_without_a_chat_model_a_card_takes_one_edit(
    discord: Loopback, start_on: Start, desk: Desk, chat: Chat
) -> None:
    three(desk)
    await start_on(desk)

    turn = await discord.answered(BRIDGE)

    assert turn.edits == 1
    assert QUOTED.match(turn.embed["description"])
    assert chat.asked == []


async def test_a_follow_up_is_understood_by_the_model_and_where_it_fails_by_rules(
    discord: Loopback, start_on: Start, phrasing: Desk, chat: Chat
) -> None:
    asks = {"rewrites": True}

    def reply(asked: Asked) -> Reply:
        rewriting = asked.system.startswith("You rewrite")
        return saying("Who opened the bridge over the Drost?" if rewriting and asks["rewrites"] else "")

    chat.reply = reply
    await start_on(phrasing)
    card = await asked(discord, phrasing, BRIDGE)

    by_model = await talked(discord, "and who opened it?", replies_to=card)
    asks["rewrites"] = False
    by_rules = await talked(discord, "and who opened it?", replies_to=card)

    assert understood(by_model) == "Understood as: Who opened the bridge over the Drost?"
    assert understood(by_rules) == "Understood as: and who opened it? (long bridge Drost)"
    assert "opened by the mayor" in seen(told(by_model))


async def test_a_phrased_card_works_on_after_a_restart_and_a_correction(
    discord: Loopback, open_phrasing: OpenPhrasing, chat: Chat
) -> None:
    chat.says(LONG)
    desk = open_phrasing()
    stored = three(desk)
    async with running(Newsdesk(newsroom_of(desk)), discord):
        card = await asked(discord, desk, BRIDGE)
    desk = open_phrasing()
    desk.curator.correct(stored[1].id, "It is *longer*.", "operator")

    bot = Newsdesk(newsroom_of(desk))
    async with running(bot, discord):
        await edit(bot)
        passages = await discord.click(card, "Passages")
        follow_up = await talked(discord, "and who opened it?", replies_to=card)
        await discord.until(lambda: follow_up.buttons)

    assert told(card).startswith(SAID)
    assert f"\n{PHRASED}\n{WHOSE}\n\n~~**412" in told(card)
    assert "412 metres long" in passages.text
    assert understood(follow_up) == "Understood as: and who opened it? (long bridge Drost)"
    assert card.guild == GUILD_ID
