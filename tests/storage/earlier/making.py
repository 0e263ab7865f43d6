"""Make a catalogue with every schema there was, by the code of its day, and keep it as SQL.

    python -m tests.storage.earlier.making postgresql+psycopg://user@host:port

That server is given a database for each. What is made stands in `catalogues/`; see the README beside this.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.storage.earlier import dumping

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
# Every commit after which the tables were others than before, on any branch, in the order of time.
COMMITS = [
    *("381d36e", "24afa50", "b6e91fd", "f48f22e", "49f5705", "5196a60", "7541f96", "270dc76", "b0c2caf"),
    *("0c15cb8", "7922935", "f16bd26", "ccb1972", "8a4a7b4", "6b95e98", "93f4f1a", "f3ca145", "54bf6ff"),
    "87ad8a3",
]
# Catalogues that a later release had opened, which gave them its new tables but none of its columns.
OPENED = {"381d36e-24afa50": ("381d36e", "24afa50"), "24afa50-49f5705": ("24afa50", "49f5705"),
          "270dc76-87ad8a3": ("270dc76", "87ad8a3"), "381d36e-b2fa46a": ("381d36e", "b2fa46a")}  # fmt: skip
_ARTICLES = {
    "old.txt": "title: De brug\nurl: https://krant.example/brug\ndate 2024-02-01\noutlet: De Krant\n\n"
    "De nieuwe brug over de Wende kostte 41 miljoen euro. De Nationale Spoorwegen (NS) betaalden de helft.\n",
    "new.txt": "title: De brug\nurl: http://www.krant.example/brug/?utm_source=post\ndate 2024-03-01\n"
    "outlet: De Krant\n\nDe nieuwe brug over de Wende kostte bij nader inzien 62 miljoen euro.\n",
    "wolves.txt": "title: Wolven\noutlet: De Krant\ndate 2023-12-14\n\nIn het Drostenwoud leven 39 wolven.\n",
}


def main(server: str) -> None:
    """Make them all."""
    dumps: dict[str, dict[str, str]] = {"sqlite": {}, "postgresql": {}}
    for name in [*COMMITS, *OPENED]:
        for kind, sql in _made(name, _database(server, name)).items():
            dumps[kind][name] = sql
            sys.stderr.write(f"{name} {kind}: {len(sql)} characters\n")
    for kind, made in dumps.items():
        _keep(HERE / "catalogues" / f"{kind}.tar.xz", made)


def _made(name: str, url: str) -> dict[str, str]:
    first, *later = OPENED.get(name, (name,))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        file = home / "catalogue.db"
        for article, text_ in _ARTICLES.items():
            (home / article).write_text(text_, encoding="utf-8")
        with _code(first) as code:
            _run(code, home, str(HERE / "filling.py"), str(home), url)
        for one in later:
            with _code(one) as code:
                for address in (f"sqlite:///{file}", url):
                    opening = (
                        f"from corpus.catalogue.connection import Catalogue; Catalogue({address!r}).close()"
                    )
                    _run(code, home, "-c", opening)
        return {"sqlite": dumping.sqlite(file), "postgresql": dumping.postgresql(url)}


def _code(commit: str) -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory()
    archive = subprocess.run(
        ["git", "archive", commit, "bot", "retrieval", "corpus"], cwd=ROOT, check=True, capture_output=True
    )
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as packed:
        packed.extractall(folder.name, filter="data")
    return folder


def _database(server: str, name: str) -> str:
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}"'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return f"{server}/{name}"


def _run(code: str, home: Path, *said: str) -> None:
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": code}  # noqa: TID251
    done = subprocess.run(
        [sys.executable, *said],
        cwd=home,
        env={**surroundings, "NEWSDESK_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{said}: {done.stdout}{done.stderr}")


def _keep(file: Path, dumps: dict[str, str]) -> None:
    file.parent.mkdir(exist_ok=True)
    with tarfile.open(file, "w:xz") as packed:
        for name, sql in dumps.items():
            entry = tarfile.TarInfo(f"{name}.sql")
            entry.size = len(sql.encode())
            packed.addfile(entry, io.BytesIO(sql.encode()))


if __name__ == "__main__":
    main(*sys.argv[1:])
