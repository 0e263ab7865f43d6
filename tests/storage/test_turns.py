import datetime

from bot.assembly import Desk
from corpus.catalogue import turns

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
APART = datetime.timedelta(seconds=5)
SECOND = datetime.timedelta(seconds=1)
NOW = datetime.timedelta(0)


def test_turns_of_one_name_are_taken_a_while_apart_and_those_of_another_beside_them(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        assert turns.take(connection, "first", NOON, APART) == NOW
        assert turns.take(connection, "first", NOON + SECOND, APART) == 4 * SECOND
        assert turns.take(connection, "second", NOON + SECOND, APART) == NOW
        assert turns.take(connection, "first", NOON + APART, APART) == NOW
        assert turns.take(connection, "first", NOON + APART, APART) == APART


def test_nobody_waits_for_a_turn_that_a_wrong_clock_took(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        turns.take(connection, "first", NOON + datetime.timedelta(days=1), APART)
        assert turns.take(connection, "first", NOON, APART) == NOW
