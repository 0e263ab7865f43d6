"""Where an answer is shown: in the message that a command announced, or wherever else it is asked for."""

from typing import Any, Protocol

import discord

from bot.discord.connection.delivery import show
from bot.discord.connection.retrying import persist


class Place(Protocol):
    """Takes what is shown meanwhile, and then the answer, each in place of what was there."""

    async def meanwhile(self, **message: Any) -> object:  # noqa: ANN401 - discord.py's own arguments
        """Show something until the answer comes."""
        ...

    async def show(self, **message: Any) -> discord.Message | None:  # noqa: ANN401 - discord.py's own arguments
        """Show the answer; None where nothing can be said there any more."""
        ...


class Announced:
    """The message that `think` announced."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction

    async def meanwhile(self, **message: Any) -> None:  # noqa: ANN401 - discord.py's own arguments
        """Show something until the answer comes; it is taken away where none does."""
        await persist(lambda: self._interaction.edit_original_response(**message))

    async def show(self, **message: Any) -> discord.Message:  # noqa: ANN401 - discord.py's own arguments
        """Show the answer."""
        return await show(self._interaction, **message)


class Followed:
    """A further message under an interaction that was answered already."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction
        self._shown: discord.WebhookMessage | None = None

    async def meanwhile(self, **message: Any) -> None:  # noqa: ANN401 - discord.py's own arguments
        """Show something until the answer comes."""
        await self.show(**message)

    async def show(self, **message: Any) -> discord.Message:  # noqa: ANN401 - discord.py's own arguments
        """Show the answer."""
        self._shown = await persist(lambda: self._put(message))
        return self._shown

    async def _put(self, message: dict[str, Any]) -> discord.WebhookMessage:
        if self._shown is not None:
            return await self._shown.edit(**message)
        # What is to be empty is left out of a new message: its parts cannot be None.
        filled = {key: value for key, value in message.items() if value is not None}
        return await self._interaction.followup.send(**filled, wait=True)
