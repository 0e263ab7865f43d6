"""What people do all day in fifty servers: they ask, look, add, remove, follow; each act counted by name."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable

from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import BOT, Person
from tests.soak.town import Newspaper, Town

PATIENCE = 180.0  # seconds until somebody counts as never answered
_AT_ONCE = 24  # acts under way; more would measure the queue, not the bot
# So many articles soon, and no more later: a corpus that grows takes memory, which would hide what is lost.
_KEPT = 2  # own ones of a server: each addition beyond takes the oldest out
_ADDING = 10  # of so many servers one adds what the feed brings, the others are asked
_Act = Callable[[Town], Awaitable[None]]


class People:
    """Everybody in the towns."""

    def __init__(
        self, small: Loopback, towns: list[Town], paper: Newspaper, asked: list[str], chance: random.Random
    ) -> None:
        self.done: Counter[str] = Counter()
        self.unanswered: list[str] = []
        self._small = small
        self._towns = towns
        self._paper = paper
        self._asked = asked
        self._chance = chance
        self._added: dict[str, list[Message]] = {}
        self._under_way: set[asyncio.Task[None]] = set()
        self._acts: dict[str, tuple[int, _Act]] = {
            "questions": (10, self._ask),
            "mentions": (5, self._mention),
            "searches": (3, self._search),
            "autocompletions": (3, self._suggest),
            "looks at passages": (3, self._look),
            "additions": (4, self._add),
            "lists": (1, self._list),
        }

    async def act(self) -> None:
        """Let somebody somewhere do something, once there is room; return while they wait for the bot."""
        while len(self._under_way) >= _AT_ONCE:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        await self._small.connected()
        names, weights = list(self._acts), [weight for weight, _ in self._acts.values()]
        (name,) = self._chance.choices(names, weights)
        self._begin(name, self._acts[name][1](self._chance.choice(self._towns)))

    async def follow(self) -> None:
        """Let every town follow the newspaper's feed."""
        for number, town in enumerate(self._towns):
            options = {"url": self._paper.feed, "mode": "ask" if number % _ADDING else "add"}
            turn = await self._small.use("corpus feed add", options, by=town.moderator, guild=town.guild)
            await self._click(await self._with_button(turn, "Follow"), "Follow", town)
            self.done["feeds"] += 1

    async def rest(self) -> None:
        """Wait until nobody waits for the bot any more."""
        if self._under_way:
            await asyncio.wait(self._under_way)

    def _begin(self, name: str, act: Awaitable[None]) -> None:
        async def whole() -> None:
            try:
                await act
            except (TimeoutError, AssertionError) as error:
                self.unanswered.append(f"{name}: {error!r}")
            else:
                self.done[name] += 1

        task = asyncio.create_task(whole())
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _ask(self, town: Town) -> None:
        turn = await self._small.ask(self._question(), guild=town.guild, by=self._reader(town))
        await asyncio.wait_for(turn.shown.wait(), PATIENCE)

    async def _mention(self, town: Town) -> None:
        asked = await self._small.post(
            self._question(), guild=town.guild, author=self._reader(town), mentions_bot=True
        )
        await self._small.until(lambda: self._replies(asked), PATIENCE)

    async def _search(self, town: Town) -> None:
        options = {"question": self._question()}
        await self._small.use("search", options, guild=town.guild, by=self._reader(town))

    async def _suggest(self, town: Town) -> None:
        typed = self._chance.choice(("sur", "wol", "tram", "a", "Bram"))
        await self._small.suggest("corpus show", "article", typed, guild=town.guild, by=town.moderator)

    async def _list(self, town: Town) -> None:
        await self._small.use("corpus list", guild=town.guild, by=town.moderator)

    async def _look(self, town: Town) -> None:
        reader = self._reader(town)
        turn = await self._small.ask(self._question(), guild=town.guild, by=reader)
        await asyncio.wait_for(turn.shown.wait(), PATIENCE)
        if turn.message is not None and "Passages" in turn.message.buttons:
            await self._click(turn.message, "Passages", town, reader)

    async def _add(self, town: Town) -> None:
        options = {"url": self._paper.write()}
        turn = await self._small.use("corpus add", options, by=town.moderator, guild=town.guild)
        await self._click(await self._with_button(turn, "Add"), "Add", town)
        held = self._added.setdefault(town.guild, [])
        held.append(await self._with_button(turn, "Undo"))
        if len(held) > _KEPT:
            await self._click(held.pop(0), "Undo", town)
            self.done["articles taken out"] += 1

    async def _click(self, message: Message, button: str, town: Town, by: Person | None = None) -> None:
        # What is clicked while the session is forgotten reaches no bot, and Discord tells the person so.
        await self._small.connected()
        await self._small.click(message, button, by=by or town.moderator)

    async def _with_button(self, turn: Turn, button: str) -> Message:
        await self._small.until(lambda: turn.message and button in turn.message.buttons, PATIENCE)
        assert turn.message is not None
        return turn.message

    def _replies(self, asked: Message) -> bool:
        recent = list(self._small.messages.values())[-400:]
        return any(one.author == BOT.id and one.reply_to == asked.id for one in recent)

    def _question(self) -> str:
        return self._chance.choice(self._asked)

    def _reader(self, town: Town) -> Person:
        return self._chance.choice(town.readers)
