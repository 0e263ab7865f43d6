"""Getting words to the person who asked, whatever the network does."""

import contextlib
import itertools
import logging
from typing import Any

import discord

from bot.discord.connection.retrying import AT_ONCE, MINUTE, NO_REPLY, may_pass, persist

_log = logging.getLogger(__name__)

_PRIVATE, _SHOWN = "private", "shown"

_UNKNOWN_MESSAGE, _UNKNOWN_WEBHOOK, _UNKNOWN_INTERACTION = 10008, 10015, 10062
_INVALID_WEBHOOK_TOKEN, _ALREADY_ACKNOWLEDGED = 50027, 40060
_GONE = frozenset(
    {_UNKNOWN_MESSAGE, _UNKNOWN_WEBHOOK, _UNKNOWN_INTERACTION, _INVALID_WEBHOOK_TOKEN, _ALREADY_ACKNOWLEDGED}
)


def is_gone(error: BaseException) -> bool:
    """Say whether nothing can be said any more: the request expired, was deleted or is answered elsewhere."""
    return isinstance(error, discord.HTTPException) and error.code in _GONE


async def think(interaction: discord.Interaction[Any], *, private: bool = False) -> None:
    """Acknowledge a request within the three seconds: a new message follows, which `show` fills."""
    interaction.extras[_PRIVATE] = private
    announced = discord.InteractionResponseType.deferred_channel_message
    await _defer(interaction, announced, ephemeral=private, thinking=True)


async def hold(interaction: discord.Interaction[Any]) -> None:
    """Acknowledge a click: the message it was made on follows, which `show` changes."""
    await _defer(interaction, discord.InteractionResponseType.deferred_message_update)


async def show(interaction: discord.Interaction[Any], **message: Any) -> discord.InteractionMessage:  # noqa: ANN401 - discord.py's own arguments
    """Fill the message that `think` announced, or change the one that was clicked."""
    shown = await persist(lambda: interaction.edit_original_response(**message))
    interaction.extras[_SHOWN] = True
    return shown


async def meanwhile(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say something in the message that `think` announced, until `show` fills it."""
    await persist(lambda: interaction.edit_original_response(content=sentence), AT_ONCE)


async def open_modal(interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
    """Answer a command or click with a form, within the three seconds that Discord waits for it."""
    await persist(lambda: interaction.response.send_modal(form), AT_ONCE)


async def say(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say one sentence instead of what was asked for, to that person alone.

    A message that is clicked stays as it is; one that thinks in public gives way to the private sentence.
    Where Discord is unwell too long for that, it is a direct message, and where that fails the log.
    """
    try:
        await persist(lambda: _say(interaction, sentence), _patience(interaction))
    except (discord.DiscordException, *NO_REPLY) as error:
        if not may_pass(error) or not await _tell_directly(interaction, sentence):
            _log.warning("could not tell about request %s: %s", interaction.id, error)


async def _tell_directly(interaction: discord.Interaction[Any], sentence: str) -> bool:
    where = f"\n-# <#{interaction.channel_id}>" if interaction.guild_id is not None else ""
    try:
        await persist(lambda: interaction.user.send(f"{sentence}{where}", nonce=interaction.id))
    except (discord.DiscordException, *NO_REPLY) as error:
        _log.info("%s could not be told privately: %s", interaction.user.id, error)
        return False
    return True


def _patience(interaction: discord.Interaction[Any]) -> float:
    return MINUTE if interaction.response.is_done() else AT_ONCE


async def _defer(
    interaction: discord.Interaction[Any], kind: discord.InteractionResponseType, **how: bool
) -> None:
    tries = itertools.count()

    async def once() -> None:
        again = next(tries) > 0
        try:
            await interaction.response.defer(**how)
        except discord.HTTPException as error:
            if not (again and error.code == _ALREADY_ACKNOWLEDGED):
                raise
            # The try before got through, and its reply was lost: discord.py has to be told.
            interaction.response._response_type = kind  # noqa: SLF001 - see above

    try:
        await persist(once, AT_ONCE)
    except NO_REPLY:
        # The last try may have got through: whoever sees the bot think is to see the answer too.
        if not await _is_acknowledged(interaction):
            raise
        interaction.response._response_type = kind  # noqa: SLF001 - as above


async def _is_acknowledged(interaction: discord.Interaction[Any]) -> bool:
    try:
        await persist(interaction.original_response, AT_ONCE)
    except (discord.DiscordException, *NO_REPLY):
        return False
    return True


async def _say(interaction: discord.Interaction[Any], sentence: str) -> None:
    if not interaction.response.is_done():
        await interaction.response.send_message(sentence, ephemeral=True)
    elif interaction.extras.get(_PRIVATE):
        try:
            await interaction.edit_original_response(content=sentence, embeds=[], view=None)
        except discord.HTTPException as error:
            if is_gone(error):
                raise
            await interaction.followup.send(sentence, ephemeral=True)
    else:
        if _thinks(interaction):
            with contextlib.suppress(discord.NotFound):  # the second time round
                await interaction.delete_original_response()
        await interaction.followup.send(sentence, ephemeral=True)


def _thinks(interaction: discord.Interaction[Any]) -> bool:
    announced = interaction.response.type is discord.InteractionResponseType.deferred_channel_message
    return announced and _SHOWN not in interaction.extras
