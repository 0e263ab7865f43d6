"""Whose turn it is to keep an index that several processes share in step: one at a time, by the catalogue."""

import datetime
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from corpus.catalogue import leases
from corpus.catalogue.connection import Catalogue
from corpus.errors import CatalogueUnusable

_NAME = "index"
# Whoever takes longer is joined by another, which does it twice and harms nothing; one that died holds it
# so long.
_LASTS = datetime.timedelta(minutes=1)


class Upkeep:
    """The turns of one process."""

    def __init__(self, catalogue: Catalogue, now: Callable[[], datetime.datetime]) -> None:
        """Take the catalogue that all processes share, and the clock, in UTC."""
        self._catalogue = catalogue
        self._now = now
        self._name = secrets.token_hex(8)

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Give whether it is this process's turn, and hold it until the context ends.

        Where the catalogue cannot be written everybody may: the index is to follow it all the same.
        """
        try:
            with self._catalogue.writing() as connection:
                mine = leases.take(connection, _NAME, self._name, self._now(), _LASTS)
        except CatalogueUnusable:
            yield True
            return
        try:
            yield mine
        finally:
            if mine:
                self._give_back()

    def _give_back(self) -> None:
        with self._catalogue.writing() as connection:
            leases.give_back(connection, _NAME, self._name)
