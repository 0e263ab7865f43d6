"""A backup has everything of one moment, and is put back whole, in either database, or not at all."""

from __future__ import annotations

import datetime
import json
import random
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.assembly import Desk
from bot.settings import Settings, settings_from
from corpus.catalogue import barred, integrity, servers, underway
from corpus.catalogue.backups import checking
from corpus.catalogue.engines import sqlite_url
from corpus.catalogue.schema import readings
from corpus.catalogue.underway import Begun
from corpus.errors import BackupNotMade, BackupUnusable, RestoreRefused
from corpus.filters import Filters
from tests.conftest import OpenDesk
from tests.servers import new_schema
from tests.storage.backed_up import back_up, contents, contents_at, put_back
from tests.storage.newsroom import (
    BONUS,
    BRIDGE,
    add,
    add_one,
    article,
    assert_index_agrees,
    assert_words_agree,
    found,
    live_ids,
)
from tests.storage.processes import Beside, add_without_end
from tests.storage.settled import settle
from tests.stores import shared

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
TOKEN = "aW50ZXJhY3Rpb24tdG9rZW4"  # noqa: S105 - an invented one


@pytest.fixture
def elsewhere(open_desk: OpenDesk, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Desk]:
    """Open a newsdesk with a home of its own, over the kind of database that is named."""

    def make(kind: str) -> Desk:
        home = {"NEWSDESK_HOME": str(tmp_path / f"elsewhere-{kind}")}
        if kind == "sqlite":
            return open_desk(**home)
        return open_desk(**home, DATABASE_URL=new_schema(request.getfixturevalue("postgresql")))

    return make


def test_everything_is_put_back_in_the_other_database_and_answers_the_same(
    newsdesk: Desk, elsewhere: Callable[[str], Desk], tmp_path: Path
) -> None:
    to = "sqlite" if newsdesk.settings.database_url.startswith("postgresql") else "postgresql"
    settle(newsdesk, "2000")
    settle_besides(newsdesk)
    add(newsdesk, article(BRIDGE, language="en", published="2026-03"))
    answer = newsdesk.answerer.ask("When does the bridge open?", Filters())
    before = contents(newsdesk.catalogue)
    made = back_up(newsdesk, tmp_path / "backup.zip")
    newsdesk.close()
    new = elsewhere(to)

    restored = put_back(made.file, new)

    assert [name for name in before if not before[name]] == []  # nothing is compared that is empty
    assert contents(new.catalogue) == before
    assert restored.kept == ()
    assert_words_agree(new.catalogue)
    with new.catalogue.reading() as connection:
        assert integrity.faults(connection) == []
    assert new.answerer.ask("When does the bridge open?", Filters()).text == answer.text
    # The next rows get numbers of their own.
    add_one(new, article("De brug is dicht.", url="https://www.example.org/brug"))
    if to == "sqlite":
        new.opened_index.bring_up_to_date()
        assert_index_agrees(new)


def settle_besides(desk: Desk) -> None:
    """Leave something in the tables that belong to no server."""
    add(desk, article("De Algemene Rekenkamer (ARK) meldt een tekort.", title="ARK"))
    asked = desk.answerer.ask("Wat meldt de ARK?", Filters())
    read = {"written": "ARK", "read_as": "Algemene Rekenkamer", "cause": "acronym"}
    with desk.catalogue.writing() as connection:
        servers.join(connection, "2000", NOON)
        servers.note_look(connection, "2000", "Een server", ["send_messages"])
        connection.execute(insert(readings).values(answer_id=asked.id, place=0, **read))
        barred.note_told(connection, "2000", "5", "6", NOON)


def test_a_backup_made_beside_a_writer_is_one_state_with_all_that_was_reported(
    open_desk: OpenDesk, elsewhere: Callable[[str], Desk], tmp_path: Path
) -> None:
    adding = Beside(add_without_end, tmp_path, "naast", **shared())
    reported = {adding.hears() for _ in range(4)}

    backups = [back_up(open_desk(), tmp_path / f"{number}.zip").file for number in range(3)]

    reported_later = set(adding.killed())
    new = elsewhere("sqlite")
    for file in backups:
        put_back(file, new)
        held = live_ids(new.catalogue)
        assert reported <= held
        assert len(held - reported - reported_later) <= 1  # one that was stored and not reported yet
        assert_words_agree(new.catalogue)
        with new.catalogue.reading() as connection:
            assert integrity.faults(connection) == []


def test_what_was_there_is_kept_and_is_a_backup_itself(desk: Desk, tmp_path: Path) -> None:
    add(desk, article(BONUS))
    file = back_up(desk, tmp_path / "backup.zip").file
    add(desk, article(BRIDGE, language="en"))
    desk.opened_index.bring_up_to_date()
    newer = contents(desk.catalogue)

    (kept,) = put_back(file, desk).kept

    assert kept.name.startswith("before-restore-")
    assert contents_at(desk.settings.database_url)["versions"] == newer["versions"][:1]
    put_back(kept, desk)
    assert contents_at(desk.settings.database_url) == newer


