"""The connection to Discord."""

from __future__ import annotations

import logging
from collections.abc import Callable

import discord
import yarl
from discord.gateway import DiscordWebSocket

from bot.discord.asking.ask import ask_command
from bot.discord.errors import DiscordUnreachable
from bot.discord.translation import Descriptions
from bot.discord.tree import Tree
from bot.discord.under_way import UnderWay
from bot.discord.worker import Workers
from corpus.filters import Filters
from retrieval.results import Answer

Ask = Callable[[str, Filters], Answer]

_log = logging.getLogger(__name__)

# What is under way gets this long when the bot stops, and the apologies for the rest this long: with the
# goodbye to the gateway that is less than the 10 s after which a supervisor would kill it.
FINISH_WITHIN = 6.5
APOLOGISE_WITHIN = 2.0


class Newsdesk(discord.Client):
    """The bot: `ask` may block, it is only ever called on the workers' threads.

    It asks for no privileged intent and reads no messages. Its mentions reach nobody, whatever it shows.
    """

    def __init__(
        self, ask: Ask, *, workers: Workers | None = None, expected: tuple[type[Exception], ...] = ()
    ) -> None:
        # The bot never speaks: that its voice libraries are missing is no news for the log.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
        )
        self._ask = ask
        self._workers = workers or Workers()
        self._under_way = UnderWay()
        self.tree = Tree(self, self._under_way, expected)
        self.tree.add_command(ask_command(self._answer))

    async def setup_hook(self) -> None:
        """Register the commands and learn where the gateway is.

        The commands are put as a whole: Discord leaves those that are as they were untouched, and counts only
        new ones towards its daily limit.
        """
        await self.tree.set_translator(Descriptions())
        await self.tree.sync()
        _, address, _ = await self.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(address)

    async def on_ready(self) -> None:
        """Log that questions are answered from now on."""
        _log.info("ready as %s in %d servers", self.user, len(self.guilds))

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected until the bot is closed.

        Raises:
            DiscordUnreachable: the gateway could not be reached even once.
        """
        try:
            await super().connect(reconnect=reconnect)
        except AttributeError as error:
            # discord.py 2.7 wants to resume even where it never had a websocket to resume from.
            if self.ws is not None:
                raise
            raise DiscordUnreachable from error

    async def finish(self) -> None:
        """Take no more requests and end those under way, with an answer or an apology."""
        await self._under_way.settle(FINISH_WITHIN, self.tree.apologise_for_stopping, APOLOGISE_WITHIN)

    async def _answer(self, question: str, filters: Filters) -> Answer:
        return await self._workers.run(lambda: self._ask(question, filters))
