"""Saying what is going on while long work lasts, without telling Discord more than it bears."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import discord

from bot.discord.connection.retrying import NO_REPLY, persist

_Result = TypeVar("_Result")
# Discord bears about five edits of a message in five seconds.
PAUSE = 1.1
_SLOWER, _SLOWEST = 1.3, 10.0
_TOLD = "told"


async def during(interaction: discord.Interaction[Any], work: Awaitable[_Result], *sentences: str) -> _Result:
    """Return what `work` gives, and show one sentence after the other in the message while it lasts.

    Each stands for a second at least; those that come too late for the work are not shown. The last one
    stays until another takes its place. Where the work fails on a message that was there before, that
    message is as it was.
    """
    task = asyncio.ensure_future(work)
    try:
        for sentence in sentences:
            if (await asyncio.wait({task}, timeout=_due(interaction)))[0]:
                break
            await _tell(interaction, sentence)
        return await task
    except Exception:
        if interaction.response.type is discord.InteractionResponseType.deferred_message_update:
            await _tell(interaction, None)
        raise
    finally:
        task.cancel()


async def watched(
    interaction: discord.Interaction[Any],
    work: Awaitable[_Result],
    so_far: Callable[[], Awaitable[dict[str, Any]]],
) -> _Result:
    """Return what `work` gives, and show how far it is in the message while it lasts: seldomer in long work.

    Where the work fails on a message that was there before, that message is as it was, but for its text.
    """
    task, shown, pause = asyncio.ensure_future(work), None, PAUSE
    try:
        while not (await asyncio.wait({task}, timeout=_due(interaction, pause)))[0]:
            message = await so_far()
            if shown is not None:
                pause = min(pause * _SLOWER, _SLOWEST)
            if message["content"] != shown:
                await _show(interaction, message)
            interaction.extras[_TOLD] = time.monotonic()
            shown = message["content"]
        return await task
    except Exception:
        if interaction.response.type is discord.InteractionResponseType.deferred_message_update:
            await _show(interaction, {"content": None, "view": _buttons_of(interaction)})
        raise
    finally:
        task.cancel()


def _buttons_of(interaction: discord.Interaction[Any]) -> discord.ui.View | None:
    """Return what stood under a message that was clicked."""
    if interaction.message is None:
        return None
    view = discord.ui.View.from_message(interaction.message, timeout=None)
    view.stop()
    return view


def _due(interaction: discord.Interaction[Any], pause: float = PAUSE) -> float:
    """Return in how many seconds the message may be edited again."""
    last: float | None = interaction.extras.get(_TOLD)
    return 0.0 if last is None else max(0.0, last + pause - time.monotonic())


async def _tell(interaction: discord.Interaction[Any], sentence: str | None) -> None:
    interaction.extras[_TOLD] = time.monotonic()
    await _show(interaction, {"content": sentence})


async def _show(interaction: discord.Interaction[Any], message: dict[str, Any]) -> None:
    # The work goes on where nobody can be told: its own end says what came of it.
    with contextlib.suppress(discord.DiscordException, *NO_REPLY):
        await persist(lambda: interaction.edit_original_response(**message))
