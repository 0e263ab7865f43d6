"""Articles go out as lines and come in with the same ids, versions and changes, into either database."""

from __future__ import annotations

import io
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.assembly import Desk
from corpus.article import Draft, Genre, Shortfall
from corpus.catalogue import articles, integrity
from corpus.catalogue.exchange import reading
from corpus.catalogue.exchange.read_lines import histories
from corpus.catalogue.exchange.written_lines import line
from corpus.errors import LineUnusable
from corpus.reading.jsonl import read_jsonl
from corpus.text import normalise
from retrieval.curating.importing import Imported, import_all
from tests.conftest import OpenDesk
from tests.servers import new_schema
from tests.storage.newsroom import BONUS, BRIDGE, add, add_one, article, assert_words_agree, found, listed

URL = "https://www.example.org/bonus"
OTHER = "https://www.example.org/bridge"


def exported(desk: Desk, guild: str | None = None) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [line(one) for one in reading.every(connection, guild)]


def imported(desk: Desk, lines: list[str]) -> list[Imported | LineUnusable]:
    file = io.BytesIO("".join(f"{one}\n" for one in lines).encode())
    return list(import_all(desk.catalogue, desk.embedder, histories(file)))


def statuses(outcomes: list[Imported | LineUnusable]) -> list[str]:
    return [str(one) if isinstance(one, LineUnusable) else one.status.value for one in outcomes]


def stock(desk: Desk) -> None:
    """Leave articles with every kind of history."""
    add_one(desk, article(BONUS, url=URL, title="Bonus", outlet="De Bode", published="2023-09"))
    add_one(desk, article(BONUS.replace("495", "595"), url=URL))
    desk.curator.correct(URL, "It was 595.", "a moderator", draft=article(BONUS.replace("495", "695")))
    desk.curator.undo(None, "a moderator")
    gone = add_one(desk, article("Dit verhaal gaat weer weg."), guild="2000").article
    desk.curator.withdraw(gone.id, "It was made up.", "5", "2000")
    marked = {"genre": Genre.OPINION, "shortfall": Shortfall.BEGINNING, "author": "Noël “X”"}
    add_one(desk, article(BRIDGE, language="en", url=OTHER, **marked), guild="2000")


@pytest.fixture
def desks(open_desk: OpenDesk, postgresql: str, tmp_path: Path) -> list[Desk]:
    """Three newsdesks: the first and the last in SQLite, between them one in PostgreSQL."""
    homes: tuple[dict[str, str], ...] = (
        {},
        {"DATABASE_URL": new_schema(postgresql)},
        {"NEWSDESK_HOME": str(tmp_path / "third")},
    )
    return [open_desk(**one) for one in homes]


def test_articles_come_back_equal_through_the_other_database(desks: list[Desk]) -> None:
    first, between, last = desks
    stock(first)
    lines = exported(first)

    assert statuses(imported(between, lines)) == ["added"] * 3
    assert statuses(imported(last, exported(between))) == ["added"] * 3

    assert exported(between) == exported(last) == lines
    assert found(last, "tekenbonus") == found(first, "tekenbonus") == [BONUS.replace("495", "595")]
    assert listed(last, "2000") == listed(first, "2000")
    for desk in desks:
        assert_words_agree(desk.catalogue)
        with desk.catalogue.reading() as connection:
            assert integrity.faults(connection) == []
    # The newest change is the newest there too, and can be taken back.
    assert (
        last.curator.undo(None, "a tester").change.action
        == first.curator.undo(None, "a tester").change.action
    )


def test_the_same_again_changes_nothing_and_what_came_since_is_added(newsdesk: Desk, elsewhere: Desk) -> None:
    stock(newsdesk)
    early = exported(newsdesk)
    imported(elsewhere, early)
    assert statuses(imported(elsewhere, early)) == ["unchanged"] * 3

    newsdesk.curator.remove([URL], "a moderator")
    add_one(newsdesk, article(BONUS.replace("495", "795"), url=URL))
    late = exported(newsdesk)
    assert sorted(statuses(imported(elsewhere, late))) == ["continued", "unchanged", "unchanged"]
    assert exported(elsewhere) == late
    # An export of before brings nothing back.
    assert statuses(imported(elsewhere, early)) == ["unchanged"] * 3
    assert exported(elsewhere) == late


