"""Killing one process after the other on one newsdesk, and looking at it after each."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.assembly import Desk
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError
from tests.kills.acts import ACTS
from tests.kills.child import work_and_die
from tests.kills.orders import Begun, Claims, Orders
from tests.kills.reported import Reported
from tests.kills.standing import standing, unfound, unsound
from tests.kills.works.vectors import MODEL
from tests.storage.processes import Beside

_ASKED_AGAIN = 5  # articles of before that are searched for after each kill


@dataclass(slots=True)
class Killed:
    """How often processes were killed in an act, and what was wrong afterwards.

    `stored` counts what was reported as done, `shut` the openings that failed.
    """

    kills: int = 0
    stored: int = 0
    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    shut: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        """Everything that was wrong."""
        return [*self.lost, *self.half, *self.shut]


def killed(act: str, home: Path, open_desk: Callable[[], Desk], kills: int, **settings: str) -> Killed:
    """Kill so many processes in an act, half of them right before a statement, and say what came of it."""
    chance = random.Random(f"{act} {len(settings)}")  # noqa: S311 - moments that can be tried again
    done = ACTS[act]
    counted, reported = Killed(), Reported(done.statements, done.seconds)
    left: Claims = {}
    with done.beside() as beside:
        for number in range(kills):
            moment = chance.randint(1, round(3 * reported.statements)) if number % 2 else None
            orders = Orders(number, moment, left, beside.address)
            process = Beside(work_and_die, home, act, orders, **settings)
            _hear_to_the_end(process, reported, None if moment else chance, done.changes)
            assert process.ended == -signal.SIGKILL, f"{act}, {orders}: ended with {process.ended}"
            counted.kills += 1
            there = _looked_at(counted, reported, open_desk, home, beside.standing(), chance)
            counted.stored += len(reported.fresh)
            left = dict(reported.begun)
            reported.go_on(there)
    return counted


def _hear_to_the_end(process: Beside, reported: Reported, chance: random.Random | None, changes: int) -> None:
    """Take note of what a process tells until it is dead; with `chance`, kill it in a change."""
    reported.fresh = set()
    if chance is None:
        for said in process.everything():
            reported.hear(said)
        return
    left = chance.randint(1, changes)
    while left:
        said = process.hears()
        reported.hear(said)
        left -= isinstance(said, Begun) and said.deadly
    time.sleep(chance.uniform(0, 1.1) * reported.seconds)
    for said in process.killed():
        reported.hear(said)


def _looked_at(
    counted: Killed,
    reported: Reported,
    open_desk: Callable[[], Desk],
    home: Path,
    beside: Claims,
    chance: random.Random,
) -> Claims:
    """Open the newsdesk as the next process does, note what is wrong with it, and return what stands."""
    desk = open_desk()
    try:
        assert desk.chroma is not None
        there = {**standing(desk.catalogue), **beside}
        if MODEL not in reported.held:
            there.pop(MODEL, None)  # all processes have the same
        counted.lost += reported.lost(there)
        counted.half += [*reported.half(there), *unsound(desk, home)]
        asked = [name for name in sorted(reported.fresh) if name in there]
        older = sorted(set(reported.held) - reported.fresh)
        asked += chance.sample(older, min(_ASKED_AGAIN, len(older)))
        counted.lost += unfound(desk, _texts(reported, asked))
    except (CorpusError, RetrievalError) as error:
        counted.shut.append(str(error))
        return beside
    finally:
        desk.close()
    return there


def _texts(reported: Reported, names: list[str]) -> list[str]:
    """Return the articles that were reported under those names: these have addresses for names."""
    held = [reported.held[name] for name in names if name.startswith("http") and name not in reported.begun]
    return [text for text in held if text is not None]
