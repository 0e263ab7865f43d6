"""A catalogue that does not work says in one sentence why, and what mends it; what is said does mend it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError

from bot.assembly import Desk
from bot.diagnosis import diagnose
from bot.settings import settings_from
from corpus.catalogue import trouble
from corpus.catalogue.connection import Catalogue
from corpus.errors import CatalogueUnusable, Trouble
from corpus.filters import Filters
from tests.conftest import OpenDesk
from tests.storage import harm
from tests.storage.loopback import free_port
from tests.storage.newsroom import BONUS, BRIDGE, add, article, listed
from tests.storage.processes import Beside, open_as_nobody

pytestmark = pytest.mark.embedded("SQLite's file")

CURE = r"`newsdesk restore FILE` puts a backup in its place; without one, move catalogue\.db out of "

WRONG = "geheim"


@pytest.fixture
def home(open_desk: OpenDesk, tmp_path: Path) -> Path:
    """A home with two articles, all closed, whose Chroma holds them too."""
    desk = open_desk()
    add(desk, article(BONUS), article(BRIDGE))
    desk.opened_index.bring_up_to_date()
    desk.close()
    return tmp_path


def unusable(home: Path) -> CatalogueUnusable:
    """Require that the catalogue of a home is refused and left as it is."""
    file = home / "catalogue.db"
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(CatalogueUnusable) as told:
        _ = Desk(settings_from({"NEWSDESK_HOME": str(home)})).catalogue
    assert (file.read_bytes() if file.is_file() else None) == before
    return told.value


@pytest.mark.parametrize(
    ("damage", "sentence", "kind"),
    [
        (harm.overwrite_the_header, "is not a database: its beginning is overwritten", Trouble.DAMAGED),
        (harm.put_a_letter_there, "is not a database: its beginning is overwritten", Trouble.DAMAGED),
        (harm.put_a_word_there, "is not a database: its beginning is overwritten", Trouble.DAMAGED),
        (harm.cut_in_half, "is damaged (database disk image is malformed)", Trouble.DAMAGED),
        (harm.empty, "is empty, but the vector index beside it holds passages", Trouble.EMPTIED),
    ],
)
def test_a_damaged_file_is_told_before_anything_is_written_and_both_cures_cure_it(
    open_desk: OpenDesk, home: Path, damage: harm.Damage, sentence: str, kind: Trouble
) -> None:
    file, backup = home / "catalogue.db", home / "backup.db"
    shutil.copy(file, backup)
    damage(file)
    told = unusable(home)
    assert (told.trouble, sentence in str(told)) == (kind, True)
    assert f"{CURE.replace(chr(92), '')}{home}: newsdesk then begins an empty one." in str(told)
    file.rename(home / "damaged.db")
    anew = open_desk()
    assert listed(anew) == []
    add(anew, article(BRIDGE))
    assert listed(anew) == [BRIDGE]
    anew.close()
    backup.rename(file)
    assert sorted(listed(open_desk())) == sorted([BONUS, BRIDGE])


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (harm.put_a_folder_there, "is a folder, where the catalogue's file belongs: move it away, or"),
        (harm.put_a_file_for_the_home, "is a file, where the catalogue's folder belongs: move it away, or"),
    ],
)
def test_what_stands_in_the_place_of_the_file_or_of_its_folder_is_named(
    home: Path, damage: harm.Damage, sentence: str
) -> None:
    inner = shutil.copytree(home, home / "inner")
    damage(inner / "catalogue.db")
    assert sentence in str(unusable(inner))
    where = inner / "catalogue.db" if inner.is_dir() else inner
    where.rename(home / "away")
    assert listed(Desk(settings_from({"NEWSDESK_HOME": str(inner)}))) == []


def test_an_empty_file_without_an_index_is_the_beginning_of_a_catalogue(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    harm.empty(tmp_path / "catalogue.db")
    assert listed(open_desk()) == []


def test_the_diagnosis_says_how_much_of_a_damaged_catalogue_can_be_read_and_goes_on(
    open_desk: OpenDesk, home: Path
) -> None:
    desk = open_desk()
    half = "Het lange bericht. " * 500
    add(desk, article(f"{half}Precies in het midden. {half}"))
    desk.close()
    harm.overwrite_a_page_with(home / "catalogue.db", b"Precies in het midden. Het")
    findings = diagnose(open_desk())
    (told,) = [one for one in findings if one.name == "catalogue"]
    assert told.finding.startswith("the database is damaged: ")
    assert told.finding.endswith(" 2 of 3 texts that it has of articles can still be read.")
    assert str(told.cure).startswith("`newsdesk restore FILE` puts a backup in its place")
    assert {"model", "vector index"} <= {one.name for one in findings}
    assert "doctor" not in str(findings)


def test_the_diagnosis_goes_on_without_a_catalogue(open_desk: OpenDesk, home: Path) -> None:
    harm.overwrite_the_header(home / "catalogue.db")
    findings = {one.name: one for one in diagnose(open_desk())}
    assert "is not a database" in str(findings["catalogue"].cure)
    assert findings["model"].well
    assert findings["vector index"].finding == "not checked, for lack of the catalogue."
    assert "doctor" not in str(findings)


def test_a_lock_that_lasts_is_told_and_what_was_locked_is_whole(open_desk: OpenDesk, home: Path) -> None:
    url = f"sqlite:///{home / 'catalogue.db'}"
    with sqlite3.connect(home / "catalogue.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        # What waits for a minute gets the same error as what does not wait.
        with pytest.raises(sqlite3.OperationalError) as refused, sqlite3.connect(url[10:], timeout=0) as mine:
            mine.execute("BEGIN IMMEDIATE")
        other.execute("COMMIT")
    told = trouble.told(url, refused.value)
    mine.close()
    other.close()
    assert told.trouble is Trouble.LOCKED
    assert str(told).endswith("Nothing was changed: try again, or end that program.")
    assert sorted(listed(open_desk())) == sorted([BONUS, BRIDGE])


@harm.MOUNTS
def test_a_home_that_cannot_be_written_is_read_all_the_same(open_desk: OpenDesk, home: Path) -> None:
    with harm.read_only(home):
        desk = open_desk()
        assert sorted(listed(desk)) == sorted([BONUS, BRIDGE])
        answer = desk.answerer.ask("Hoe hoog is de tekenbonus?", Filters())
        assert [one.article.draft.text for one in answer.citations] == [BONUS]
        with pytest.raises(CatalogueUnusable, match=r"cannot be changed: .* may not be written here"):
            add(desk, article("Nog een bericht."))
        with pytest.raises(CatalogueUnusable, match="set NEWSDESK_HOME"):
            _ = open_desk(long_running=True).catalogue
        findings = [one for one in diagnose(open_desk()) if not one.well]
        assert {"home", "catalogue"} <= {one.name for one in findings}
        desk.close()
    add(open_desk(), article("Nog een bericht."))
    assert len(listed(open_desk())) == 3


@pytest.mark.skipif(os.getuid() != 0, reason="only root can be somebody else for a test")
@pytest.mark.parametrize(
    ("file", "folder", "sentence"),
    [
        pytest.param(0o600, 0o755, "may not be read by this account", marks=pytest.mark.torture),
        (0o644, 0o700, "may not be read by this account"),
        (0o644, 0o755, "catalogue.db may not be written here"),
        pytest.param(0o666, 0o755, "home may not be written here", marks=pytest.mark.torture),
    ],
)
def test_a_file_without_rights_is_named(home: Path, file: int, folder: int, sentence: str) -> None:
    # Nobody gets into the folders of a test.
    with tempfile.TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)
        inner = Path(outer) / "home"
        shutil.copytree(home, inner)
        (inner / "catalogue.db").chmod(file)
        inner.chmod(folder)
        (told,) = Beside(open_as_nobody, inner).everything()
    assert sentence in told


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("postgresql+psycopg://somebody:geheim@127.0.0.1:{free}/news", "is not reached (Connection refused)"),
        ("postgresql+psycopg://somebody:geheim@no-such-host.invalid/news", "is not reached (failed to resol"),
        ("{server}/nosuch", "has no database 'nosuch': make it with `createdb nosuch` there, or correct DAT"),
        ("{nobody}/postgres", 'lets nobody in as nobodyhere (role "nobodyhere" does not exist): check the'),
        ("{locked}/postgres", 'lets nobody in as locked (password authentication failed for user "locked"'),
    ],
)
def test_a_server_that_is_not_there_or_lets_nobody_in_is_told_with_its_cure(
    postgresql: str, address: str, sentence: str
) -> None:
    server = make_url(postgresql)
    places = {
        "free": str(free_port()),
        "server": _bare(server),
        "nobody": _bare(server.set(username="nobodyhere")),
        "locked": _bare(server.set(username="locked", password=WRONG)),
    }
    if "locked" in address:
        _require_a_password(postgresql)
    with pytest.raises(CatalogueUnusable) as refused:
        Catalogue(address.format(**places))
    assert refused.value.trouble is Trouble.UNREACHABLE
    assert sentence in str(refused.value)
    assert WRONG not in str(refused.value)


def _bare(server: URL) -> str:
    """Return the address of a server without that of a database."""
    return server.set(database="").render_as_string(hide_password=False).rstrip("/")


def _require_a_password(server: str) -> None:
    """Let the server ask the user `locked` for a password, and wait until it does."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        rules = Path(str(connection.scalar(text("SHOW hba_file"))))
        rules.write_text(f"host all locked 127.0.0.1/32 scram-sha-256\n{rules.read_text()}")
        connection.execute(text("CREATE ROLE locked LOGIN PASSWORD 'a real one'"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()
    without = create_engine(make_url(server).set(username="locked"))
    for _ in range(600):
        try:
            without.connect().close()
        except OperationalError:
            break
        time.sleep(0.05)
    without.dispose()
