"""The type of a column that holds moments: UTC goes in and comes out, whichever database keeps it."""

import datetime

from sqlalchemy import DateTime, Dialect, TypeDecorator
from sqlalchemy.exc import DontWrapMixin


class NaiveMoment(DontWrapMixin, ValueError):
    """A time without a time zone was to be kept: nobody could tell which moment it is."""


class Moment(TypeDecorator[datetime.datetime]):
    """A moment, whichever time zone it is given in.

    PostgreSQL keeps it with its zone and gives it in the session's; SQLite keeps the figures alone.
    Whatever zone is given, what is kept and read is UTC.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime.datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the same for both
    ) -> datetime.datetime | None:
        """Return what is kept of a moment.

        Raises:
            NaiveMoment: the time has no time zone.
        """
        if value is None:
            return None
        if value.utcoffset() is None:
            raise NaiveMoment(f"{value!r} has no time zone: give it one, for example datetime.UTC.")
        return value.astimezone(datetime.UTC)

    def process_result_value(
        self,
        value: datetime.datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the same for both
    ) -> datetime.datetime | None:
        """Return a moment that was kept, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=value.tzinfo or datetime.UTC).astimezone(datetime.UTC)
