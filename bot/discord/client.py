"""The connection to Discord."""

import functools
import logging
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket

from bot.discord import features
from bot.discord.asking.asker import PATIENCE, Asker
from bot.discord.connection.chores import Chores
from bot.discord.connection.components import Components
from bot.discord.connection.failing import Failures
from bot.discord.connection.floor import Floor
from bot.discord.connection.gateway import Gateway
from bot.discord.connection.limits import Limits
from bot.discord.connection.moderators import ModeratorsGroup
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Lists
from bot.discord.connection.reception import Reception, UnderWay
from bot.discord.connection.sharded_client import ShardedClient
from bot.discord.connection.tree import Descriptions, Tree, said
from bot.discord.curating.refused_changes import refused_change
from bot.outside.request import way

_log = logging.getLogger(__name__)

# What is under way gets this long when the bot stops, and the apologies for the rest this long: with the
# goodbyes to the gateway and of the threads that is less than 8 s; a supervisor gives it 10.
FINISH_WITHIN = 3.0
APOLOGISE_WITHIN = 3.0
STRIKE_OUT_WITHIN = 0.5
PRESENCE = "/ask · /help"
_CORPUS = said("The articles of this server", "De artikelen van deze server")


class Newsdesk(ShardedClient):
    """The bot. It needs no privileged intent; its mentions reach nobody but whoever asked to be told."""

    def __init__(
        self,
        newsroom: Newsroom,
        *,
        expected: tuple[type[Exception], ...] = (),
        patience: float = PATIENCE,
        limits: Limits | None = None,
    ) -> None:
        """Take the newsroom and how the bot behaves.

        Args:
            newsroom: what answers and curates.
            expected: the errors whose own sentence is meant for people.
            patience: seconds after which a question is given up.
            limits: what counts the questions of people; none counts by this computer's clock.
        """
        # The bot never speaks: that its voice libraries are missing is no news for the log.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            newsroom,
            intents=discord.Intents(guilds=True, messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            # It goes with every identification, so that a new connection shows it again.
            activity=discord.CustomActivity(PRESENCE),
        )
        self._under_way = UnderWay()
        seen = newsroom.parts.seen
        seen.metrics.read("under way", self._under_way.readings)
        self._gateway = Gateway(self, seen)
        failures = Failures(refused_change, expected, lambda: seen.metrics.incident(way()))
        reception = Reception(newsroom, self._under_way, failures)
        self._ledger = reception.ledger
        self.tree = Tree(self, reception)
        self.components = Components(reception)
        self._chores = Chores()
        asker = Asker(newsroom, limits=limits, patience=patience)
        features.install(
            Floor(
                client=self,
                newsroom=newsroom,
                reception=reception,
                tree=self.tree,
                corpus=ModeratorsGroup(newsroom, "corpus", _CORPUS),
                components=self.components,
                lists=Lists(self.components),
                chores=self._chores,
            ),
            asker,
        )

    async def setup_hook(self) -> None:
        """Register the commands and learn where the gateway is.

        The commands are put as a whole: Discord leaves those that are as they were untouched, and counts only
        new ones towards its daily limit.
        """
        self._read_all_messages_if_allowed()
        load = functools.partial(self.newsroom.preferences.load, self.newsroom.shards.has)
        await self.newsroom.workers.run(load)
        await self.tree.set_translator(Descriptions())
        await self.tree.sync()
        advised, address, limit = await self.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(address)
        self.be_advised(advised, limit)

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the base's own
        """Pass an event on, as the base does; features may hear of one each, the gateway's account of all."""
        self._gateway.hear(event, *args)
        super().dispatch(event, *args, **kwargs)

    async def on_ready(self) -> None:
        """Log that questions are answered from now on, and begin with the chores."""
        self._chores.begin()
        _log.info("ready as %s in %d servers", self.user, len(self.guilds))

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Pass on what was clicked, chosen or submitted; the tree has the commands."""
        await self.components.dispatch(interaction)

    async def finish(self) -> None:
        """Take no more requests and end those under way, with an answer or an apology."""
        self._gateway.end()
        self.stop_getting_ready()
        await self._chores.end()
        await self._under_way.settle(FINISH_WITHIN, APOLOGISE_WITHIN)
        await self._ledger.written(STRIKE_OUT_WITHIN)

    async def close(self) -> None:
        """Leave Discord and end the threads; one that hangs is left behind."""
        await super().close()
        self._ledger.close()
        self.newsroom.workers.close()

    def _read_all_messages_if_allowed(self) -> None:
        """Ask for the text of all messages where the application has that privilege, and not otherwise.

        Discord closes the connection of a bot that asks for a privilege it does not have. Without it the bot
        reads what mentions it or replies to it, and direct messages.
        """
        flags = self.application.flags if self.application else discord.ApplicationFlags()
        allowed = flags.gateway_message_content or flags.gateway_message_content_limited
        # discord.py takes the intents before it knows the application: this is where it keeps them.
        self._connection._intents.message_content = allowed  # noqa: SLF001 - see above
