"""What people watch is asked again after a change that can touch it, and told where the answer changed."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from bot.assembly import Desk
from bot.telling.abstention_sentence import abstention
from corpus.catalogue import answers, journal, watches
from corpus.catalogue.watches import Watch
from corpus.filters import Filters
from retrieval.answering.explaining import recall
from retrieval.curating.watching.difference import Difference, difference
from retrieval.curating.watching.lookout import Lookout
from retrieval.curating.watching.timing import is_night, may_tell
from retrieval.curating.watching.touching import touched
from tests.retrieval.newsroom import BEES, add, draft, now, three

MINE, THEIRS = "1001", "2002"
FARE = "How much does the night ferry between Oosterzijl and Saltmarsh cost?"
CHESS = "Who won the chess tournament in Velmerstad?"
ANYTHING = Filters()
DEARER = "The night ferry between Oosterzijl and Saltmarsh costs 71 euros from January, the company says."
SAME = "A trip with the night ferry between Oosterzijl and Saltmarsh costs 58 euros, the company repeats."
WON = "Marit Holsbeek won the chess tournament in Velmerstad on Sunday, ahead of two grandmasters."
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def lookout(desk: Desk) -> Lookout:
    return Lookout(desk.catalogue, desk.embedder, desk.search, desk.reader, now, abstention)


def watch(desk: Desk, question: str, person: str = "5", guild: str | None = None) -> Watch:
    """Ask a question and watch it."""
    answer = desk.answerer.ask(question, Filters(guild=guild))
    with desk.catalogue.writing() as connection:
        made = Watch(
            person=person,
            guild=guild,
            channel="77",
            message=None,
            private=False,
            language="en",
            question=question,
            standalone=question,
            filters=ANYTHING,
            created=now(),
            answer_id=answer.id,
            seen=journal.latest(connection),
        )
        kept = watches.start(connection, made)
    assert kept is not None
    return kept


def scope(one: Watch) -> Filters:
    return replace(one.filters, guild=one.guild)


def marked(desk: Desk) -> list[str]:
    lookout(desk).look(scope)
    with desk.catalogue.reading() as connection:
        return [one.standalone for one in watches.every(connection) if one.marks]


def found(desk: Desk) -> dict[str, str | None]:
    """Look, ask what is marked again, and return what is to be told to each person."""
    lookout(desk).look(scope)
    with desk.catalogue.reading() as connection:
        waiting = [one for one in watches.every(connection) if one.marks]
    if waiting:
        lookout(desk).ask(waiting, scope(waiting[0]))
    with desk.catalogue.reading() as connection:
        return {one.person: one.difference for one in watches.every(connection)}


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        (DEARER, "2026-01-02", Difference.NEWER),
        (DEARER, "2025-05-21", Difference.OTHER),
        (DEARER, "2019-01-02", None),
        (SAME, "2026-01-02", None),
        (BEES, "2026-01-02", None),
    ],
)
def test_another_value_is_told_and_the_same_or_an_older_one_is_not(
    desk: Desk, text: str, published: str, told: Difference | None
) -> None:
    three(desk)
    watch(desk, FARE)
    add(desk, [draft(text, "new", published, title="Night ferry", outlet="The Delta Monitor")])
    assert found(desk) == {"5": told}


def test_the_first_answer_is_told_and_so_is_that_there_is_none_any_more(desk: Desk) -> None:
    three(desk)
    watch(desk, CHESS)
    (article,) = add(desk, [draft(WON, "chess", "2026-01-02")])
    assert found(desk) == {"5": Difference.FIRST}
    with desk.catalogue.writing() as connection:
        (one,) = watches.found_ones(connection)
        watches.note_told(connection, [one], one.found or "", now())
        assert watches.every(connection)[0].seen == journal.latest(connection)
    desk.curator.remove([article.id], "test")
    assert found(desk) == {"5": Difference.LOST}


def test_a_correction_and_a_withdrawal_of_what_was_quoted_are_told_once(desk: Desk) -> None:
    ferry, *_ = three(desk)
    one = watch(desk, FARE)
    desk.curator.correct(ferry.id, "The company has confirmed it.", "test")
    assert found(desk) == {"5": Difference.CORRECTED}
    with desk.catalogue.writing() as connection:
        (corrected,) = watches.found_ones(connection)
        watches.note_told(connection, [corrected], corrected.found or "", now())
        watches.mark(connection, [one.id])
    assert found(desk) == {"5": None}
    desk.curator.withdraw(ferry.id, "It was an advertisement.", "test")
    assert found(desk) == {"5": Difference.WITHDRAWN}


def test_only_what_a_change_can_touch_is_asked_again(desk: Desk) -> None:
    # With more passages about a ferry than a question has hits, most changes are none of its business.
    boats = "The night ferry between Oosterzijl and Saltmarsh carried {} cars at a cost of fuel in week {}."
    add(desk, [draft(boats.format(n + 400, n), f"week{n}") for n in range(24)])
    three(desk)
    watch(desk, FARE)
    assert marked(desk) == []
    add(desk, [draft("The orchestra of Bargstede plays in the hall on Friday.", "orchestra")])
    assert marked(desk) == []
    add(desk, [draft(DEARER, "dearer", "2026-01-02")])
    assert marked(desk) == [FARE]


def test_nothing_is_told_of_what_is_not_seen(desk: Desk) -> None:
    three(desk)
    watch(desk, FARE, guild=MINE)
    watch(desk, FARE, "6")
    add(desk, [draft(DEARER, "theirs", "2026-01-02")], THEIRS)
    assert marked(desk) == []
    add(desk, [draft(DEARER, "mine", "2026-01-02", outlet="The Echo")], MINE)

    def without(one: Watch) -> Filters:
        return replace(scope(one), outlets_left_out=("the echo",))

    lookout(desk).look(without)
    with desk.catalogue.reading() as connection:
        assert not watches.any_marked(connection)


def test_changes_are_looked_at_once_each_whoever_looks_and_wherever_they_were_made(desk: Desk) -> None:
    three(desk)
    watch(desk, FARE)
    add(desk, [draft(DEARER, "dearer", "2026-01-02")])
    assert marked(desk) == marked(desk) == [FARE]
    with desk.catalogue.writing() as connection:
        assert [one.marks for one in watches.every(connection)] == [1]
        assert watches.position(connection) == journal.latest(connection)
        (change,) = journal.recent(connection, 1)
        assert change.after is not None
        given = answers.named(connection, [watches.every(connection)[0].answer_id])
        assert touched(connection, desk.embedder, given, [change], datetime.date(2026, 1, 3)) == {given[0].id}


def test_a_question_is_asked_once_for_all_and_each_is_told_what_is_new_to_them(desk: Desk) -> None:
    three(desk)
    watch(desk, FARE, "5")
    watch(desk, FARE, "6")
    add(desk, [draft(DEARER, "dearer", "2026-01-02")])
    watch(desk, FARE, "7")
    with desk.catalogue.writing() as connection:
        watches.mark(connection, [one.id for one in watches.every(connection)])
    assert found(desk) == {"5": Difference.NEWER, "6": Difference.NEWER, "7": None}
    with desk.catalogue.reading() as connection:
        told = {one.found for one in watches.found_ones(connection)}
    assert len(told) == 1
    explained = recall(desk.catalogue, told.pop() or "", None)
    assert explained is not None
    assert "71 euros" in explained.answer.text


def test_two_abstentions_are_no_difference(desk: Desk) -> None:
    one, other = (desk.answerer.ask(CHESS, ANYTHING) for _ in range(2))
    assert difference(one, other) is None


@pytest.mark.parametrize(
    ("hours", "zone", "may"),
    [(0, None, True), (-5, None, False), (-6, None, True), (-6, "Asia/Tokyo", True), (-6, "UTC", True)],
)
def test_a_question_is_told_of_once_in_six_hours(hours: int, zone: str | None, may: bool) -> None:  # noqa: FBT001
    told = [None, NOON + datetime.timedelta(hours=hours)] if hours else [None]
    assert may_tell(NOON, told, zone) is may


def test_the_night_is_that_of_the_time_zone() -> None:
    now = NOON
    assert not is_night(now, None)
    assert not is_night(now, "Europe/Amsterdam")  # 13:00
    assert is_night(now, "America/Los_Angeles")  # 04:00
    assert is_night(now, "Pacific/Auckland")  # 01:00
    edges = {hour: is_night(now.replace(hour=hour), "UTC") for hour in (7, 8, 21, 22)}
    assert edges == {7: True, 8: False, 21: False, 22: True}
    assert not may_tell(now.replace(hour=23), [], "UTC")
