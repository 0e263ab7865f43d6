"""Opening Chroma: embedded in a folder, or on a server; what does not open is rebuilt."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import chromadb
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings
from filelock import FileLock, Timeout

from corpus.catalogue.connection import Catalogue
from retrieval.errors import IndexUnavailable
from retrieval.index.chroma_errors import answered, obstacle, unmade
from retrieval.index.chroma_index import ChromaIndex
from retrieval.index.chroma_seal import Seal

_LOG = logging.getLogger(__name__)


def embedded(folder: Path, catalogue: Catalogue) -> ChromaIndex:
    """Open the Chroma of `folder`, which only one process may do at a time, and bring it up to date.

    A store whose seal does not hold, or that does not open, is rebuilt; see `Seal`.

    Raises:
        IndexUnavailable: it cannot be made anew either; the sentence says why.
    """
    seal = Seal(folder)
    if seal.holds():
        try:
            return _opened(folder, seal, catalogue)
        except IndexUnavailable:
            pass  # what keeps it from being made anew is told there
    return rebuilt(folder, catalogue)


def rebuilt(folder: Path, catalogue: Catalogue) -> ChromaIndex:
    """Make the Chroma of `folder`, which no client of this process has open any more, from the catalogue.

    Raises:
        IndexUnavailable: it cannot be made; the sentence says why.
    """
    if in_the_way := obstacle(folder):
        raise in_the_way
    _LOG.warning(
        "The vector index in %s is damaged or unfinished; it is being rebuilt from the catalogue.", folder
    )
    SharedSystemClient.clear_system_cache()  # it keeps a system that failed to start
    shutil.rmtree(folder, ignore_errors=True)
    try:
        return _opened(folder, Seal(folder), catalogue)
    except IndexUnavailable as error:
        raise obstacle(folder) or unmade(folder, error) from error


def served(url: str, token: str | None, catalogue: Catalogue) -> ChromaIndex:
    """Connect to the Chroma server at `url` and bring it up to date.

    Raises:
        IndexUnavailable: it does not answer.
    """
    address = urlsplit(url)
    secure = address.scheme == "https"
    index = ChromaIndex(
        catalogue,
        lambda: answered(
            lambda: chromadb.HttpClient(
                host=address.hostname or "localhost",
                port=address.port or (443 if secure else 8000),
                ssl=secure,
                headers={"Authorization": f"Bearer {token}"} if token else None,
                settings=_settings(),
            )
        ),
    )
    return _up_to_date(index)


def _opened(folder: Path, seal: Seal, catalogue: Catalogue) -> ChromaIndex:
    @contextmanager
    def written() -> Iterator[None]:
        answered(seal.lift)
        yield
        # Chroma's files can be cut short on a full disk without any error: such ones are not sealed.
        if in_the_way := obstacle(folder):
            raise in_the_way
        answered(seal.put)

    answered(lambda: folder.mkdir(parents=True, exist_ok=True))
    answered(seal.lift)  # opening writes already
    client = answered(lambda: chromadb.PersistentClient(folder, settings=_settings()))
    return _up_to_date(ChromaIndex(catalogue, lambda: client, written))


def _up_to_date(index: ChromaIndex) -> ChromaIndex:
    try:
        index.synchronise()
    except IndexUnavailable:
        index.close()
        raise
    return index


def _settings() -> Settings:
    """Return settings for one client: it writes its own address into them."""
    return Settings(anonymized_telemetry=False)


def own(folder: Path) -> FileLock | None:
    """Take the lock on the Chroma of `folder`; None while another process holds it.

    The lock ends with the process, however that ends.

    Raises:
        IndexUnavailable: nothing can be written beside the folder.
    """
    # Any thread may let go of it: the bot opens its parts in one and stops in another.
    lock = FileLock(folder.with_name(f"{folder.name}.lock"), thread_local=False)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except (OSError, NotImplementedError) as error:
        raise IndexUnavailable(
            f"The vector index cannot be kept in {folder.parent} ({error}): "
            "set NEWSDESK_HOME to a folder that can be written."
        ) from error
    return lock


def discard(folder: Path) -> None:
    """Delete the Chroma of `folder`, on which the caller holds the lock: it is made anew when asked for."""
    SharedSystemClient.clear_system_cache()
    shutil.rmtree(folder, ignore_errors=True)
