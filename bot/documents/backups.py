"""Backups as JSON documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.documents import Document

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.catalogue.backups.making import Backup
    from corpus.catalogue.backups.manifest import Manifest
    from corpus.catalogue.backups.restoring import Restored


def made(backup: Backup) -> Document:
    """Return a backup that was made."""
    return {"file": str(backup.file), "bytes": backup.bytes, **_described(backup.manifest)}


def restored(file: Path, done: Restored) -> Document:
    """Return what was restored, and where what was there before is kept."""
    return {"file": str(file), **_described(done.manifest), "kept": [str(one) for one in done.kept]}


def _described(manifest: Manifest) -> Document:
    return {
        "made": manifest.made.isoformat(timespec="seconds"),
        "newsdesk": manifest.newsdesk,
        "format": manifest.tables_format,
        "database": manifest.database,
        "counts": dict(manifest.counts),
        "sha256": manifest.sha256,
    }
