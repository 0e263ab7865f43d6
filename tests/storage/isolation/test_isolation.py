"""What a guild reads does not depend on what other guilds do: not a word, not a count, not a score."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.assembly import Desk
from bot.settings import settings_from
from corpus.catalogue.answers import Given
from retrieval.models.embedding import Embedder
from tests.servers import new_schema
from tests.storage.isolation import seams
from tests.storage.isolation.acts import ACTS, GUILDS, MINE, OPERATOR, OTHERS, THEIRS, Act, World, do
from tests.storage.isolation.register import (
    ACROSS_GUILDS,
    COMPOSED,
    FOR_A_GUILD,
    OF_NOBODY,
    OF_WHAT_IS_HELD,
    WRITES,
    Eyes,
)

Program = list[Act]
Open = Callable[[], Any]
# Numbers that the catalogue gives in the order in which anybody comes: they tell how busy all guilds are
# together, and are left aside.
_NUMBERS = {
    "id",
    "version",
    "version_before",
    "before",
    "after",
    "undoes",
    "undone_by",
    "feed_id",
    "told",
    "seen",
    "until",
}

acts = st.builds(
    Act,
    st.sampled_from((*GUILDS, *GUILDS, OPERATOR)),
    st.sampled_from((*ACTS, "add", "add", "answer")),
    st.integers(0, 11),
    st.integers(0, 11),
)
programs = st.lists(acts, min_size=8, max_size=24)
_SHOWN = 3000  # characters
# Everybody does everything twice and adds every article, but for what deletes it all again.
THOROUGH = [
    Act(by, what, which, which + 1)
    for which in range(5)
    for what in ACTS
    if what == "add" or (which < 2 and what not in {"forget", "purge", "remove"})
    for by in (MINE, THEIRS, OTHERS, OPERATOR)
]


def test_whatever_looks_into_the_catalogue_is_in_the_register_once() -> None:
    listed = Counter(chain(FOR_A_GUILD, OF_WHAT_IS_HELD, ACROSS_GUILDS, OF_NOBODY, COMPOSED, WRITES))
    assert set(listed) == seams.functions()
    assert [name for name, times in listed.items() if times > 1] == []


def test_only_commands_of_the_operator_and_chores_look_at_all_guilds() -> None:
    users = seams.users()
    assert {name: users.get(name, set()) for name in ACROSS_GUILDS} == ACROSS_GUILDS


@pytest.fixture(scope="session")
def worlds(
    request: pytest.FixtureRequest,
    embedder: Embedder,
    empty_catalogue: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Open]:
    """What opens an empty world over either database."""
    home = tmp_path_factory.mktemp("worlds")

    @contextmanager
    def opened(database: Callable[[], str]) -> Iterator[World]:
        clock: list[World] = []
        desk = Desk(
            settings_from({"NEWSDESK_HOME": str(home), "DATABASE_URL": database()}),
            now=lambda: clock[0].now,
        )
        desk.embedder = embedder
        clock.append(World(desk))
        yield clock[0]
        desk.close()

    def file() -> str:
        for old in home.glob("catalogue.db*"):
            old.unlink()
        shutil.copy(empty_catalogue, home / "catalogue.db")
        return f"sqlite:///{home / 'catalogue.db'}"

    def schema() -> str:
        return new_schema(request.getfixturevalue("postgresql"))

    return {"sqlite": lambda: opened(file), "postgresql": lambda: opened(schema)}


def told(opened: Open, program: Program, left_out: set[str]) -> dict[str, Any]:
    """Run a program without the acts of some guilds, and return all that MINE is told then."""
    with opened() as world:
        for place, act in enumerate(program):
            if act.by not in left_out:
                do(world, act, place)
        world.place = len(program)
        named = {name: f"{kind}" for kind, name in _names_given(world)}
        with world.desk.catalogue.reading() as connection:
            eyes = Eyes(connection, MINE, world, len(program))
            return {name: plain(look(eyes), named) for name, look in (FOR_A_GUILD | OF_WHAT_IS_HELD).items()}


def _names_given(world: World) -> Iterator[tuple[str, str]]:
    for place, (_, name) in world.proposed.items():
        yield f"proposal {place}", name


def plain(value: Any, named: Mapping[str, str]) -> Any:
    """Return what is told without the numbers and random names that the catalogue gives."""
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value, named)
    if isinstance(value, Mapping):
        return {str(key): plain(one, named) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one, named) for one in value]
    return _single(value, named)


def _record(value: Any, named: Mapping[str, str]) -> tuple[str, Any]:
    held = {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Given):
        held["quotes"] = [(number, span) for number, _, span in value.quotes]
    numbered = {name: "#" if name in _NUMBERS and type(one) is int else one for name, one in held.items()}
    return type(value).__name__, plain(numbered, named)


def _single(value: Any, named: Mapping[str, str]) -> Any:
    if isinstance(value, np.ndarray):
        return np.round(value, 4).tolist()
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, float):
        return round(value, 5)
    return named.get(value, value) if type(value) is str else repr(value)


def assert_told_the_same(opened: Open, program: Program) -> None:
    """MINE is told the same whether the other guilds were there or not."""
    alone = told(opened, program, {THEIRS, OTHERS})
    beside = told(opened, program, set())
    leaking = [name for name, said in beside.items() if said != alone[name]]
    # To compare all that is told as pytest does takes minutes.
    first = [f"alone {alone[name]}, beside others {beside[name]}"[:_SHOWN] for name in leaking[:1]]
    assert (leaking, first) == ([], [])


MOST = settings(
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],  # a program is made shorter by `make torture`: that takes minutes
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.torture)])
def test_a_guild_is_told_nothing_of_others_who_do_everything(
    worlds: Mapping[str, Open], database: str
) -> None:
    assert_told_the_same(worlds[database], THOROUGH)


def test_a_guild_is_told_nothing_of_others(worlds: Mapping[str, Open]) -> None:
    @settings(MOST, max_examples=1)
    @given(programs)
    def hold(program: Program) -> None:
        assert_told_the_same(worlds["sqlite"], program)

    hold()


@pytest.mark.torture
@pytest.mark.parametrize(("database", "examples"), [("sqlite", 500), ("postgresql", 100)])
def test_a_guild_is_told_nothing_of_others_whatever_they_do(
    worlds: Mapping[str, Open], database: str, examples: int
) -> None:
    @settings(MOST, max_examples=examples, derandomize=False, phases=[Phase.generate, Phase.shrink])
    @given(st.lists(acts, min_size=8, max_size=60))
    def hold(program: Program) -> None:
        assert_told_the_same(worlds[database], program)

    hold()
