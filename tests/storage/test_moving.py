"""A catalogue moves from SQLite to PostgreSQL with all that it knows, and goes on there."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.assembly import Desk
from corpus.catalogue import answers, journal
from corpus.catalogue.answers import Given
from corpus.catalogue.journal import Change
from corpus.catalogue.schema import facts
from corpus.filters import Filters
from tests.conftest import OpenDesk
from tests.servers import new_schema
from tests.storage.newsroom import BONUS, BRIDGE, add, add_one, article, assert_words_agree, found, listed

_MOVE = runpy.run_path(str(Path(__file__).parents[2] / "examples" / "to_postgresql.py"))["move"]


def known(desk: Desk) -> tuple[list[Change], list[Given], dict[str, str]]:
    """Return the journal, the answers and the facts."""
    with desk.catalogue.reading() as connection:
        kept = {name: value for name, value in connection.execute(select(facts))}  # noqa: C416 - rows
        return journal.recent(connection), answers.recent(connection, None), kept


def test_all_that_a_catalogue_knows_moves_and_goes_on(open_desk: OpenDesk, postgresql: str) -> None:
    old = open_desk()
    add(old, article(BONUS, published="2026-03", title="Bonus"), article(BRIDGE, language="en"))
    old.curator.undo(None, "a moderator")
    old.answerer.ask("Hoeveel is de tekenbonus?", Filters())
    new = open_desk(DATABASE_URL=f"{new_schema(postgresql)}%20-ctimezone%3DAsia/Tokyo")

    _MOVE(old.catalogue, new.catalogue)

    assert known(new) == known(old)
    assert found(new, "tekenbonus") == listed(new) == [BONUS]
    assert_words_agree(new.catalogue)
    # The next rows get numbers of their own.
    new.curator.undo(None, "a moderator")
    add_one(new, article("De brug is dicht.", url="https://www.example.org/brug"))
    assert len(known(new)[0]) == len(known(old)[0]) + 2


def test_a_database_that_has_articles_is_left_alone(open_desk: OpenDesk, postgresql: str) -> None:
    old, new = open_desk(), open_desk(DATABASE_URL=new_schema(postgresql))
    add(new, article(BRIDGE, language="en"))

    with pytest.raises(SystemExit, match="has articles already"):
        _MOVE(old.catalogue, new.catalogue)

    assert listed(new) == [BRIDGE]
