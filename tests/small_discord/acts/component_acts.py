"""What people do with messages and modals: clicking buttons, choosing of selects, filling in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.small_discord.acts.doing import Doing, Manner
from tests.small_discord.acts.filled import filled, selected
from tests.small_discord.acts.resolved import Resolved
from tests.small_discord.screen.shown import BUTTON, Message
from tests.small_discord.screen.turns import COMPONENT, MODAL, Turn
from tests.small_discord.state.people import READER, Channel, Person


class ComponentActs(Doing):
    """Each act waits until something is shown in return, where `wait=False` is not said.

    An act that Discord would not let this person do raises AssertionError.
    """

    async def click(
        self,
        message: Message,
        name: str,
        *,
        by: Person = READER,
        from_guild: str | None = None,
        forced: bool = False,
        **how: Any,
    ) -> Turn:
        """Click a button by its label or custom id.

        With `from_guild`, as if from another server; `forced`, though no such button is shown.
        """
        part = message.part(name)
        if not forced:
            self.see(message, by)
            assert part, f"there is no {name!r}: there are {message.buttons}"
            assert part["type"] == BUTTON, f"{name!r} is no button"
            assert part.get("custom_id"), f"{name!r} is a link to {part.get('url')}"
            assert not part.get("disabled"), f"{name!r} is disabled"
        data = {"custom_id": part["custom_id"] if part else name, "component_type": BUTTON}
        data["id"] = part.get("id", 0) if part else 0
        place = self._forged_place(message, from_guild)
        return await self.begin(COMPONENT, by, place, data, Manner(**how), on=message)

    async def choose(
        self, message: Message, name: str, values: Sequence[str] | str, *, by: Person = READER, **how: Any
    ) -> Turn:
        """Choose values (or ids of roles, channels, people) of a select, by its placeholder or custom id."""
        self.see(message, by)
        part = message.part(name)
        assert part, f"there is no select {name!r}"
        assert not part.get("disabled"), f"{name!r} is disabled"
        place = self.world.channels[message.channel]
        resolved = Resolved(self.world, self.history, place)
        chosen = [values] if isinstance(values, str) else list(values)
        data = {"custom_id": part["custom_id"], "component_type": part["type"], "id": part.get("id", 0)}
        data["values"] = selected(part, chosen, resolved)
        if resolved.documents:
            data["resolved"] = resolved.documents
        return await self.begin(COMPONENT, by, place, data, Manner(**how), on=message)

    async def submit(self, turn: Turn, values: Mapping[str, Any] | None = None, **how: Any) -> Turn:
        """Fill in the modal that a turn was answered with, by labels or custom ids, and submit it."""
        assert turn.modal is not None, "no modal was shown"
        resolved = Resolved(self.world, self.history, turn.channel)
        data = filled(turn.modal, values or {}, resolved)
        on = turn.on if turn.kind == COMPONENT else None
        return await self.begin(MODAL, turn.by, turn.channel, data, Manner(**how), on=on)

    def _forged_place(self, message: Message, guild: str | None) -> Channel:
        own = self.world.channels[message.channel]
        return self.world.first_channel(guild) if guild is not None else own