def test_what_is_in_postgresql_is_kept_in_the_home(
    open_desk: OpenDesk, postgresql: str, tmp_path: Path
) -> None:
    desk = open_desk(DATABASE_URL=new_schema(postgresql))
    add(desk, article(BONUS))
    file = back_up(desk, tmp_path / "backup.zip").file
    desk.curator.remove(list(live_ids(desk.catalogue)), "a tester")
    newer = contents(desk.catalogue)

    (kept,) = put_back(file, desk).kept
    older = contents_at(desk.settings.database_url)
    put_back(kept, desk)

    assert [row for row in older["versions"] if row[2]]
    assert contents_at(desk.settings.database_url) == newer


def test_a_catalogue_that_is_in_use_is_not_replaced(
    newsdesk: Desk, open_desk: OpenDesk, tmp_path: Path
) -> None:
    add(newsdesk, article(BONUS))
    file = back_up(newsdesk, tmp_path / "backup.zip").file
    newsdesk.close()
    other = open_desk(DATABASE_URL=newsdesk.settings.database_url)
    assert live_ids(other.catalogue)  # it has nothing to do now, and stays connected

    with pytest.raises(RestoreRefused, match="stop the bot and other commands"):
        put_back(file, newsdesk)

    assert found(other, "tekenbonus") == [BONUS]


@pytest.mark.embedded("SQLite's file")
@pytest.mark.parametrize("damage", ["header", "middle", "nothing left", "gone"])
def test_a_damaged_catalogue_is_replaced_and_kept_as_it_was(desk: Desk, tmp_path: Path, damage: str) -> None:
    add(desk, article(BONUS), article(BRIDGE, language="en"))
    whole, file = contents(desk.catalogue), back_up(desk, tmp_path / "backup.zip").file
    desk.close()
    catalogue = tmp_path / "catalogue.db"
    as_it_was = damaged(catalogue, damage)

    kept = put_back(file, desk).kept

    assert contents_at(desk.settings.database_url) == whole
    assert [one.read_bytes() for one in kept if one.suffix == ".db"] == ([as_it_was] if as_it_was else [])


def damaged(catalogue: Path, damage: str) -> bytes:
    """Damage a catalogue that is closed; return what is left of it."""
    raw = bytearray(catalogue.read_bytes())
    if damage == "gone":
        catalogue.unlink()
        return b""
    if damage == "header":
        raw[:100] = b"?" * 100
    elif damage == "middle":
        raw[8192:-4096] = b"?" * (len(raw) - 12288)
    else:
        raw.clear()
    catalogue.write_bytes(raw)
    return bytes(raw)


@pytest.mark.embedded("SQLite's file")
def test_no_backup_is_made_of_a_damaged_catalogue(desk: Desk, tmp_path: Path) -> None:
    add(desk, article(BONUS))
    desk.close()
    damaged(tmp_path / "catalogue.db", "middle")

    with pytest.raises(BackupNotMade, match=r"the catalogue cannot be read \(.*newsdesk doctor"):
        back_up(desk, tmp_path / "backup.zip")

    assert left_over(tmp_path) == []


def test_an_altered_or_cut_backup_is_refused_or_gives_the_same(desk: Desk, tmp_path: Path) -> None:
    add(desk, article(BONUS), article(BRIDGE, language="en"))
    raw = back_up(desk, tmp_path / "backup.zip").file.read_bytes()
    before = contents(desk.catalogue)
    chance = random.Random(7)  # noqa: S311 - places that can be tried again
    spoilt = [raw[: chance.randrange(len(raw))] for _ in range(8)]
    # The ends of the archive say what is in it: each byte there is as likely to be hit as all of the middle.
    places = [*range(0, 60, 10), *range(len(raw) - 160, len(raw), 10)]
    places += [chance.randrange(len(raw)) for _ in range(8)]
    spoilt += [raw[:one] + bytes([raw[one] ^ (1 << chance.randrange(8))]) + raw[one + 1 :] for one in places]
    refused = 0
    for number, one in enumerate(spoilt):
        file, folder = tmp_path / "spoilt.zip", tmp_path / f"unpacked-{number}"
        file.write_bytes(one)
        folder.mkdir()
        try:
            whole = checking.checked(file, folder)
        except BackupUnusable as error:
            refused += str(error).startswith(f"{file} cannot be restored.")
        else:
            assert contents_at(sqlite_url(whole.catalogue)) == before
    assert refused > 15


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda _: None, "It cannot be read (No such file or directory)"),
        (lambda file: file.mkdir(), "It cannot be read (Is a directory)"),
        (lambda file: file.write_bytes(b""), "It is no backup of newsdesk, or not whole"),
        (lambda file: file.write_text("Dit is een artikel."), "It is no backup of newsdesk, or not whole"),
        (lambda file: zipfile.ZipFile(file, "w").close(), "It is no backup of newsdesk, or not whole"),
        (lambda file: zipped(file, "[]"), "Its manifest cannot be read"),
        (lambda file: zipped(file, '{"backup": 2}'), "It was made by a newer newsdesk (backup format 2"),
    ],
)
def test_what_is_no_backup_is_refused_and_changes_nothing(
    desk: Desk, tmp_path: Path, made: Callable[[Path], object], said: str
) -> None:
    add(desk, article(BONUS))
    before = contents(desk.catalogue)
    made(tmp_path / "file.zip")

    with pytest.raises(BackupUnusable) as refused:
        put_back(tmp_path / "file.zip", desk)

    assert said in str(refused.value)
    assert str(refused.value).endswith("Nothing was changed.")
    assert contents_at(desk.settings.database_url) == before
    assert left_over(tmp_path) == []


