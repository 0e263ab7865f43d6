import datetime

from bot.assembly import Desk, now
from corpus.catalogue import browsing, feedback, feeds, unanswered
from corpus.catalogue.browsing import Headline, Statistics
from corpus.catalogue.unanswered import Reason
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.curating.curator import Added
from tests.storage.asked import KNOWN, MINE, NOON, THEIRS, UNKNOWN, ask, later
from tests.storage.newsroom import BONUS, BRIDGE, add_one, article


def stock(desk: Desk) -> dict[str, str]:
    """Add four articles, one of them another guild's; return their ids by title."""
    hidden = article("Een geheim bericht.", "2026-05", title="Geheim", outlet="Hun Krant")
    bridge = article(BRIDGE, "2025-06-01", title="Café by the bridge", outlet="de noorderpost", language="en")
    told: list[Added] = [
        add_one(desk, article(BONUS, "2026-03", title="Tekenbonus omhoog", outlet="De Noorderpost")),
        add_one(desk, bridge),
        add_one(desk, article("Een ongedateerd bericht.", title="100% zeker", outlet="Été & Co"), guild=MINE),
        add_one(desk, hidden, guild=THEIRS),
    ]
    return {one.article.draft.title or "": one.article.id for one in told}


def titles(found: list[Headline]) -> list[str | None]:
    return [one.title for one in found]


def test_outlets_come_with_the_number_of_articles_that_the_guild_sees_most_first(newsdesk: Desk) -> None:
    stock(newsdesk)
    with newsdesk.catalogue.reading() as connection:
        (first, two), (second, one) = browsing.outlets(connection, MINE)
        assert (first.casefold(), two, second, one) == ("de noorderpost", 2, "Été & Co", 1)
        assert browsing.outlets(connection, MINE, " ÉTE ") == [("Été & Co", 1)]
        assert browsing.outlets(connection, MINE, "hun krant") == []
        assert (
            len(browsing.outlets(connection, None)) == len(browsing.outlets(connection, MINE, limit=1)) == 1
        )


def test_articles_are_found_by_any_part_of_title_outlet_or_id_newest_first(newsdesk: Desk) -> None:
    ids = stock(newsdesk)
    with newsdesk.catalogue.reading() as connection:
        everything = browsing.titled(connection, MINE)
        assert titles(everything) == ["Tekenbonus omhoog", "Café by the bridge", "100% zeker"]
        assert everything[0] == Headline(
            ids["Tekenbonus omhoog"], "Tekenbonus omhoog", "De Noorderpost", PartialDate(2026, 3), None
        )
        assert titles(browsing.titled(connection, MINE, "NOORDERPOST")) == titles(everything)[:2]
        assert titles(browsing.titled(connection, MINE, "cafe")) == ["Café by the bridge"]
        assert titles(browsing.titled(connection, MINE, "%")) == ["100% zeker"]
        assert titles(browsing.titled(connection, MINE, ids["100% zeker"][2:])) == ["100% zeker"]
        assert titles(browsing.titled(connection, MINE, own=True)) == ["100% zeker"]
        assert titles(browsing.titled(connection, MINE, limit=1)) == ["Tekenbonus omhoog"]
        assert browsing.titled(connection, MINE, "geheim") == []
        assert browsing.titled(connection, MINE, ids["Geheim"]) == []


def test_pages_go_through_what_the_filters_allow(newsdesk: Desk) -> None:
    stock(newsdesk)
    mine, old = Filters(guild=MINE), Filters(guild=MINE, until=PartialDate(2025))
    with newsdesk.catalogue.reading() as connection:
        assert titles(browsing.page(connection, mine, 0, 2)) == ["Tekenbonus omhoog", "Café by the bridge"]
        assert titles(browsing.page(connection, mine, 2, 2)) == ["100% zeker"]
        assert titles(browsing.page(connection, old, 0, 9)) == ["Café by the bridge"]
        assert titles(browsing.page(connection, mine, 0, 9, own=True)) == ["100% zeker"]
        totals = [browsing.total(connection, mine), browsing.total(connection, old)]
        assert [*totals, browsing.total(connection, mine, own=True)] == [3, 1, 1]


def test_a_removed_article_is_looked_through_no_more(newsdesk: Desk) -> None:
    ids = stock(newsdesk)
    newsdesk.curator.remove([ids["100% zeker"]], "a tester")
    with newsdesk.catalogue.reading() as connection:
        assert browsing.titled(connection, MINE, "zeker") == []
        assert browsing.outlets(connection, MINE, "ete") == []


def test_the_figures_of_a_guild_count_what_it_sees_and_did(newsdesk: Desk) -> None:
    stock(newsdesk)
    known, unknown = ask(newsdesk, KNOWN), ask(newsdesk, UNKNOWN)
    ask(newsdesk, KNOWN, THEIRS)
    today = now()
    with newsdesk.catalogue.writing() as connection:
        feedback.give(connection, known.id, "5", helpful=True, comment=None, at=NOON)
        feedback.give(connection, known.id, "6", helpful=True, comment=None, at=NOON)
        feedback.give(connection, unknown.id, "5", helpful=False, comment=None, at=NOON)
        unanswered.put(connection, unknown.id, Reason.ABSTAINED, later(1))
        feeds.add(connection, MINE, "https://a.example/feed", None, adds=False, by="5", at=NOON)
        (top, *others) = browsing.statistics(connection, MINE, today).outlets
        assert (top[1], others) == (2, [("Été & Co", 1)])
        assert browsing.statistics(connection, MINE, today) == Statistics(
            own=1,
            shared=2,
            passages=3,
            languages=(("nl", 2), ("en", 1)),
            outlets=(top, *others),
            oldest=PartialDate(2025, 6, 1),
            newest=PartialDate(2026, 3),
            answers=2,
            abstained=1,
            helpful=2,
            not_helpful=1,
            unanswered=1,
            feeds=1,
        )
        next_month = browsing.statistics(connection, MINE, today + datetime.timedelta(days=31))
        assert (next_month.answers, next_month.helpful, next_month.unanswered) == (0, 0, 1)


def test_the_figures_of_a_guild_that_did_nothing_are_noughts(newsdesk: Desk) -> None:
    with newsdesk.catalogue.reading() as connection:
        nothing = Statistics(0, 0, 0, (), (), None, None, 0, 0, 0, 0, 0, 0)
        assert browsing.statistics(connection, MINE, NOON) == nothing
