"""The seal on a Chroma folder: the checksums of its files, as they were when it was last written."""

import hashlib
import json
from pathlib import Path

_NAME = "seal.json"


class Seal:
    """Tells whether the files of a folder are those that were written.

    Chroma's core ends the whole process on some damage, and on other damage it finds the wrong passages: its
    files have no checksums of their own. While they are written there is no seal, so that a process that
    ends in the middle leaves none.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digests: dict[tuple[str, int, int], str] = {}

    def holds(self) -> bool:
        """Tell whether the files are as they were sealed; also of a folder that is not there or is empty."""
        files = self._files()
        if not files:
            return not self._file.exists()
        try:
            return bool(json.loads(self._file.read_bytes()) == self._digested(files))
        except (OSError, ValueError):
            return False

    def lift(self) -> None:
        """Take the seal off, before the files are written.

        Raises:
            OSError: the folder cannot be written.
        """
        self._file.unlink(missing_ok=True)

    def put(self) -> None:
        """Seal the files as they are now.

        Raises:
            OSError: the folder cannot be written or its files cannot be read.
        """
        written = self._file.with_suffix(".new")
        written.write_text(json.dumps(self._digested(self._files())))
        written.replace(self._file)

    @property
    def _file(self) -> Path:
        return self._folder / _NAME

    def _files(self) -> list[Path]:
        own = {_NAME, Path(_NAME).with_suffix(".new").name}
        return sorted(one for one in self._folder.rglob("*") if one.is_file() and one.name not in own)

    def _digested(self, files: list[Path]) -> dict[str, str]:
        return {one.relative_to(self._folder).as_posix(): self._digest(one) for one in files}

    def _digest(self, file: Path) -> str:
        """Return the checksum of a file, computed anew only where it was written since."""
        now = file.stat()
        known = (str(file), now.st_mtime_ns, now.st_size)
        if known not in self._digests:
            with file.open("rb") as opened:
                self._digests[known] = hashlib.file_digest(opened, "blake2b").hexdigest()
        return self._digests[known]
