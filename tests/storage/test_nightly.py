"""A backup every night: when it is due, once for all processes, and the last seven are kept."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.assembly import Desk
from bot.backups_found import of_backups
from bot.settings import settings_from
from corpus.catalogue.backups import checking, nightly
from corpus.catalogue.backups.nightly import KEPT, Nightly
from corpus.catalogue.backups.schedule import Failure, LastBackup, Nights, is_due
from tests.conftest import OpenDesk
from tests.storage.newsroom import BONUS, add, article

ZONE = datetime.timezone(datetime.timedelta(hours=2))
HOUR = datetime.timedelta(hours=1)


def at(day: int, hour: int, minute: int = 0) -> datetime.datetime:
    return datetime.datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


def made(when: datetime.datetime) -> Nights:
    return Nights(made=LastBackup(when.astimezone(datetime.UTC), "b.zip", 1))


@pytest.mark.parametrize(
    ("now", "nights", "due"),
    [
        (at(5, 14), Nights(), True),
        (at(5, 3, 5), made(at(4, 3, 4)), True),
        (at(5, 2, 55), made(at(4, 3, 4)), False),
        (at(5, 14), made(at(5, 3, 4)), False),
        (at(5, 14), made(at(4, 23)), True),  # the machine was off at three
        (at(5, 14), made(at(5, 13)), False),
        (at(5, 14), Nights(begun=at(5, 13, 50)), False),
        (at(5, 14), Nights(begun=at(5, 13)), True),
        (at(5, 14), Nights(failed=Failure(at(5, 13, 30), "no room")), False),
        (at(5, 14), Nights(failed=Failure(at(5, 13), "no room")), True),
    ],
)
def test_a_backup_is_due_once_after_three_at_night_or_when_that_was_missed(
    now: datetime.datetime,
    nights: Nights,
    due: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    assert is_due(now, nights) is due


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 3, 5, 12, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def nightly_of(desk: Desk, folder: Path, clock: Clock) -> Nightly:
    return Nightly(desk.catalogue, desk.settings.database_url, folder, clock)


def test_however_many_processes_look_one_backup_is_made(
    open_desk: OpenDesk, database: str, clock: Clock, tmp_path: Path
) -> None:
    desks = [open_desk(DATABASE_URL=database) for _ in range(3)]
    add(desks[0], article(BONUS))
    work = [nightly_of(desk, tmp_path / "backups", clock) for desk in desks]
    with ThreadPoolExecutor(3) as beside:
        done = [one.result() for one in [beside.submit(one.make_if_due) for one in work]]

    (backup,) = [one for one in done if one]
    assert list((tmp_path / "backups").iterdir()) == [backup.file]
    assert checking.described(backup.file).counts["versions"] == 1
    with desks[0].catalogue.reading() as connection:
        known = nightly.nights(connection)
    assert known.made == LastBackup(clock.now, str(backup.file), backup.bytes)
    assert (known.begun, known.failing) == (None, None)


def test_the_last_seven_are_kept_and_nothing_of_others_is_touched(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    others = [folder / "newsdesk-0123456789ab-2025-01-01-0300.zip", folder / "mine.zip"]
    for one in others:
        one.write_text("mine")
    work, files = nightly_of(desk, folder, clock), []
    for _ in range(KEPT + 2):
        backup = work.make_if_due()
        assert backup
        files.append(backup.file)
        assert work.make_if_due() is None
        clock.now += 24 * HOUR

    assert sorted(folder.iterdir()) == sorted([*others, *files[-KEPT:]])


def test_a_backup_that_fails_is_told_and_tried_again(
    desk: Desk, clock: Clock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "backups").write_text("This is no folder.")
    desk.settings = settings_from(
        {"NEWSDESK_HOME": str(tmp_path), "BACKUP_FOLDER": str(tmp_path / "backups")}
    )
    desk.now = clock
    work = nightly_of(desk, tmp_path / "backups", clock)

    assert work.make_if_due() is None
    assert "The nightly backup failed, and is tried again in an hour: " in caplog.text
    (told,) = of_backups(desk)
    assert (told.well, told.finding) == (False, "the last try failed. There is none.")
    assert "File exists" in str(told.cure)

    (tmp_path / "backups").unlink()
    assert work.make_if_due() is None
    clock.now += HOUR
    assert work.make_if_due()
    (told,) = of_backups(desk)
    assert told.well


def test_doctor_says_when_the_last_backup_was_and_that_an_old_one_is_to_be_mended(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    desk.now = clock
    (told,) = of_backups(desk)
    assert told.well
    assert (told.cure or "").startswith("Set BACKUP_FOLDER")
    desk.settings = settings_from({"NEWSDESK_HOME": str(tmp_path), "BACKUP_FOLDER": str(tmp_path / "b")})
    assert [one.finding for one in of_backups(desk)] == ["none yet: the bot makes the first when it runs."]

    backup = nightly_of(desk, tmp_path / "b", clock).make_if_due()

    assert backup
    day = f"{clock.now.astimezone():%Y-%m-%d %H:%M}"
    (told,) = of_backups(desk)
    assert told.well
    assert told.finding.startswith(f"the last one is of {day} (")
    clock.now += 49 * HOUR
    (told,) = of_backups(desk)
    assert not told.well
    assert told.finding.endswith("That is more than two days ago.")
    clock.now -= 48 * HOUR
    backup.file.unlink()
    (told,) = of_backups(desk)
    assert (told.well, told.finding) == (False, f"the last one, {backup.file}, is not there.")
