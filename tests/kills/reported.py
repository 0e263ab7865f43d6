"""What was reported as done, what was begun, and whether what stands now is that."""

from __future__ import annotations

import time

from tests.kills.orders import Begun, Claims, Done


class Reported:
    """What processes reported of one newsdesk.

    Attributes:
        held: what is done, by name; None for what is not there.
        begun: what was begun and not reported as done.
        fresh: the names that the last process reported.
        statements: how many statements the last change took.
        seconds: how long the last change took.
    """

    def __init__(self, statements: int, seconds: float) -> None:
        self.held: dict[str, str | None] = {}
        self.begun: dict[str, str | None] = {}
        self.fresh: set[str] = set()
        self.statements = statements
        self.seconds = seconds
        self._together = True
        self._at = 0.0

    def hear(self, said: Begun | Done) -> None:
        """Take note of what a process tells."""
        if isinstance(said, Begun):
            self.begun, self._together, self._at = dict(said.claims), said.together, time.monotonic()
            return
        if said.statements:
            self.statements, self.seconds = said.statements, time.monotonic() - self._at
        self.held |= said.claims
        self.fresh |= said.claims.keys()
        for name in said.claims:
            self.begun.pop(name, None)

    def lost(self, standing: Claims) -> list[str]:
        """Say what was reported as done and does not stand so."""
        return [
            f"{name}: {standing.get(name)!r} instead of {value!r}"
            for name, value in self.held.items()
            if name not in self.begun and standing.get(name) != value
        ]

    def half(self, standing: Claims) -> list[str]:
        """Say what is neither as it was nor as it was to become, or was never begun."""
        found = [
            f"{name}: {value!r}, which nobody began"
            for name, value in standing.items()
            if name not in self.held and name not in self.begun
        ]
        came = {name: standing.get(name) == value for name, value in self.begun.items()}
        found += [
            f"{name}: {standing.get(name)!r}, neither old nor new"
            for name, new in came.items()
            if not new and standing.get(name) != self.held.get(name)
        ]
        changed = [came[name] for name, value in self.begun.items() if value != self.held.get(name)]
        if self._together and any(changed) and not all(changed):
            found.append(f"only some of {self.begun}")
        return found

    def go_on(self, standing: Claims) -> None:
        """Hold what was begun as it stands now: another process comes."""
        self.held |= {name: standing.get(name) for name in self.begun}
        self.begun = {}
        self.fresh = set()
