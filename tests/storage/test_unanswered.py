from bot.assembly import Desk
from corpus.catalogue import feedback, unanswered, waiters
from corpus.catalogue.unanswered import Open, Reason
from tests.storage.asked import KNOWN, MINE, NOON, THEIRS, UNKNOWN, ask, later
from tests.storage.newsroom import BONUS, add_one, article


def waiting(desk: Desk, guild: str = MINE) -> list[Open]:
    with desk.catalogue.reading() as connection:
        return unanswered.open_ones(connection, guild)


def test_the_questions_of_a_guild_wait_newest_first_with_why_and_what_was_said(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    nothing, bad, elsewhere = ask(newsdesk, UNKNOWN), ask(newsdesk), ask(newsdesk, UNKNOWN, THEIRS)
    with newsdesk.catalogue.writing() as connection:
        unanswered.put(connection, nothing.id, Reason.ABSTAINED, NOON)
        unanswered.put(connection, bad.id, Reason.NOT_HELPFUL, later(1))
        unanswered.put(connection, elsewhere.id, Reason.ABSTAINED, later(2))
        waiters.add(connection, nothing.id, "8")
        feedback.give(connection, bad.id, "5", helpful=False, comment="too old", at=later(1))
        feedback.give(connection, bad.id, "6", helpful=False, comment="of last year", at=later(2))
        feedback.give(connection, bad.id, "7", helpful=True, comment="fine", at=later(3))
    assert waiting(newsdesk) == [
        Open(
            bad.id,
            MINE,
            KNOWN,
            Reason.NOT_HELPFUL,
            told=False,
            at=later(1),
            comment="of last year",
            people=frozenset("56"),
        ),
        Open(
            nothing.id,
            MINE,
            UNKNOWN,
            Reason.ABSTAINED,
            told=False,
            at=NOON,
            comment=None,
            people=frozenset("8"),
        ),
    ]
    assert [one.answer_id for one in waiting(newsdesk, THEIRS)] == [elsewhere.id]


def test_a_question_put_again_is_told_at_most_and_never_opened(newsdesk: Desk) -> None:
    answer = ask(newsdesk, UNKNOWN)
    with newsdesk.catalogue.writing() as connection:
        unanswered.put(connection, answer.id, Reason.ABSTAINED, NOON)
        unanswered.put(connection, answer.id, Reason.NOT_HELPFUL, later(1), told=True)
        unanswered.put(connection, answer.id, Reason.ABSTAINED, later(2), told=False)
    (one,) = waiting(newsdesk)
    assert (one.reason, one.told, one.at) == (Reason.ABSTAINED, True, NOON)
    with newsdesk.catalogue.writing() as connection:
        assert unanswered.close(connection, [answer.id], MINE, "a moderator", later(3)) == 1
        unanswered.put(connection, answer.id, Reason.NOT_HELPFUL, later(4))
    assert waiting(newsdesk) == []


def test_telling_the_moderators_puts_marks_or_opens_a_question_and_says_whether_it_did(
    newsdesk: Desk,
) -> None:
    add_one(newsdesk, article(BONUS))
    nothing, bad = ask(newsdesk, UNKNOWN), ask(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        assert unanswered.tell(connection, bad.id, NOON)
        unanswered.put(connection, nothing.id, Reason.ABSTAINED, later(1))
        assert unanswered.tell(connection, nothing.id, later(2))
        assert not unanswered.tell(connection, nothing.id, later(3))
        assert not unanswered.tell(connection, "0123456789ab", later(3))
    reasons = [(one.reason, one.told, one.at) for one in waiting(newsdesk)]
    assert reasons == [(Reason.ABSTAINED, True, later(1)), (Reason.NOT_HELPFUL, True, NOON)]
    with newsdesk.catalogue.writing() as connection:
        unanswered.close(connection, [nothing.id, bad.id], MINE, "a moderator", later(4))
        assert unanswered.tell(connection, bad.id, later(5))
    assert [(one.answer_id, one.at) for one in waiting(newsdesk)] == [(bad.id, later(5))]


def test_a_guild_closes_and_reopens_its_own_questions_alone(newsdesk: Desk) -> None:
    mine, theirs = ask(newsdesk, UNKNOWN), ask(newsdesk, UNKNOWN, THEIRS)
    both = [mine.id, theirs.id]
    with newsdesk.catalogue.writing() as connection:
        for name in both:
            unanswered.put(connection, name, Reason.ABSTAINED, NOON)
        assert unanswered.close(connection, both, MINE, "a moderator", later(1)) == 1
        assert unanswered.close(connection, both, MINE, "another", later(2)) == 0
        assert unanswered.reopen(connection, both, THEIRS) == 0
    assert waiting(newsdesk) == []
    assert len(waiting(newsdesk, THEIRS)) == 1
    with newsdesk.catalogue.writing() as connection:
        assert unanswered.reopen(connection, both, MINE) == 1
    assert [one.at for one in waiting(newsdesk)] == [NOON]


def test_questions_closed_together_are_found_by_one_of_them(newsdesk: Desk) -> None:
    first, second, apart = (ask(newsdesk, UNKNOWN).id for _ in range(3))
    with newsdesk.catalogue.writing() as connection:
        for one in (first, second, apart):
            unanswered.put(connection, one, Reason.ABSTAINED, NOON)
        assert unanswered.closed_with(connection, first, MINE) == []
        unanswered.close(connection, [first, second], MINE, "a moderator", later(1))
        unanswered.close(connection, [apart], MINE, "a moderator", later(2))
        assert set(unanswered.closed_with(connection, first, MINE)) == {first, second}
        assert unanswered.closed_with(connection, first, THEIRS) == []
