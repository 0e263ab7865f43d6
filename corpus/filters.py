"""Which articles a question may be answered from."""

import datetime
from dataclasses import dataclass

from corpus.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Filters:
    """The articles a question may use; None does not narrow.

    `guild`: the shared articles and that guild's own; None means the shared ones alone.
    `since` and `until` keep articles that may have been published from, or by, then.
    `as_of` keeps articles that were certainly published by then.
    Articles without a date are left out by any of the three.
    `outlet` and `outlets_left_out` are compared without regard to case; `language` is an ISO 639-1 code.
    `outlets_left_out` never leaves out an article without an outlet.
    `kind` is the value of a `Genre`, or `report` for the articles of none.
    """

    guild: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    as_of: PartialDate | None = None
    outlet: str | None = None
    language: str | None = None
    outlets_left_out: tuple[str, ...] = ()
    kind: str | None = None

    def day(self, today: datetime.date) -> datetime.date:
        """Return the day as of which a question is answered."""
        return self.as_of.last() if self.as_of else today

    @property
    def folded_left_out(self) -> list[str]:
        """The outlets left out as they are compared, each once and in order."""
        return sorted({name.casefold() for name in self.outlets_left_out if name})
