"""Asking with `/ask`, against a small Discord that the real client connects to."""

from __future__ import annotations

from corpus.dates import PartialDate
from tests.discord.answers import BONUS, BONUS_LINK, Desk, abstention, article
from tests.discord.conftest import Start
from tests.small_discord.loopback import Loopback


async def test_ask_is_registered_with_its_options_in_english_and_dutch(
    discord: Loopback, start: Start
) -> None:
    await start(Desk())

    (command,) = [one for one in discord.http.commands if one["name"] == "ask"]
    options = {option["name"]: option for option in command["options"]}
    assert list(options) == ["question", "since", "until", "as_of", "outlet", "kind"]
    assert [name for name, option in options.items() if option["required"]] == ["question"]
    assert options["question"]["max_length"] == 500
    assert options["outlet"]["description_localizations"] == {"nl": "Alleen artikelen van dit medium"}
    assert len(options["kind"]["choices"]) == 8
    assert options["kind"]["choices"][2]["value"] == "opinion"
    assert options["kind"]["choices"][2]["name_localizations"] == {"nl": "opinie"}
    assert command["description_localizations"]["nl"].startswith("Vraag het aan het nieuws")
    assert command["contexts"] == [0, 1]


async def test_no_privileged_intent_is_asked_for(discord: Loopback, start: Start) -> None:
    await start(Desk())

    servers, their_messages, direct_messages = 1 << 0, 1 << 9, 1 << 12
    asked_for = servers | their_messages | direct_messages
    assert [identity["intents"] for identity in discord.gateway.identities] == [asked_for]


async def test_an_answer_is_a_card_with_the_quote_and_its_source(discord: Loopback, start: Start) -> None:
    await start(Desk())

    turn = await discord.answered("How much is the bonus?")

    noon = 1694692800
    assert turn.embed["author"]["name"] == "Question: How much is the bonus?"
    assert turn.embed["description"] == (
        f"> {BONUS}\n**[1]** The Sample, <t:{noon}:D>: [Bonus raised](<{BONUS_LINK}>)"
    )
    assert not turn.private


async def test_the_bots_own_words_follow_the_readers_language(discord: Loopback, start: Start) -> None:
    await start(Desk())

    turn = await discord.answered("Hoeveel is de bonus?", locale="nl")

    assert turn.embed["author"]["name"].startswith("Vraag: ")
    assert BONUS in turn.embed["description"]


async def test_the_options_narrow_the_search(discord: Loopback, start: Start) -> None:
    desk = Desk()
    await start(desk)

    await discord.answered("Why?", since="2022", until="2023-09", kind="column", guild="2000")

    ((question, filters),) = desk.asked
    assert question == "Why?"
    assert (filters.since, filters.until) == (PartialDate(2022), PartialDate(2023, 9))
    assert (filters.guild, filters.kind) == ("2000", "column")


async def test_a_direct_message_searches_the_shared_articles_alone(discord: Loopback, start: Start) -> None:
    desk = Desk()
    await start(desk)

    await discord.answered(guild=None)

    assert [filters.guild for _, filters in desk.asked] == [None]


async def test_an_abstention_is_one_sentence_with_what_can_be_done_now(
    discord: Loopback, start: Start
) -> None:
    near = article(
        "Wages rose.", title="Wages", outlet="The Sample", published="2023-09", url="https://example.org/w"
    )
    await start(Desk(abstention(near, near)))

    turn = await discord.answered()

    assert turn.embed["description"] == "I found nothing that answers this."
    assert turn.message is not None
    assert turn.message.buttons[:3] == ["Nearest passages", "Tell the moderators", "Watch"]


async def test_a_bad_date_is_refused_privately_with_what_to_write(discord: Loopback, start: Start) -> None:
    desk = Desk()
    await start(desk)

    english = await discord.answered(since="last *week*")
    dutch = await discord.answered(until="2023-02-30", locale="nl")

    assert english.private
    assert english.content.startswith("“last \\*week\\*” is not a date I can read: write one as “yesterday”")
    assert dutch.private
    assert dutch.content.startswith("“2023-02-30” kan ik niet als datum lezen")
    assert desk.asked == []


async def test_dates_the_wrong_way_round_are_refused_privately(discord: Loopback, start: Start) -> None:
    await start(Desk())

    turn = await discord.answered(since="2024", until="2023-09")

    assert turn.private
    assert turn.content == "No article can be both since 2024 and until 2023-09: swap the two dates."


async def test_where_the_bot_may_not_embed_links_the_answer_comes_as_text(
    discord: Loopback, start: Start
) -> None:
    await start(Desk())

    turn = await discord.answered("How much is the bonus?", may=0)

    assert turn.content.startswith(f"> {BONUS}\n**[1]** ")
    assert turn.message is not None
    assert turn.message["embeds"] == []