def zipped(file: Path, manifest: str) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("manifest.json", manifest)


def test_a_backup_that_promises_other_rows_or_less_room_is_refused(desk: Desk, tmp_path: Path) -> None:
    add(desk, article(BONUS))
    file = back_up(desk, tmp_path / "backup.zip").file
    for name, said in (("counts", "it has other rows"), ("bytes", "its checksum is another")):
        with zipfile.ZipFile(file) as archive:
            stated = json.loads(archive.read("manifest.json"))
            catalogue = archive.read("catalogue.db")
        stated[name] = {**stated[name], "versions": 2} if name == "counts" else 4096
        altered = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(altered, "w") as archive:
            archive.writestr("manifest.json", json.dumps(stated))
            archive.writestr("catalogue.db", catalogue)

        with pytest.raises(BackupUnusable, match=said):
            put_back(altered, desk)


@pytest.mark.embedded("SQLite's file")
def test_a_backup_of_a_newer_newsdesk_is_refused(desk: Desk, tmp_path: Path) -> None:
    add(desk, article(BONUS))
    desk.close()
    later = tmp_path / "later.db"
    shutil.copy(tmp_path / "catalogue.db", later)
    with sqlite3.connect(later) as connection:
        connection.execute("UPDATE facts SET value = '99' WHERE name = 'format'")
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_revision'").fetchone():
            connection.execute("UPDATE schema_revision SET version_num = '9999'")
    connection.close()
    desk.settings = settings_of(later)
    file = back_up(desk, tmp_path / "backup.zip").file

    with pytest.raises(BackupUnusable, match=r"It was made by newsdesk .* cannot open: use that one"):
        put_back(file, desk)


def settings_of(catalogue: Path) -> Settings:
    return settings_from({"NEWSDESK_HOME": str(catalogue.parent), "DATABASE_URL": sqlite_url(catalogue)})


def test_a_file_that_is_there_is_replaced_only_where_that_is_wanted(desk: Desk, tmp_path: Path) -> None:
    add(desk, article(BONUS))
    file = tmp_path / "backup.zip"
    file.write_text("mine")

    with pytest.raises(BackupNotMade, match="is there already: name another file, or add --force"):
        back_up(desk, file)
    assert file.read_text() == "mine"

    back_up(desk, file, replacing=True)
    assert checking.described(file).counts["versions"] == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert left_over(tmp_path) == []


def test_no_secret_is_in_a_backup(open_desk: OpenDesk, postgresql: str, tmp_path: Path) -> None:
    secret = "vertrouwelijk-7319"  # noqa: S105 - an invented one
    names = ("DISCORD_TOKEN", "CHAT_MODEL_KEY", "CHROMA_TOKEN")
    with_password = new_schema(postgresql).replace("newsdesk@", f"newsdesk:{secret}@")
    for url in (sqlite_url(tmp_path / "catalogue.db"), with_password):
        desk = open_desk(**dict.fromkeys(names, secret), DATABASE_URL=url)
        add(desk, article(BONUS))
        with desk.catalogue.writing() as connection:
            underway.begin(connection, Begun("1", NOON, "a run", "nl", None, None, token=TOKEN))
        file = back_up(desk, tmp_path / "backup.zip", replacing=True).file
        with zipfile.ZipFile(file) as archive:
            everything = b"".join(archive.read(name) for name in archive.namelist())
        assert b"tekenbonus" in everything
        assert secret.encode() not in everything
        assert TOKEN.encode() not in everything


def left_over(folder: Path) -> list[Path]:
    """Return what was begun in a folder and is not whole."""
    return [*folder.glob(".newsdesk-*"), *folder.glob(".before-restore*")]
