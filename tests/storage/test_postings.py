from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import kept, matches, purge
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.engines import sqlite_url
from corpus.catalogue.matches import Held
from corpus.catalogue.warming import warm_counts, warm_words
from corpus.filters import Filters
from tests.conftest import OpenDesk

MINE, THEIRS = "111", "222"
TERMS = ["bridg", "close", "the", "tunnel", "nowher"]


def _article(number: int, text: str) -> Draft:
    return Draft(text=text, source="test", url=f"https://a.org/{number}", language="en")


def _of(number: int) -> Draft:
    """Return an article whose words come as often as its number tells."""
    parts = (
        ["The bridge."] * (number % 4)
        + ["It closes."] * (number % 3)
        + ["A tunnel, the long one."] * (number % 2)
    )
    return _article(number, " ".join([*parts, f"Nothing else{number}."]))


@pytest.fixture
def remembering(open_desk: OpenDesk, tmp_path: Path) -> tuple[Desk, Callable[[], Catalogue]]:
    """A newsdesk, and what opens its catalogue as a process does that is asked again and again."""
    url = sqlite_url(tmp_path / "catalogue.db")
    desk = open_desk(DATABASE_URL=url)
    list(desk.curator.add([_of(number) for number in range(24)], "operator"))
    return desk, lambda: Catalogue(url, keeps_words=True)


def _found(catalogue: Catalogue, guild: str | None, limit: int = 5) -> list[tuple[int, Held]]:
    with catalogue.reading() as connection:
        found = matches.candidates(connection, TERMS, Filters(guild=guild), limit)
    return list(found.items())


def test_passages_come_as_fts5_orders_them_whatever_another_process_changes(
    remembering: tuple[Desk, Callable[[], Catalogue]],
) -> None:
    desk, opened = remembering
    catalogue = opened()

    def agree() -> None:
        for guild in (None, MINE, THEIRS):
            for limit in (1, 5, 50):
                assert _found(catalogue, guild, limit) == _found(desk.catalogue, guild, limit)

    agree()
    list(desk.curator.add([_of(number) for number in range(24, 36)], "operator"))
    agree()
    list(desk.curator.add([_article(100, "The bridge, the bridge.")], "a moderator", guild=MINE))
    agree()
    desk.curator.undo(None, "operator")
    agree()
    list(desk.curator.add([_article(3, "A bridge that closes is the bridge to nowhere.")], "operator"))
    agree()
    list(desk.curator.add([_article(101, "The tunnel.")], "a moderator", guild=MINE))
    agree()
    with desk.catalogue.writing() as connection:
        purge.purge(connection, MINE, by="operator", at=desk.now())
    agree()
    catalogue.close()


def test_a_guild_finds_nothing_of_another_by_kept_words(
    remembering: tuple[Desk, Callable[[], Catalogue]],
) -> None:
    desk, opened = remembering
    catalogue = opened()
    list(desk.curator.add([_article(200, "The bridge bridge closes.")], "a moderator", guild=MINE))
    twice = Held(4, {"the": 1, "bridg": 2, "close": 1})
    assert twice in [held for _, held in _found(catalogue, MINE, 50)]
    assert twice not in [held for _, held in _found(catalogue, THEIRS, 50)]
    catalogue.close()


def test_whoever_sees_an_earlier_state_is_not_told_of_a_later_one(
    remembering: tuple[Desk, Callable[[], Catalogue]],
) -> None:
    desk, opened = remembering
    catalogue = opened()
    with catalogue.reading() as earlier:
        before = matches.candidates(earlier, TERMS, Filters(), 50)
        list(desk.curator.add([_article(300, "The bridge closes the tunnel.")], "operator"))
        assert len(_found(catalogue, None, 50)) == len(before) + 1
        assert matches.candidates(earlier, TERMS, Filters(), 50) == before
    catalogue.close()


def test_words_of_scripts_that_fts5_may_part_are_left_to_it(
    remembering: tuple[Desk, Callable[[], Catalogue]],
) -> None:
    desk, opened = remembering
    catalogue = opened()
    list(desk.curator.add([_article(400, "საქართველო and the bridge")], "operator"))
    with catalogue.reading() as connection:
        assert kept.best(connection, ["საქართველო"], 5) is None
        assert len(matches.candidates(connection, ["საქართველო"], Filters(), 5)) == 1
    catalogue.close()


def test_a_passage_that_fts5_parts_otherwise_is_counted_by_its_own_tokens(
    remembering: tuple[Desk, Callable[[], Catalogue]],
) -> None:
    desk, opened = remembering
    catalogue = opened()
    # FTS5 does not know this letter of New Tai Lue as one: it parts a word of `corpus.tokens` there.
    list(desk.curator.add([_article(500, "The bridg\u19b6bridg bridge.")], "operator"))
    found = _found(catalogue, None, 50)
    assert Held(3, {"the": 1, "bridg": 1}) in [held for _, held in found]
    assert found == _found(desk.catalogue, None, 50)
    catalogue.close()


def test_one_visit_can_look_for_one_question_after_another(
    remembering: tuple[Desk, Callable[[], Catalogue]],
) -> None:
    desk, opened = remembering
    catalogue = opened()
    for terms in (["bridg"], ["tunnel", "long"], ["close", "bridg"]):
        with desk.catalogue.reading() as connection:
            expected = matches.candidates(connection, terms, Filters(), 9)
        with catalogue.reading() as connection:
            found = [matches.candidates(connection, [one], Filters(), 9) for one in reversed(terms)]
            assert matches.candidates(connection, terms, Filters(), 9) == expected
        assert all(found)
    catalogue.close()


def test_what_was_read_beforehand_is_not_read_for_a_question(
    remembering: tuple[Desk, Callable[[], Catalogue]],
) -> None:
    desk, opened = remembering
    catalogue = opened()
    warm_counts(catalogue)
    warm_words(catalogue, lambda: False)
    there = TERMS[:-1]  # the last stands in no passage
    with desk.catalogue.reading() as connection:
        expected = matches.candidates(connection, there, Filters(), 5)
    with desk.catalogue.writing() as connection:  # the journal tells of none of it
        connection.exec_driver_sql("DELETE FROM words_docsize")
        connection.exec_driver_sql("DELETE FROM words_data WHERE id > 10")
    with catalogue.reading() as connection:
        assert matches.candidates(connection, there, Filters(), 5) == expected
    catalogue.close()
