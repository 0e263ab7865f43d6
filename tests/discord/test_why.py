"""`/why` and *Why this answer?*: how an answer came about, for people of the server it was given in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.assembly import Desk
from bot.discord.asking.why.story import table
from bot.discord.asking.why.words import WHY
from bot.discord.client import Newsdesk
from retrieval.answering.confidence import THRESHOLD
from tests.conftest import OpenDesk
from tests.discord.answers import abstention, article
from tests.discord.conftest import Start, running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import BONUS, HOW_MANY_WOLVES, UNKNOWN, WOLVES, asked, stocked
from tests.discord.talked import remembered, talked
from tests.discord.test_remarks import BARRIERS
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import OTHER_GUILD_ID, OTHER_MODERATOR, OTHER_READER, SECOND_CHANNEL_ID

GONE = "This is no longer here, or was never here: it may have been removed."
CHOOSE = "I know no such answer: choose one from the list, or give the link of the message that has it."


def link(message: Message) -> str:
    return f"https://discord.com/channels/{message.guild or '@me'}/{message.channel}/{message.id}"


async def test_an_answer_is_explained_by_its_filters_confidence_quotes_and_scores(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES, BONUS]))
    shown = await asked(discord, desk, since="2023-12-01")

    turn = await discord.use("why", {"answer": link(shown)}, by=OTHER_READER)

    assert turn.private
    assert turn.embed["author"]["name"] == f"Question: {HOW_MANY_WOLVES}"
    told, when, sure, quote, *_ = turn.embed["description"].split("\n\n")
    assert turn.message is not None
    table = (await discord.click(turn.message, "Next", by=OTHER_READER)).text
    assert re.fullmatch(r"\*\*Asked:\*\* <t:\d+:f>\n\*\*Only articles:\*\* since <t:1701432000:D>", when)
    assert re.fullmatch(
        r"I took the question as it stands\. I read the \d+ passages that are nearest to it and chose “39” "
        r"\(Het Oosterblad, <t:1702555200:D>\): of all I read, these words read most like an answer\. "
        r"I am (almost certain|fairly sure) of that \(\d\d %\)\. (The other passages, from .+|Nothing .+)\.",
        told,
    )
    threshold = f"{THRESHOLD:.0%}"
    assert re.match(
        rf"\*\*Confidence:\*\* \d\d%, \*\*threshold:\*\* {threshold}\nOf a hundred answers as sure", sure
    )
    assert seen(quote).startswith("In het Drostenwoud leven op dit moment 39 wolven.")
    assert re.search(
        r"^> .*\*\*39.*\n\*\*\[1\]\*\* Het Oosterblad, .*\nRead as the answer, \d\d% sure: 39", quote
    )
    assert re.search(
        r"\nPassage 1 of those weighed: total (\d\.\d{3}), dense \d\.\d{3}, lexical \d\.\d{3}, "
        r"recent \d\.\d{3}$",
        quote,
    )
    block = table.split("```")[1].strip("\n").splitlines()
    assert block[0].split() == ["total", "dense", "lexica", "transl", "recent"]
    assert block[1].split()[0] == "1."
    assert block[2] == " Het Oosterblad, 2023-12-14: Telling:…"
    assert max(map(len, block)) <= 40


async def test_an_abstention_says_how_far_it_was_from_the_threshold_in_dutch_too(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES, BONUS]))
    shown = await asked(discord, desk, UNKNOWN)

    english = await discord.menu("Why this answer?", shown)
    dutch = await discord.menu("Why this answer?", shown, locale="nl")
    other = await discord.menu("Why this answer?", await discord.post("Hello"))

    assert "I took the question as it stands. I read the " in english.text
    assert re.search(
        r"none answers it well enough\. The best of them would .* in \d of a hundred", english.text
    )
    assert "geen ervan beantwoordt de vraag goed genoeg. De beste zou in" in dutch.text
    assert re.search(r"\*\*Confidence:\*\* \d%, .*\nOf a hundred .* too few to give it\.", english.text)
    assert re.search(r"\*\*Zekerheid:\*\* \d%, .*\nVan honderd .* te weinig om het te geven\.", dutch.text)
    assert other.private
    assert other.text == "This works on an answer of mine: choose the message with the quotations."


async def test_the_latest_answers_of_this_channel_alone_are_offered(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    await asked(discord, desk)
    await asked(discord, desk, UNKNOWN)
    await asked(discord, desk, "A private question?", guild=None)
    await asked(discord, desk, "A question of another channel?", channel=SECOND_CHANNEL_ID)

    everything = await discord.suggest("why", "answer", "")
    typed = await discord.suggest("why", "answer", "DROSTEN")
    elsewhere = await discord.suggest("why", "answer", "", by=OTHER_MODERATOR, guild=OTHER_GUILD_ID)
    alone = await discord.suggest("why", "answer", "", guild=None)
    explained = await discord.use("why", {"answer": typed[0]["value"]})

    assert [choice["name"] for choice in everything] == [UNKNOWN, HOW_MANY_WOLVES]
    assert [choice["name"] for choice in typed] == [HOW_MANY_WOLVES]
    assert elsewhere == alone == []
    assert HOW_MANY_WOLVES in explained.text


async def test_an_answer_given_elsewhere_is_not_explained(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    shown = await asked(discord, desk)
    (choice,) = await discord.suggest("why", "answer", "")
    direct = await asked(discord, desk, guild=None)

    async def there(answer: str) -> Turn:
        return await discord.use("why", {"answer": answer}, by=OTHER_MODERATOR, guild=OTHER_GUILD_ID)

    by_number, by_link = await there(choice["value"]), await there(link(shown))
    of_another = await discord.use("why", {"answer": link(direct)}, by=OTHER_READER, guild=None)
    own = await discord.use("why", {"answer": direct.id}, guild=None)
    words = await discord.use("why", {"answer": "the wolves"}, locale="nl")

    assert by_number.private
    assert (by_number.text, by_link.text, of_another.text) == (GONE, CHOOSE, CHOOSE)
    assert own.text.startswith(f"Question: {HOW_MANY_WOLVES}")
    assert words.text.startswith("Zo'n antwoord ken ik niet")


async def test_pages_are_turned_after_a_restart_though_the_article_is_removed(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    desk = stocked(open_desk())
    async with running(Newsdesk(newsroom_of(desk)), discord):
        shown = await asked(discord, desk, "how much is Russia's signing bonus?")
        turn = await discord.menu("Why this answer?", shown, locale="nl")
        first = turn.text
    desk.curator.remove(["https://samples.newsdesk.example/2024/moscow-signing-bonus"], "operator")
    async with running(Newsdesk(newsroom_of(open_desk())), discord):
        assert turn.message is not None
        following = await discord.click(turn.message, "Volgende", locale="nl")

    assert "The Meridian Dispatch, " in first
    assert "\nGelezen als het antwoord, " in first
    assert following.message is turn.message
    assert following.embed["description"].startswith("**Afgewogen, de beste eerst**\n```\n")
    assert "The Meridian…, 2024-07-26: Moscow" in following.text


async def test_a_follow_up_says_in_words_how_it_was_understood_how_sure_and_what_else_there_was(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, BARRIERS))
    shown = await asked(discord, desk, "how much does the Waardermonde flood barrier cost?")
    card = await talked(discord, "and when does it open?", replies_to=shown)
    await discord.until(lambda: remembered(desk, card))

    costs = await discord.menu("Why this answer?", shown)
    opens = await discord.menu("Why this answer?", card, locale="nl")

    assert re.search(r" I also considered “84 miljoen euro” \(Waardermonder Courant, <t:", costs.text)
    assert "Ik begreep de vraag als: “and when does it open? (" in opens.text


@pytest.mark.parametrize("scores", range(1, 7))
def test_a_table_is_never_wider_than_a_phone(scores: int) -> None:
    names = ("dense", "lexical", "translated", "recent", "fused", "rerank")[:scores]
    found = abstention(article("A.", outlet="The very long name of an outlet", title="T" * 90)).nearest[0]
    hits = [replace(found, rank=rank, score=1.234, scores=dict.fromkeys(names, 0.567)) for rank in (1, 12)]

    for words in (WHY.english, WHY.dutch):
        block = table(hits, words).split("```")[1].strip("\n").splitlines()
        assert max(map(len, block)) <= 40
        assert block[1].split()[1].startswith("1.23")
        assert len(block[1].split()) == 2 + scores
