from bot.assembly import Desk
from corpus.catalogue import feedback
from corpus.catalogue.feedback import Feedback
from tests.storage.asked import KNOWN, MINE, NOON, THEIRS, ask, later
from tests.storage.newsroom import BONUS, add_one, article


def test_a_persons_later_word_replaces_the_earlier_one(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    answer = ask(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        feedback.give(connection, answer.id, "5", helpful=True, comment=None, at=NOON)
        feedback.give(connection, answer.id, "6", helpful=True, comment="  ", at=later(1))
        assert feedback.give(
            connection, answer.id, "5", helpful=False, comment="out\x00 of date\n", at=later(2)
        )
        said = feedback.given_in(connection, MINE)
    assert said == [
        Feedback(answer.id, "6", MINE, KNOWN, KNOWN, helpful=True, comment=None, at=later(1)),
        Feedback(answer.id, "5", MINE, KNOWN, KNOWN, helpful=False, comment="out of date", at=later(2)),
    ]


def test_feedback_is_read_for_one_guild_or_for_all(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    asked = [ask(newsdesk, guild=guild) for guild in (MINE, THEIRS, None)]
    with newsdesk.catalogue.writing() as connection:
        for minute, answer in enumerate(asked):
            feedback.give(connection, answer.id, "5", helpful=True, comment=None, at=later(minute))
        assert [one.guild for one in feedback.every(connection)] == [MINE, THEIRS, None]
        assert [one.answer_id for one in feedback.given_in(connection, THEIRS)] == [asked[1].id]


def test_a_word_on_an_answer_that_is_gone_is_not_kept(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        assert not feedback.give(connection, "0123456789ab", "5", helpful=True, comment=None, at=NOON)
        assert feedback.every(connection) == []
