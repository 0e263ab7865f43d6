from __future__ import annotations

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import articles, words
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.words import Statistics

MINE, THEIRS = "111", "222"
BRIDGE = Draft(text="The swing bridge was closed.", source="test", url="https://a.org/1", language="en")
TUNNEL = Draft(text="De tunnelbuis gaat weer open.", source="test", url="https://a.org/2", language="nl")


def _counted(catalogue: Catalogue, guild: str | None) -> tuple[Statistics, set[str | None]]:
    with catalogue.reading() as connection:
        counted = words.statistics(connection, ["bridg", "tunnelbuis"], guild)
        return counted, set(articles.languages(connection, guild))


def test_what_is_counted_is_right_after_another_process_changed_the_articles(newsdesk: Desk) -> None:
    other = Desk(newsdesk.settings)
    other.embedder = newsdesk.embedder
    assert _counted(newsdesk.catalogue, None) == (Statistics(0, 0.0, {}), set())
    list(other.curator.add([BRIDGE], "another process"))
    first = _counted(newsdesk.catalogue, None)
    assert first == (Statistics(1, 5.0, {"bridg": 1}), {"en"})
    list(other.curator.add([TUNNEL], "another process"))
    assert _counted(newsdesk.catalogue, None) == (
        Statistics(2, 5.0, {"bridg": 1, "tunnelbuis": 1}),
        {"en", "nl"},
    )
    other.curator.undo(None, "another process")
    assert _counted(newsdesk.catalogue, None) == first
    other.close()


def test_what_is_counted_for_one_guild_is_not_told_to_another(newsdesk: Desk) -> None:
    list(newsdesk.curator.add([BRIDGE], "operator"))
    list(newsdesk.curator.add([TUNNEL], "a moderator", guild=MINE))
    mine, theirs = _counted(newsdesk.catalogue, MINE), _counted(newsdesk.catalogue, THEIRS)
    assert mine == (Statistics(2, 5.0, {"bridg": 1, "tunnelbuis": 1}), {"en", "nl"})
    assert theirs == _counted(newsdesk.catalogue, None) == (Statistics(1, 5.0, {"bridg": 1}), {"en"})


def test_what_a_trial_counts_is_kept_for_nobody(newsdesk: Desk) -> None:
    list(newsdesk.curator.add([BRIDGE], "operator"))
    before = _counted(newsdesk.catalogue, None)
    with newsdesk.catalogue.trial() as trial:
        with trial.writing() as connection:
            connection.exec_driver_sql("UPDATE versions SET language = 'nl'")
        assert _counted(trial, None)[1] == {"nl"}
    list(newsdesk.curator.add([TUNNEL], "operator"))
    assert _counted(newsdesk.catalogue, None)[0].passages == before[0].passages + 1
    assert _counted(newsdesk.catalogue, None)[1] == {"en", "nl"}


def test_whoever_still_sees_an_earlier_state_counts_that_one(newsdesk: Desk) -> None:
    list(newsdesk.curator.add([BRIDGE], "operator"))
    with newsdesk.catalogue.reading() as earlier:
        assert words.statistics(earlier, [], None).passages == 1
        list(newsdesk.curator.add([TUNNEL], "operator"))
        assert _counted(newsdesk.catalogue, None)[0].passages == 2
        assert set(articles.languages(earlier, None)) == {"en"}
    assert _counted(newsdesk.catalogue, None)[1] == {"en", "nl"}
