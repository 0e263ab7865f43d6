"""What the moderators of one guild can reach: their own articles and changes, nothing of anybody else's."""

import pytest

from bot.assembly import Desk
from corpus.article import Article
from corpus.catalogue import articles, journal
from corpus.catalogue.decide import Status
from corpus.errors import ArticleNotFound, ChangeNotUndoable, NotYours, Obstacle
from tests.storage.newsroom import BONUS, BRIDGE, add, add_one, article, listed

URL = "https://www.example.org/bonus"
MINE, THEIRS = "1001", "2002"


def find(desk: Desk, name: str, guild: str | None) -> Article:
    with desk.catalogue.reading() as connection:
        return articles.find_seen(connection, name, guild)


def change(desk: Desk, how: str, name: str, guild: str) -> None:
    if how == "remove":
        desk.curator.remove([name], "a moderator", guild)
    elif how == "correct":
        desk.curator.correct(name, "No.", "a moderator", guild, article(BRIDGE))
    else:
        desk.curator.withdraw(name, "No.", "a moderator", guild)


@pytest.mark.parametrize("how", ["remove", "correct", "withdraw"])
def test_a_guild_changes_its_own_articles_alone(newsdesk: Desk, how: str) -> None:
    own = add_one(newsdesk, article(BONUS, url=URL), MINE).article
    theirs = add_one(newsdesk, article(BONUS, url=URL), THEIRS).article
    shared = add_one(newsdesk, article(BRIDGE)).article
    with pytest.raises(NotYours, match="shared by the operator"):
        change(newsdesk, how, shared.id, MINE)
    with pytest.raises(ArticleNotFound, match="There is no article"):
        change(newsdesk, how, theirs.id, MINE)
    change(newsdesk, how, URL, MINE)
    assert BONUS not in listed(newsdesk, MINE)
    assert set(listed(newsdesk, THEIRS)) == {BONUS, BRIDGE}
    with newsdesk.catalogue.reading() as connection:
        newest = journal.recent(connection, 1)[0]
    assert (newest.article_id, newest.guild) == (own.id, MINE)


def test_an_address_means_a_guilds_own_article_where_the_operator_has_one_too(newsdesk: Desk) -> None:
    add(newsdesk, article(BRIDGE, url=URL))
    add(newsdesk, article(BONUS, url=URL), guild=MINE)
    newsdesk.curator.remove([URL], "a moderator", MINE)
    assert listed(newsdesk, MINE) == [BRIDGE]
    with pytest.raises(NotYours):
        newsdesk.curator.remove([URL], "a moderator", MINE)


def test_nothing_of_another_guild_is_found_by_any_name(newsdesk: Desk) -> None:
    theirs = add_one(newsdesk, article(BONUS, url=URL), THEIRS).article
    shared = add_one(newsdesk, article(BRIDGE)).article
    for name in (theirs.id, theirs.id[:6], URL):
        assert find(newsdesk, name, THEIRS) == theirs
        for guild in (MINE, None):
            with pytest.raises(ArticleNotFound, match="There is no article"):
                find(newsdesk, name, guild)
    assert find(newsdesk, shared.id[:6], MINE) == find(newsdesk, shared.id, None) == shared


def test_a_guild_sees_and_takes_back_only_what_was_changed_in_it(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS), guild=THEIRS)
    add(newsdesk, article(BRIDGE), guild=MINE)
    add(newsdesk, article(f"{BRIDGE} Dus."))
    with newsdesk.catalogue.reading() as connection:
        assert [one.id for one in journal.recent(connection, guild=MINE)] == [2]
        assert [one.id for one in journal.recent(connection)] == [3, 2, 1]
    for number in (1, 3, 99):
        with pytest.raises(ChangeNotUndoable) as refused:
            newsdesk.curator.undo(number, "a moderator", MINE)
        assert refused.value.reason is Obstacle.UNKNOWN
    assert newsdesk.curator.undo(None, "a moderator", MINE).change.id == 2
    for again, reason in ((2, Obstacle.UNDONE), (None, Obstacle.NOTHING)):
        with pytest.raises(ChangeNotUndoable) as refused:
            newsdesk.curator.undo(again, "a moderator", MINE)
        assert refused.value.reason is reason
    assert listed(newsdesk, THEIRS) == [f"{BRIDGE} Dus.", BONUS]


def test_a_guild_takes_back_its_last_hundred_changes_and_no_older_one(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS), MINE).article
    for _ in range(journal.UNDOABLE - 1):
        newsdesk.curator.correct(first.id, "Again.", "a moderator", MINE)
    assert newsdesk.curator.correct(first.id, "Again.", "a moderator", MINE).id == 101
    with pytest.raises(ChangeNotUndoable) as refused:
        newsdesk.curator.undo(1, "a moderator", MINE)
    assert refused.value.reason is Obstacle.UNKNOWN
    assert newsdesk.curator.undo(2, "a moderator", MINE).change.id == 2
    assert newsdesk.curator.undo(1, "the operator").change.id == 1


def test_an_address_taken_over_by_a_correction_stays_one_article_of_its_guild(newsdesk: Desk) -> None:
    moved = f"{URL}/moved"
    mine = add_one(newsdesk, article(BONUS, url=URL), MINE).article
    newsdesk.curator.correct(mine.id, "It moved.", "a moderator", MINE, article(BRIDGE, url=moved))
    again = add_one(newsdesk, article(f"{BRIDGE} Dus.", url=moved), MINE)
    assert (again.status, again.article.id) == (Status.REPLACED, mine.id)
    assert add_one(newsdesk, article(f"{BRIDGE} Nu.", url=moved), THEIRS).status is Status.ADDED
