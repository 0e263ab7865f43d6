import dataclasses

from bot.assembly import Desk
from corpus.catalogue import watches
from corpus.catalogue.watches import MOST, Watch
from corpus.dates import PartialDate
from corpus.filters import Filters
from tests.storage.asked import KNOWN, MINE, NOON, THEIRS, UNKNOWN, ask, later
from tests.storage.newsroom import BONUS, add_one, article

NARROW = Filters(since=PartialDate(2023), outlet="De Bode", kind="opinion")


def watch(answer: str, person: str = "5", guild: str | None = MINE, **said: object) -> Watch:
    made = Watch(
        person=person,
        guild=guild,
        channel="77",
        message="88",
        private=False,
        language="nl",
        question=KNOWN,
        standalone=KNOWN,
        filters=Filters(),
        created=NOON,
        answer_id=answer,
        seen=1,
    )
    return dataclasses.replace(made, **said)  # type: ignore[arg-type]


def held(desk: Desk, person: str = "5", guild: str | None = MINE) -> list[Watch]:
    with desk.catalogue.reading() as connection:
        return watches.of_person(connection, person, guild)


def test_a_watch_is_read_as_it_was_kept_by_its_own_person_in_its_own_guild(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    answer = ask(newsdesk)
    one, other = watch(answer.id, filters=NARROW, private=True), watch(answer.id, "6", created=later(1))
    with newsdesk.catalogue.writing() as connection:
        assert watches.start(connection, one) == one
        assert watches.start(connection, other) == other
    assert held(newsdesk) == [one]
    assert held(newsdesk, guild=THEIRS) == held(newsdesk, guild=None) == []
    with newsdesk.catalogue.writing() as connection:
        assert watches.everywhere_of(connection, "5") == [one]
        assert watches.every(connection) == [one, other]
        assert watches.stop(connection, one.id, "6") is None
        assert watches.stop(connection, one.id, "5") == one
        assert watches.stop(connection, one.id, "5") is None
    assert held(newsdesk) == []


def test_what_is_watched_twice_is_kept_once_and_told_where_it_was_asked_last(newsdesk: Desk) -> None:
    answer = ask(newsdesk, UNKNOWN)
    with newsdesk.catalogue.writing() as connection:
        first = watches.start(connection, watch(answer.id))
        again = watches.start(connection, watch(answer.id, channel="78", message=None, private=True))
        narrower = watches.start(connection, watch(answer.id, filters=NARROW))
    assert first is not None
    assert again is not None
    assert narrower is not None
    assert again in held(newsdesk)
    assert (again.id, again.channel, again.message, again.private) == (first.id, "78", None, True)
    assert len({one.id for one in held(newsdesk)}) == 2


def test_twenty_questions_are_watched_and_no_more(newsdesk: Desk) -> None:
    answer = ask(newsdesk, UNKNOWN)
    with newsdesk.catalogue.writing() as connection:
        for number in range(MOST):
            assert watches.start(connection, watch(answer.id, standalone=f"{number}?"))
        assert watches.start(connection, watch(answer.id, standalone="one more?")) is None
        assert watches.start(connection, watch(answer.id, standalone="3?"))
        assert watches.start(connection, watch(answer.id, "6"))
        assert watches.start(connection, watch(answer.id, guild=THEIRS))
    assert len(held(newsdesk)) == MOST == 20


def test_what_was_marked_again_while_it_was_asked_is_asked_again(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    old, new = ask(newsdesk), ask(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        one = watches.start(connection, watch(old.id))
        assert one is not None
        watches.mark(connection, [one.id])
    (asked,) = held(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        watches.mark(connection, [one.id])
        watches.note_found(connection, [asked], new.id, "newer", 7)
        assert watches.found_ones(connection) == []
        assert watches.any_marked(connection)
    (asked,) = held(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        watches.note_found(connection, [asked], new.id, "newer", 7)
        (found,) = watches.found_ones(connection)
        watches.try_first(connection, [found], later(1))
        watches.try_first(connection, [found], later(2))
    assert (found.found, found.difference, found.seen, found.marks) == (new.id, "newer", 7, 0)
    assert [one.tried for one in held(newsdesk)] == [later(1)]
    with newsdesk.catalogue.writing() as connection:
        watches.note_told(connection, [found], new.id, later(3))
    (told,) = held(newsdesk)
    assert (told.answer_id, told.told, told.found, told.difference, told.tried) == (
        new.id, later(3), None, None, None,
    )  # fmt: skip


def test_how_far_was_looked_is_noted_by_one_of_two_that_look(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        assert watches.position(connection) is None
        assert watches.advance(connection, None, 4)
        assert not watches.advance(connection, None, 5)
        assert watches.advance(connection, 4, 9)
        assert watches.position(connection) == 9


def test_what_began_before_a_moment_is_known(newsdesk: Desk) -> None:
    answer = ask(newsdesk, UNKNOWN)
    with newsdesk.catalogue.writing() as connection:
        old = watches.start(connection, watch(answer.id))
        watches.start(connection, watch(answer.id, "6", created=later(2)))
        assert old is not None
        assert watches.begun_before(connection, later(1)) == [old.id]
