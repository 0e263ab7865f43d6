import pytest

from bot.assembly import Desk
from corpus.catalogue import journal
from corpus.catalogue.decide import Status
from corpus.catalogue.journal import Action, Change
from corpus.errors import ChangeNotUndoable
from tests.storage.newsroom import (
    BONUS,
    BRIDGE,
    add,
    add_one,
    article,
    assert_words_agree,
    found,
    listed,
    word_index,
)

URL = "https://www.example.org/bonus"
CORRECTED = BONUS.replace("495", "595")


def history(desk: Desk) -> list[Change]:
    with desk.catalogue.reading() as connection:
        return journal.recent(connection)


def undo(desk: Desk, number: int | None = None) -> Change:
    return desk.curator.undo(number, "a moderator").change


def test_the_journal_says_who_did_what_newest_first(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS, url=URL, title="Bonus"), guild="1001")
    add(newsdesk, article(CORRECTED, url=URL), guild="1001")
    newsdesk.curator.remove([added.article.id], "a moderator", "1001")
    newest, replaced, first = history(newsdesk)
    assert [one.action for one in (first, replaced, newest)] == [Action.ADD, Action.REPLACE, Action.REMOVE]
    assert [one.actor for one in (first, newest)] == ["a tester", "a moderator"]
    assert {(one.article_id, one.title, one.guild) for one in (first, replaced, newest)} == {
        (added.article.id, "Bonus", "1001")
    }
    assert (first.before, first.after) == (None, replaced.before)
    assert (replaced.after, None) == (newest.before, newest.after)
    assert first.at <= replaced.at <= newest.at
    assert first.at.utcoffset() is not None


def test_an_addition_taken_back_is_found_no_more(newsdesk: Desk) -> None:
    add(newsdesk, article(BRIDGE))
    with newsdesk.catalogue.reading() as connection:
        before = word_index(connection)
    add(newsdesk, article(BONUS, url=URL))
    assert undo(newsdesk).action is Action.ADD
    assert found(newsdesk, "tekenbonus") == listed(newsdesk) == [BRIDGE]
    with newsdesk.catalogue.reading() as connection:
        assert word_index(connection) == before


def test_a_replacement_taken_back_brings_the_old_text_back(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS, url=URL))
    with newsdesk.catalogue.reading() as connection:
        before = word_index(connection)
    add(newsdesk, article(CORRECTED, url=URL))
    assert undo(newsdesk).action is Action.REPLACE
    assert found(newsdesk, "tekenbonus 495 duizend") == listed(newsdesk) == [BONUS]
    with newsdesk.catalogue.reading() as connection:
        assert word_index(connection) == before
    assert add_one(newsdesk, article(BONUS, url=URL)).article == first.article


def test_a_removal_taken_back_brings_the_article_back(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL), article(BRIDGE))
    with newsdesk.catalogue.reading() as connection:
        before = word_index(connection)
    newsdesk.curator.remove([URL], "a tester")
    assert found(newsdesk, "tekenbonus") == [BRIDGE]
    assert undo(newsdesk).action is Action.REMOVE
    assert found(newsdesk, "tekenbonus")[0] == BONUS
    with newsdesk.catalogue.reading() as connection:
        assert word_index(connection) == before


def test_undo_goes_back_step_by_step_and_then_says_that_nothing_is_left(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    add(newsdesk, article(CORRECTED, url=URL))
    newsdesk.curator.remove([URL], "a tester")
    states = []
    for _ in range(3):
        undo(newsdesk)
        states.append(listed(newsdesk))
    assert states == [[CORRECTED], [BONUS], []]
    with pytest.raises(ChangeNotUndoable, match="nothing to undo"):
        undo(newsdesk)
    assert_words_agree(newsdesk.catalogue)


def test_a_change_with_later_ones_on_top_is_not_undone(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    add(newsdesk, article(CORRECTED, url=URL))
    with pytest.raises(ChangeNotUndoable, match="undo the later change first"):
        undo(newsdesk, 1)
    assert listed(newsdesk) == [CORRECTED]


def test_a_change_is_undone_once(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    undo(newsdesk, 1)
    with pytest.raises(ChangeNotUndoable, match="undone already, by change 2"):
        undo(newsdesk, 1)
    assert [one.undone_by for one in history(newsdesk)] == [None, 2]
    assert [one.undoes for one in history(newsdesk)] == [1, None]


def test_an_undo_can_itself_be_undone_by_its_number(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    undo(newsdesk, 1)
    assert undo(newsdesk, 2).action is Action.UNDO
    assert found(newsdesk, "tekenbonus") == [BONUS]
    assert_words_agree(newsdesk.catalogue)


def test_a_change_that_never_was_is_refused_with_the_cure(newsdesk: Desk) -> None:
    with pytest.raises(ChangeNotUndoable, match="There is no change 7: `newsdesk history`"):
        undo(newsdesk, 7)


def test_changes_of_other_articles_do_not_stand_in_the_way(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    add(newsdesk, article(BRIDGE))
    undo(newsdesk, 1)
    assert listed(newsdesk) == [BRIDGE]


def test_an_article_added_again_after_an_undo_can_be_taken_back_again(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    undo(newsdesk)
    assert add_one(newsdesk, article(BONUS, url=URL)).status is Status.ADDED
    undo(newsdesk)
    assert listed(newsdesk) == []