@pytest.fixture
def elsewhere(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    return open_desk(NEWSDESK_HOME=str(tmp_path / "elsewhere"))


def test_what_cannot_come_in_is_told_by_its_line_and_nothing_half_of_it_stays(
    desk: Desk, elsewhere: Desk
) -> None:
    stock(desk)
    good = exported(desk)
    own = json.loads(next(one for one in good if URL in one))
    later = {**own, "versions": [*own["versions"], {**own["versions"][0], "text": "..."}]}
    bad = [
        "geen json",
        '{"text": "Een artikel dat iemand met de hand schreef."}',
        '{"export": 2}',
        json.dumps({**own, "id": "../x"}),
        json.dumps({**own, "live": 7}),
        json.dumps({**own, "text": "\ud800"}),
        json.dumps({**own, "text": "nul \x00 teken"}),
        json.dumps({**own, "published": "2023-13"}),
        json.dumps({**own, "changes": [{**own["changes"][0], "at": "2026-01-01T00:00:00"}]}),
        json.dumps({**own, "changes": [{**own["changes"][0], "action": "purge"}]}),
        json.dumps({name: value for name, value in own.items() if name != "added"}),
        json.dumps(later),
    ]

    outcomes = imported(elsewhere, [*bad, *good])

    assert [one.number for one in outcomes if isinstance(one, LineUnusable)] == list(range(1, len(bad) + 1))
    assert all(str(one).startswith("Line ") for one in outcomes[: len(bad)])
    assert exported(elsewhere) == good


def test_an_article_with_another_history_or_anothers_address_stays_out(desk: Desk, elsewhere: Desk) -> None:
    add_one(desk, article(BONUS, url=URL))
    add_one(elsewhere, article(BONUS.replace("495", "595"), url=URL))
    (line_,) = exported(desk)
    renamed = json.dumps({**json.loads(line_), "id": "0123456789ab"})
    there = exported(elsewhere)[0]
    moved = json.dumps({**json.loads(there), "guild": "2000"})
    before = exported(elsewhere)

    other, taken, of_another = statuses(imported(elsewhere, [line_, renamed, moved]))

    assert "has another history here" in of_another
    assert "has another history here: it stays as it is" in other
    assert taken == f"Line 2: its address is here already, as that of article {json.loads(line_)['id']}."
    assert exported(elsewhere) == before


def test_only_the_articles_of_a_server_are_exported_for_it(newsdesk: Desk) -> None:
    stock(newsdesk)

    assert {json.loads(one)["guild"] for one in exported(newsdesk, "2000")} == {"2000"}
    assert len(exported(newsdesk, "2000")) == 2
    assert exported(newsdesk, "3000") == []


def test_a_line_is_an_article_for_add_as_well(desk: Desk, tmp_path: Path) -> None:
    stock(desk)
    file = tmp_path / "export.jsonl"
    live = [one for one in exported(desk) if '"live":null' not in one]
    file.write_text("\n".join(live), encoding="utf-8")
    read = [one for one in read_jsonl(file, "export.jsonl") if isinstance(one, Draft)]

    with desk.catalogue.reading() as connection:
        stored = [articles.find(connection, one.url or "").draft for one in read]
    kept = ("text", "url", "title", "outlet", "author", "published", "modified", "language", "genre")
    assert [[getattr(one, name) for name in kept] for one in read] == [
        [getattr(one, name) for name in kept] for one in stored
    ]
    assert len(read) == 2


odd = st.text(min_size=1, max_size=80).map(normalise)
worded = odd.filter(lambda text: any(map(str.isalnum, text)))


_COUNTED = itertools.count()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(worded, min_size=1, max_size=3, unique=True), title=odd, author=odd, note=odd)
def test_whatever_stands_in_articles_comes_back_equal(
    newsdesk: Desk, elsewhere: Desk, texts: list[str], title: str, author: str, note: str
) -> None:
    guild = f"{next(_COUNTED)}"
    for text in texts:
        add(newsdesk, article(text, url=URL, title=title or None, author=author or None), guild=guild)
    newsdesk.curator.correct(URL, note or "-", "a moderator", guild)
    lines = exported(newsdesk, guild)

    assert statuses(imported(elsewhere, lines)) == ["added"]

    assert exported(elsewhere, guild) == lines
