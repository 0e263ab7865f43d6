"""Who asked for a card is known by its message, for as long as that is there."""

from bot.assembly import Desk
from corpus.catalogue import askers


def test_a_message_is_known_by_who_asked_for_it_until_it_is_forgotten(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        askers.remember(connection, "900", "5")
        askers.remember(connection, "901", "6")
        askers.remember(connection, "900", "7")
    with newsdesk.catalogue.writing() as connection:
        assert [askers.asker_of(connection, message) for message in ("900", "901", "1")] == ["7", "6", None]
        askers.forget(connection, "900")
        assert [askers.asker_of(connection, message) for message in ("900", "901")] == [None, "6"]
