"""What a source will need, guessed without reading it: how many articles it gives, and whether a parser."""

from pathlib import Path, PurePath

from corpus.address import is_address
from corpus.reading.endings import PARSED
from corpus.reading.files import walk

_BLOCK = 1 << 20  # bytes


def expected(source: str) -> int:
    """Return about how many articles `source` will give; 1 where it cannot be told."""
    path = Path(source)
    try:
        if path.is_dir():
            return sum(_in_file(found) if isinstance(found, Path) else 1 for found in walk(path))
        return _in_file(path)
    except (OSError, ValueError):
        return 1  # reading it says what is wrong with it


def is_parsed(source: str) -> bool:
    """Tell whether the name of a source says that it is no plain text; of a folder, nothing is said."""
    return is_address(source) or PurePath(source).suffix.lower() in PARSED


def _in_file(path: Path) -> int:
    if path.suffix.lower() not in {".jsonl", ".ndjson"}:
        return 1
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
