from bot.assembly import Desk
from corpus.catalogue import articles
from corpus.catalogue.decide import Status
from corpus.filters import Filters
from tests.storage.newsroom import BONUS, BRIDGE, add_one, article, found, listed

URL = "https://www.example.org/bonus"
MINE, THEIRS = "1001", "2002"


def test_an_article_of_a_guild_is_seen_by_that_guild_alone(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS), guild=MINE)
    add_one(newsdesk, article(BRIDGE))
    assert set(found(newsdesk, "tekenbonus", Filters(guild=MINE))) == {BONUS, BRIDGE}
    assert found(newsdesk, "tekenbonus", Filters(guild=THEIRS)) == [BRIDGE]
    assert found(newsdesk, "tekenbonus") == [BRIDGE]
    assert set(listed(newsdesk, MINE)) == {BONUS, BRIDGE}
    assert listed(newsdesk, THEIRS) == listed(newsdesk) == [BRIDGE]


def test_two_guilds_can_hold_the_same_text_each_for_itself(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS, url=URL), guild=MINE)
    second = add_one(newsdesk, article(BONUS, url=URL), guild=THEIRS)
    assert (first.status, second.status) == (Status.ADDED, Status.ADDED)
    assert first.article.id != second.article.id
    newsdesk.curator.remove([first.article.id], "a tester", MINE)
    assert listed(newsdesk, MINE) == []
    assert listed(newsdesk, THEIRS) == [BONUS]


def test_a_text_is_a_duplicate_only_of_one_that_the_guild_sees(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS, url=URL), guild=MINE)
    shared = add_one(newsdesk, article(BONUS, url="https://elsewhere.example.org/"))
    assert shared.status is Status.ADDED
    theirs = add_one(newsdesk, article(BONUS, url="https://third.example.org/"), guild=THEIRS)
    assert (theirs.status, theirs.article) == (Status.DUPLICATE, shared.article)


def test_a_guild_that_adds_a_shared_article_is_told_that_it_is_there(newsdesk: Desk) -> None:
    shared = add_one(newsdesk, article(BONUS, url=URL))
    mine = add_one(newsdesk, article(BONUS, url=URL), guild=MINE)
    assert (mine.status, mine.article) == (Status.DUPLICATE, shared.article)


def test_a_guild_replaces_its_own_article_and_never_the_shared_one(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS, url=URL))
    assert add_one(newsdesk, article(BRIDGE, url=URL), guild=MINE).status is Status.ADDED
    longer = add_one(newsdesk, article(f"{BRIDGE} It is long.", url=URL), guild=MINE)
    assert (longer.status, longer.article.guild) == (Status.REPLACED, MINE)
    assert listed(newsdesk) == [BONUS]
    assert set(listed(newsdesk, MINE)) == {BONUS, f"{BRIDGE} It is long."}


def test_whether_there_is_any_article_depends_on_who_asks(newsdesk: Desk) -> None:
    def seen(guild: str | None) -> bool:
        with newsdesk.catalogue.reading() as connection:
            return articles.any_seen(connection, guild)

    assert not seen(None)
    name = add_one(newsdesk, article(BONUS), guild=MINE).article.id
    assert (seen(None), seen(MINE), seen(THEIRS)) == (False, True, False)
    newsdesk.curator.remove([name], "a tester")
    assert not seen(MINE)
