"""A catalogue of every schema there was is brought up to date with all that is in it, or left as it was."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from sqlalchemy import create_engine, select, table, text

from corpus.catalogue import integrity, posted
from corpus.filters import Filters
from retrieval.answering.explaining import recall_any
from retrieval.models.reindexing import reindex
from tests.conftest import OpenDesk
from tests.storage.earlier.making import COMMITS, OPENED
from tests.storage.earlier.restoring import restore
from tests.storage.earlier.shapes import differences, shape
from tests.storage.newsroom import assert_words_agree, listed

# The second has most to change; of the two others one release made the tables and another the columns.
FEW = {COMMITS[1], "381d36e-b2fa46a", "270dc76-87ad8a3"}
EVERY = pytest.mark.parametrize(
    "name",
    [pytest.param(one, marks=() if one in FEW else pytest.mark.torture) for one in (*COMMITS, *OPENED)],
)
OLD, NEW, WOLVES = "41 miljoen", "62 miljoen", "39 wolven"
# What is filled in, or no longer so once articles of one address are one.
COMPLETED = {"live", "address", "genre", "shortfall", "headline_folded", "outlet_folded"}
WORKED_OUT = {"facts", "terms", "words", "acronyms"}
# Who had been told once that the bot may not write in a channel: of no server then, and told once more now.
GIVEN_UP = {"barred"}


@EVERY
def test_a_catalogue_of_before_is_brought_up_to_date_with_all_that_is_in_it(
    open_desk: OpenDesk, database: str, name: str
) -> None:
    restore(name, database)
    before = _rows(database)
    with_another_model = name.startswith(COMMITS[0])
    assert before.get("posted") or with_another_model

    desk = open_desk(DATABASE_URL=database)

    with desk.catalogue.reading() as connection:
        assert differences(connection) == []
        assert integrity.faults(connection) == []
        shown = posted.answer_of(connection, "900")
    _assert_kept(before, _rows(database))
    assert [NEW in " ".join(listed(desk)), OLD in " ".join(listed(desk))] == [True, False]
    assert_words_agree(desk.catalogue)
    (answer,) = before["answers"]
    assert shown in {None, answer["id"]}
    assert "Drostenwoud" in recall_any(desk.catalogue, str(answer["id"])).standalone
    if with_another_model:  # its vectors are kept, and the cure is what the program says
        list(reindex(desk.catalogue, desk.embedder))
    assert WOLVES in desk.answerer.ask("Hoeveel wolven leven er in het Drostenwoud?", Filters()).text


def _assert_kept(before: dict[str, list[dict[str, Any]]], after: dict[str, list[dict[str, Any]]]) -> None:
    for name in before.keys() - WORKED_OUT - GIVEN_UP:
        for row in before[name]:
            there = after["waiters" if name == "askers" and "answer_id" in row else name]
            wanted = {column: value for column, value in row.items() if column not in COMPLETED}
            assert any(wanted.items() <= one.items() for one in there), (name, wanted)


def _rows(database: str) -> dict[str, list[dict[str, Any]]]:
    engine = create_engine(database)
    with engine.connect() as connection:
        held = {
            name: [
                _plain(row)
                for row in connection.execute(select(text("*")).select_from(table(name))).mappings()
            ]
            for name in shape(connection)
        }
    engine.dispose()
    return held


def _plain(row: Any) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int | bytes | datetime.datetime) else str(value)
        for name, value in row.items()
    }
