"""The parts of a Word document or an e-book, which both are ZIP archives, up to a size limit."""

import io
import zipfile

from corpus.errors import SourceUnreadable
from corpus.reading import files

_MOST_PARTS = 10_000
_PICTURES = 5 * files.LIMIT  # bytes of all parts together; pictures are not read, but may be there
_TOO_LARGE = (
    "It unpacks to more than any article holds: add the article alone, or split it into smaller files."
)


def opened(raw: bytes, source: str, broken: str, most: int = files.LIMIT) -> zipfile.ZipFile:
    """Return the archive that bytes are.

    The sizes that an archive states bind it: of a part that holds more, no more is unpacked.

    Args:
        raw: the bytes of the file.
        source: what the person named.
        broken: the sentence where it is no such archive.
        most: bytes that its markup may unpack to.

    Raises:
        SourceUnreadable: it is no archive, or would unpack to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise SourceUnreadable(source, broken) from error
    parts = archive.infolist()
    markup = sum(part.file_size for part in parts if part.filename.lower().endswith(("ml", ".rels", ".opf")))
    if len(parts) > _MOST_PARTS or markup > most or sum(part.file_size for part in parts) > _PICTURES:
        raise SourceUnreadable(source, _TOO_LARGE)
    return archive
