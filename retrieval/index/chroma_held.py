"""Whether a Chroma folder holds passages, read from its files: importing Chroma takes a second."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote


def holds_passages(folder: Path) -> bool:
    """Tell whether the embedded Chroma of `folder` has passages, or has had some that nobody can read."""
    file = folder / "chroma.sqlite3"
    if not file.is_file() or not file.stat().st_size:
        return False
    address = f"file:{quote(str(file.absolute()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return connection.execute("SELECT 1 FROM embeddings LIMIT 1").fetchone() is not None
    except sqlite3.Error:
        return True
