"""What a feed says, whatever form it is written in: its title and the articles that it names."""

import datetime
import hashlib
from dataclasses import dataclass

from corpus.dates import PartialDate
from corpus.reading.fields import one_line

_LONGEST = 500  # characters of a title or name
# What programs and shy people sign with.
_NOBODY = {"admin", "administrator", "webmaster", "root", "unknown", "anonymous", "onbekend", "anoniem"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a feed names; `key` is 64 characters that tell it from the feed's others for good.

    `moment` is when it was published, in UTC, as far as the feed says. `outlet` is the newspaper that a
    feed of several names for this entry.
    """

    key: str
    url: str
    title: str | None
    published: PartialDate | None
    author: str | None = None
    outlet: str | None = None
    moment: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says: its title, and its entries, newest first, a thousand at most."""

    title: str | None
    entries: tuple[Entry, ...]


def key_of(name: str, url: str) -> str:
    """Return the key of an entry: of its own name in the feed, or of its address where it has none."""
    return hashlib.sha256((name or url).encode()).hexdigest()


def words(said: str) -> str | None:
    """Return a title or a name on one line, or None where there is none."""
    return one_line(said)[:_LONGEST] or None


def person(said: str) -> str | None:
    """Return the name of an author, or None for an address of any kind and for nobody's name."""
    name = words(said)
    return None if name is None or "@" in name or "://" in name or name.lower() in _NOBODY else name
