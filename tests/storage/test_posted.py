from bot.assembly import Desk
from corpus.catalogue import posted
from corpus.catalogue.posted import Posted
from tests.storage.asked import ask
from tests.storage.newsroom import BONUS, BRIDGE, add_one, article


def show(desk: Desk, message: str, answer: str) -> Posted:
    """Remember a message that shows an answer."""
    shown = Posted(message, "77", answer, "nl", embedded=True)
    with desk.catalogue.writing() as connection:
        posted.remember(connection, shown)
    return shown


def mark(desk: Desk, article_id: str) -> int:
    with desk.catalogue.writing() as connection:
        return posted.mark_stale(connection, article_id)


def stale(desk: Desk, limit: int = 50) -> list[Posted]:
    with desk.catalogue.reading() as connection:
        return posted.stale(connection, limit)


def test_a_message_is_known_by_the_answer_it_shows(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    first, second = ask(newsdesk), ask(newsdesk)
    show(newsdesk, "900", first.id)
    show(newsdesk, "1000", first.id)
    show(newsdesk, "1000", second.id)
    with newsdesk.catalogue.writing() as connection:
        assert posted.answer_of(connection, "1000") == second.id
        assert posted.answer_of(connection, "1000", "77") == second.id
        assert posted.answer_of(connection, "1000", "78") is posted.answer_of(connection, "1") is None
        assert posted.answers_of(connection, ["900", "1000", "1"]) == {"900": first.id, "1000": second.id}
        assert posted.answers_of(connection, []) == {}
        posted.forget(connection, "900")
        assert posted.answer_of(connection, "900") is None


def test_a_change_of_an_article_makes_the_cards_stale_that_quoted_any_version_of_it(newsdesk: Desk) -> None:
    url = "https://www.example.org/bonus"
    quoted = add_one(newsdesk, article(BONUS, url=url)).article
    other = add_one(newsdesk, article(BRIDGE)).article
    old = show(newsdesk, "900", ask(newsdesk).id)
    add_one(newsdesk, article(BONUS.replace("495", "595"), url=url))
    new = show(newsdesk, "1000", ask(newsdesk).id)
    assert stale(newsdesk) == []
    assert mark(newsdesk, other.id) == 0
    assert mark(newsdesk, quoted.id) == 2
    assert stale(newsdesk) == [new, old]
    assert stale(newsdesk, 1) == [new]
    with newsdesk.catalogue.writing() as connection:
        posted.note_refreshed(connection, "1000")
    assert stale(newsdesk) == [old]


def test_a_card_that_becomes_stale_while_it_is_edited_stays_stale(newsdesk: Desk) -> None:
    quoted = add_one(newsdesk, article(BONUS)).article
    shown = show(newsdesk, "900", ask(newsdesk).id)
    mark(newsdesk, quoted.id)
    (seen,) = stale(newsdesk)
    mark(newsdesk, quoted.id)
    with newsdesk.catalogue.writing() as connection:
        posted.note_refreshed(connection, "900", seen.marks)
    assert stale(newsdesk) == [show(newsdesk, "900", shown.answer_id)]
    (seen,) = stale(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        posted.note_refreshed(connection, "900", seen.marks)
    assert stale(newsdesk) == []


def test_a_message_that_shows_another_answer_now_is_fresh(newsdesk: Desk) -> None:
    quoted = add_one(newsdesk, article(BONUS)).article
    show(newsdesk, "900", ask(newsdesk).id)
    mark(newsdesk, quoted.id)
    show(newsdesk, "900", ask(newsdesk).id)
    assert stale(newsdesk) == []
