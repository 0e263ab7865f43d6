"""What a backup says of itself: when and by what it was made, what is in it, and its checksum."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from corpus.errors import BackupUnusable

FORMAT = 1  # of the file; the tables within have a format of their own


@dataclass(frozen=True, slots=True)
class Manifest:
    """The facts of a backup.

    Attributes:
        made: when the catalogue was as it is in the backup, in UTC.
        newsdesk: the version of the program that made it.
        tables_format: the format of the tables as the catalogue says it, such as `revision 0012`.
        database: what the catalogue was in, `sqlite` or `postgresql`.
        counts: the rows of every table.
        bytes: the size of the catalogue within, unpacked.
        sha256: of that catalogue, in hexadecimal digits.
    """

    made: datetime.datetime
    newsdesk: str
    tables_format: str
    database: str
    counts: Mapping[str, int]
    bytes: int
    sha256: str

    @property
    def articles(self) -> int:
        """How many versions of articles it has."""
        return self.counts.get("versions", 0)


def written(manifest: Manifest) -> str:
    """Return a manifest as the JSON document that stands in a backup."""
    document = {"backup": FORMAT, **asdict(manifest), "made": manifest.made.isoformat(timespec="seconds")}
    return json.dumps(document, indent=1)


def read(document: str) -> Manifest:
    """Return the manifest of such a document.

    Raises:
        BackupUnusable: it is none, or of a newer newsdesk.
    """
    try:
        stated = json.loads(document)
        number = int(stated.pop("backup"))
        if number <= FORMAT:
            return _manifest(stated)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupUnusable("Its manifest cannot be read.") from error
    raise BackupUnusable(
        f"It was made by a newer newsdesk (backup format {number}, this one reads {FORMAT})."
    )


def _manifest(stated: dict[str, Any]) -> Manifest:
    return Manifest(
        made=datetime.datetime.fromisoformat(stated["made"]),
        newsdesk=str(stated["newsdesk"]),
        tables_format=str(stated["tables_format"]),
        database=str(stated["database"]),
        counts={str(name): int(number) for name, number in stated["counts"].items()},
        bytes=int(stated["bytes"]),
        sha256=str(stated["sha256"]),
    )
