import datetime

from bot.assembly import Desk
from corpus.catalogue import servers
from corpus.catalogue.servers import Server
from tests.storage.asked import MINE, THEIRS

THEN = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
LATER = THEN + datetime.timedelta(hours=1)


def test_a_server_is_greeted_once_and_one_that_was_there_before_never(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        servers.meet(connection, [THEIRS], THEN)
        assert servers.join(connection, MINE, THEN)
        assert not servers.join(connection, MINE, LATER)
        assert not servers.join(connection, THEIRS, LATER)
        assert servers.ungreeted(connection, THEN) == [MINE]
        assert servers.ungreeted(connection, LATER) == []

        servers.note_greeted(connection, MINE, LATER)
        servers.leave(connection, MINE)
        assert not servers.join(connection, MINE, LATER)
        assert servers.ungreeted(connection, THEN) == []


def test_the_servers_that_the_bot_is_in_are_known_with_what_it_lacks_there(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        servers.meet(connection, [MINE, THEIRS], THEN)
        servers.note_look(connection, MINE, "Readers", ["Embed Links"])
        both = [Server(MINE, "Readers", ("Embed Links",)), Server(THEIRS, None, ())]
        assert sorted(servers.present(connection), key=lambda one: one.name or "~") == both

        servers.leave(connection, THEIRS)
        assert servers.present(connection) == both[:1]
        servers.meet(connection, [THEIRS], LATER)
        assert servers.present(connection) == both[1:]


def test_a_shard_that_finds_itself_in_no_server_says_nothing_of_those_of_others(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        servers.meet(connection, [MINE, THEIRS], THEN)
        servers.meet(connection, [], LATER, lambda guild: guild == MINE)
        assert [one.guild for one in servers.present(connection)] == [THEIRS]
