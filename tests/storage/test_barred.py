from bot.assembly import Desk
from corpus.catalogue import barred
from tests.storage.asked import NOON, later


def test_a_person_has_been_told_of_a_channel_once_it_is_noted(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        assert not barred.is_told(connection, "4000", "3000")
        barred.note_told(connection, "1001", "4000", "3000", NOON)
        barred.note_told(connection, "1001", "4000", "3000", later(1))
    with newsdesk.catalogue.reading() as connection:
        assert barred.is_told(connection, "4000", "3000")
        assert not barred.is_told(connection, "4000", "3001")
        assert not barred.is_told(connection, "4001", "3000")
