"""The bot's reply to one message: typing until it comes, sent once, then edited."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import discord

from bot.discord.connection.retrying import MINUTE, NO_REPLY, may_pass, persist
from bot.discord.connection.visit import permissions_here

_log = logging.getLogger(__name__)

_UNKNOWN_CHANNEL, _UNKNOWN_MESSAGE = 10003, 10008
_MISSING_ACCESS, _MISSING_PERMISSIONS, _CANNOT_MESSAGE_THEM = 50001, 50013, 50007
_THREAD_ARCHIVED, _CANNOT_REPLY, _THREAD_LOCKED = 50083, 160002, 160005
_IN_VAIN = frozenset(
    (
        *(_UNKNOWN_CHANNEL, _UNKNOWN_MESSAGE, _MISSING_ACCESS, _MISSING_PERMISSIONS, _CANNOT_MESSAGE_THEM),
        *(_THREAD_ARCHIVED, _CANNOT_REPLY, _THREAD_LOCKED),
    )
)
_BARRED = frozenset((_MISSING_ACCESS, _MISSING_PERMISSIONS))
_INVALID_FORM = 50035
_FAILED = "\N{WARNING SIGN}"


class Reply:
    """What the bot says to one message; it pings nobody."""

    def __init__(
        self,
        message: discord.Message,
        place: int = 0,
        shown: discord.Message | None = None,
        *,
        barred: Callable[[], Awaitable[object]] | None = None,
        within: float = MINUTE,
    ) -> None:
        """Take what is replied to, and how.

        Args:
            message: what somebody wrote.
            place: which of several replies to it this is, from 0.
            shown: what was replied before, which is changed.
            barred: what is to be done where the bot may not write there.
            within: seconds in which to try again what fails.
        """
        self._message = message
        self._place = place
        self._shown = shown
        self._within = within
        self._barred = barred
        self._out_of_reach = False
        # What is said while something else is being sent, such as a farewell, comes after that.
        self._turn = asyncio.Lock()

    async def show(self, **content: Any) -> discord.Message | None:  # noqa: ANN401 - discord.py's own arguments
        """Send the reply, or change what was sent; None where nothing can be said there any more."""
        try:
            async with self._turn:
                self._shown = await persist(lambda: self._put(content), self._within)
        except (discord.HTTPException, *NO_REPLY) as error:
            self._out_of_reach = may_pass(error)
            if not _in_vain(error):
                raise
            _log.info("message %s could not be answered: %s", self._message.id, error)
            if self._barred is not None and _is_barred(error):
                await self._barred()
            return None
        return self._shown

    async def meanwhile(self, **content: Any) -> None:  # noqa: ANN401 - discord.py's own arguments
        """Show something until the answer comes."""
        await self.show(**content)

    async def say(self, sentence: str) -> None:
        """Say one sentence instead of an answer: in reply, or directly where that does not go through."""
        try:
            if not self._out_of_reach:
                await self.show(content=sentence, embed=None, view=None)
                return
        except (discord.DiscordException, *NO_REPLY) as error:
            _log.warning("could not tell about message %s: %s", self._message.id, error)
        await privately(self._message, f"{sentence}\n-# {self._message.jump_url}", _FAILED)

    async def _put(self, content: dict[str, Any]) -> discord.Message:
        if self._shown is not None:
            return await self._shown.edit(**content)
        # Discord sends what has the same nonce once, however often it is asked to.
        sent = {**content, "nonce": _nonce(self._message, self._place)}
        if permissions_here(self._message).read_message_history:
            return await self._message.reply(**sent, mention_author=False)
        return await self._message.channel.send(**sent)


@contextlib.asynccontextmanager
async def typing(channel: discord.abc.Messageable) -> AsyncIterator[None]:
    """Show that the bot is typing meanwhile, as far as Discord lets it; nothing waits for that."""
    shown = asyncio.create_task(_type(channel))
    try:
        yield
    finally:
        shown.cancel()
        await asyncio.gather(shown, return_exceptions=True)


async def privately(message: discord.Message, sentence: str, sign: str) -> None:
    """Tell the author in a direct message; where that is closed, put a reaction under theirs."""
    try:
        await persist(lambda: message.author.send(sentence, nonce=message.id))
    except (discord.DiscordException, *NO_REPLY) as error:
        _log.info("%s could not be told privately: %s", message.author.id, error)
        with contextlib.suppress(discord.DiscordException, *NO_REPLY):
            await persist(lambda: message.add_reaction(sign))


async def _type(channel: discord.abc.Messageable) -> None:
    with contextlib.suppress(discord.DiscordException, *NO_REPLY):
        async with channel.typing():
            await asyncio.Event().wait()


def _nonce(message: discord.Message, place: int) -> int | str:
    """Return what tells one reply to a message, as it was last edited, from every other; 25 characters."""
    if message.edited_at is None and place == 0:
        return message.id
    edited = int(message.edited_at.timestamp()) % 1000 if message.edited_at is not None else 0
    return f"{message.id}-{place}{edited}"


def _in_vain(error: Exception) -> bool:
    if not isinstance(error, discord.HTTPException):
        return False
    deleted = error.code == _INVALID_FORM and "Unknown message" in error.text
    return deleted or error.code in _IN_VAIN


def _is_barred(error: Exception) -> bool:
    return isinstance(error, discord.HTTPException) and error.code in _BARRED
