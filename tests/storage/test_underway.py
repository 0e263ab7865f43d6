from bot.assembly import Desk
from corpus.catalogue import underway
from corpus.catalogue.underway import Begun
from tests.storage.asked import NOON, later


def test_what_was_begun_is_left_until_it_is_ended(newsdesk: Desk) -> None:
    asked = Begun("7", NOON, "run:1:here", "nl", "2000", "3000")
    clicked = Begun("8", later(1), "run:1:here", "en", None, "3001", "9", "1000", "token", "draft-add:abc")
    with newsdesk.catalogue.writing() as connection:
        for one in (clicked, asked, clicked):
            underway.begin(connection, one)
        underway.concerns(connection, "7", "0123456789ab")
        shown, _ = underway.left(connection)
        assert underway.left(connection) == [shown, clicked]
        underway.end(connection, ["8", "9"])
    assert (shown.id, shown.proposal_id, shown.at) == ("7", "0123456789ab", NOON)
    with newsdesk.catalogue.reading() as connection:
        assert underway.left(connection) == [shown]
