"""A client of one or more shards that says where no gateway is reached, and resumes what was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord.gateway import ReconnectWebSocket
from discord.shard import Shard

from bot.discord.connection.errors import DiscordUnreachable, StartedTooOften
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.turns import Turns

if TYPE_CHECKING:
    import yarl
    from discord.types.gateway import SessionStartLimit

_TRIES = 100  # of a shard at the start, five seconds apart, while others are connected
_MINUTE = 60_000  # milliseconds


class ShardedClient(discord.AutoShardedClient):
    """All shards that Discord advises, or those that the newsroom's process has of several."""

    def __init__(self, newsroom: Newsroom, **how: Any) -> None:  # noqa: ANN401 - discord.py's own
        shards = newsroom.parts.shards
        own: dict[str, Any] = {"shard_ids": list(shards.ids), "shard_count": shards.count} if shards else {}
        super().__init__(**own, **how)
        self.newsroom = newsroom
        self._turns = Turns(newsroom)
        self._tries: dict[int, int] = {}

    def be_advised(self, shards: int, limit: SessionStartLimit) -> None:
        """Take how many shards Discord advises, and how often it lets this bot begin a session.

        Raises:
            StartedTooOften: not as often as there are shards to begin.
        """
        if self.shard_count is None:
            self.shard_count = shards
        if limit["remaining"] < len(self.shard_ids or range(self.shard_count)):
            raise StartedTooOften(-(-limit["reset_after"] // _MINUTE))
        self._turns.at_once = limit["max_concurrency"]

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the base's own
        """Pass an event on; once a shard begins anew, no server is known that it is in no more."""
        if event == "shard_connect":
            self._forget_servers(*args)
        super().dispatch(event, *args, **kwargs)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait until this shard may identify: several processes take turns, a lone one waits for itself."""
        if self.newsroom.shards.are_all:
            await super().before_identify_hook(shard_id, initial=initial)
        else:
            await self._turns.wait(shard_id or 0)

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard, again and again once any is connected.

        Raises:
            DiscordUnreachable: the gateway cannot be reached.
        """
        # discord.py calls this for every try, from within the one before.
        tries = self._tries[shard_id] = self._tries.get(shard_id, 0) + 1
        if tries > (_TRIES if self.shards else 1):
            raise DiscordUnreachable
        await super().launch_shard(gateway, shard_id, initial=initial)
        info = self.get_shard(shard_id)
        if info is not None and tries == self._tries[shard_id]:
            _resume_always(info._parent)  # noqa: SLF001 - discord.py gives no other way to it

    def stop_getting_ready(self) -> None:
        """Cancel what discord.py leaves to run on when it closes."""
        state = self._connection
        waiting = [state._ready_task, *state._ready_tasks.values()]  # noqa: SLF001 - see above
        for task in waiting:
            if task is not None:
                task.cancel()

    def _forget_servers(self, shard: int) -> None:
        # A session names its servers first, as unavailable; discord.py keeps those it does not name.
        for guild in self.guilds:
            if guild.shard_id == shard and not guild.unavailable:
                self._connection._remove_guild(guild)  # noqa: SLF001 - see above


def _resume_always(shard: Shard) -> None:
    """Have a shard that could not be resumed at once try that again, where discord.py would begin anew.

    What happened meanwhile would be lost: it is told only to a session that goes on.
    """

    async def resume() -> None:
        await shard.reidentify(ReconnectWebSocket(shard.id, resume=True))

    shard.reconnect = resume  # type: ignore[method-assign] # see above
