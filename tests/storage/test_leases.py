import datetime

from bot.assembly import Desk
from corpus.catalogue import leases

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def test_a_lease_is_held_by_one_until_it_is_given_back_or_its_time_is_over(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        assert leases.take(connection, "index", "a", NOON, MINUTE)
        assert leases.take(connection, "index", "a", NOON, MINUTE)
        assert not leases.take(connection, "index", "b", NOON, MINUTE)
        assert leases.take(connection, "other", "b", NOON, MINUTE)

        leases.give_back(connection, "index", "b")
        assert not leases.take(connection, "index", "b", NOON, MINUTE)
        leases.give_back(connection, "index", "a")
        assert leases.take(connection, "index", "b", NOON, MINUTE)
        assert leases.take(connection, "index", "a", NOON + MINUTE, MINUTE)


def test_a_lease_of_a_wrong_clock_holds_nobody_up(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        assert leases.take(connection, "index", "a", NOON + 5 * MINUTE, MINUTE)
        assert leases.take(connection, "index", "b", NOON, MINUTE)
