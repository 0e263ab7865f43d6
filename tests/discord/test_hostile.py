"""Nothing in an article, a question or a name pings, formats, or shows as the bot's own words, anywhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Awaitable, Callable, Iterator

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from tests.discord.talked import reply_to, settle
from tests.discord.things import Things
from tests.discord.walking import NAMES, aim, told, walked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import Piece, read
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import ADMIN, BOT, CHANNEL_ID, GUILD_ID, SECOND_CHANNEL_ID, Person

StartOn = Callable[..., Awaitable[Newsdesk]]

_NUMBER = re.compile(r"(?<!\d)666(?!\d)")  # by itself: the ids of the bot's own threads may hold it
# Each would be made into something if it were not escaped; whatever is made of it has EVIL in it, or 666.
_EVIL = (
    "@everyone @here <@666> <@!666> <@&666> <#666> </evil:666>",
    "**evil** *evil* _evil_ __evil__ ~~evil~~ ||evil|| `evil` ```evil```",
    "[evil](https://evil.example) [evil](<https://evil.example>) https://evil.example discord.gg/evil",
    "<:evil:666> :evil: <t:666:R> evil)](<https://evil.example>) \\**evil** evil\\",
    "x\n# evil\n-# evil\n- evil\n1. evil\n> evil\n>>> evil\n\nThe evil bot has spoken.\nSources",
)
_TEXT = "Evil {count}: %s\nIn het moeras leven {count} otters, zegt %s. Dat meldt de telling van het bureau."
_LONG = f"{'*' * 6}{'x' * 54} " * 82
_OWN_LINK = "zilverdistel.example"
# What the bot never makes of its own words, and what it does: those may hold nothing else.
_NEVER = {"heading", "nested quote", "emoji", "address", "invitation", "struck", "spoiler", "underlined"}


# In parts: where much is done at once every article is read with every question that waits.
@pytest.mark.parametrize(
    "names",
    [pytest.param(NAMES[start::4], marks=() if start % 2 else pytest.mark.torture) for start in range(4)],
    ids=["first", "second", "third", "fourth"],
)
async def test_what_people_and_articles_say_is_shown_as_written(
    discord: Loopback, start_on: StartOn, desk: Desk, names: list[str]
) -> None:
    settle(desk, per_person=600, per_guild=600, outlets_left_out=tuple(f"{evil} elders" for evil in _EVIL))
    each = itertools.cycle([Things(desk, name=evil, text=_TEXT % (evil, evil)) for evil in _EVIL])
    await start_on(desk)
    person = Person(ADMIN.id, _EVIL[0][:32])
    on = await discord.post(_EVIL[1], author=person)
    turns = await walked(discord, [aim(name, next(each)) for name in names], person, on, GUILD_ID)
    asked = await discord.post(f"hoeveel otters? {_EVIL[2]}", author=person, mentions_bot=True)
    await reply_to(discord, asked)

    assert [name for name, turn in turns.items() if "went wrong" in told(turn)] == []
    texts = [
        text for one in discord.messages.values() if one.author == BOT.id for text in _texts(one.document)
    ]
    assert len(texts) > len(names)
    assert {
        text: bad for text in texts if (bad := [piece for piece in read(text) if not _is_fine(piece)])
    } == {}


@pytest.mark.torture
async def test_however_long_everything_is_discord_takes_it(
    discord: Loopback, start_on: StartOn, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    left_out = tuple(f"{number} {_LONG}"[:38] for number in range(100))
    settle(desk, per_person=600, per_guild=600, outlets_left_out=left_out, moderators_channel=CHANNEL_ID)
    things = Things(desk, name=_LONG, text=f"{'x' * 4990} {{count}}. Dat meldt de telling.", quotes=60)
    for make in (things.waiting, things.feed) * 6:
        make()
    await start_on(desk)
    person = Person(ADMIN.id, "*" * 32)
    on = await discord.post("hoeveel otters? " * 100, author=person)
    for start in range(6):
        aimed = [aim(name, things) for name in NAMES[start::6]]
        turns = await walked(discord, aimed, person, on, GUILD_ID)
        assert [name for name, turn in turns.items() if "went wrong" in told(turn)] == []
    assert discord.http.broken == []
    assert [one for one in caplog.messages if "could not" in one] == []


@pytest.mark.parametrize("evil", _EVIL)
def test_what_is_not_escaped_would_be_noticed(evil: str) -> None:
    assert not all(_is_fine(piece) for piece in read(evil))


async def test_the_name_of_a_server_does_no_harm_in_a_direct_message(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    settle(desk, channels=(SECOND_CHANNEL_ID,))
    discord.world.guilds[GUILD_ID].name = _EVIL[2]
    await start_on(desk)
    await discord.post("Hoeveel otters?", mentions_bot=True, channel=CHANNEL_ID)
    await discord.until(lambda: discord.seen(guild=None))
    (said,) = discord.seen(guild=None)
    assert [piece for piece in read(said.content) if not _is_fine(piece)] == []
    assert SECOND_CHANNEL_ID in said.content


def _texts(document: Json) -> Iterator[str]:
    """Yield all of a message that Discord reads as Markdown."""
    yield document["content"]
    for embed in document["embeds"]:
        yield from (embed.get(key) or "" for key in ("title", "description"))
        yield from (text for field in embed.get("fields", []) for text in (field["name"], field["value"]))


def _is_fine(piece: Piece) -> bool:
    """Say whether nothing from outside was made into anything, or could be taken for the bot's own words."""
    if piece.kind == "text":
        lines = piece.shown.split("\n")
        return piece.quoted or not any(line.startswith(("The evil bot", "Sources")) for line in lines)
    if piece.kind == "masked":
        return _OWN_LINK in piece.target or "discord.com/channels" in piece.target
    if piece.kind == "bold":
        return all(inner.kind in {"text", "timestamp"} for inner in read(piece.shown[2:-2]))
    if piece.kind == "struck":  # what a correction takes back: a quotation, or the words above it
        inside = read(piece.shown[2:-2])
        ours = piece.quoted or inside[0].kind == "bold"
        return ours and all(inner.kind in {"text", "bold"} for inner in inside)
    if piece.kind in _NEVER or (piece.kind == "list" and piece.quoted):
        return False
    named = _NUMBER.search(piece.shown) is not None
    return not named and ("evil" not in piece.shown or piece.kind == "code")
