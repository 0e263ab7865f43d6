from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from random import Random

from sqlalchemy import ColumnElement

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import articles, browsing, journal, kept, purge, vocabulary
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.vocabulary import Statistics
from corpus.errors import BuiltUpon, ChangeNotUndoable
from retrieval.curating.curator import Curator

MINE, THEIRS = "111", "222"
BRIDGE = Draft(text="The swing bridge was closed.", source="test", url="https://a.org/1", language="en")
TUNNEL = Draft(text="De tunnelbuis gaat weer open.", source="test", url="https://a.org/2", language="nl")


def _counted(catalogue: Catalogue, guild: str | None) -> tuple[Statistics, set[str | None]]:
    with catalogue.reading() as connection:
        counted = vocabulary.statistics(connection, ["bridg", "tunnelbuis"], guild)
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
        list(_curator(newsdesk, trial).add([replace(BRIDGE, language="nl")], "a trial"))
        assert _counted(trial, None)[1] == {"nl"}
    list(newsdesk.curator.add([TUNNEL], "operator"))
    assert _counted(newsdesk.catalogue, None)[0].passages == before[0].passages + 1
    assert _counted(newsdesk.catalogue, None)[1] == {"en", "nl"}


def test_a_trial_counts_on_from_what_is_kept_and_tells_what_counting_anew_tells(newsdesk: Desk) -> None:
    list(newsdesk.curator.add([BRIDGE], "operator"))
    list(newsdesk.curator.add([TUNNEL], "a moderator", guild=MINE))
    _counted(newsdesk.catalogue, MINE)
    with newsdesk.catalogue.trial() as trial:
        curator = _curator(newsdesk, trial)
        for change in (
            lambda: list(curator.add([replace(TUNNEL, url="https://a.org/3")], "a trial", guild=THEIRS)),
            lambda: curator.remove([str(BRIDGE.url)], "a trial"),
            lambda: curator.undo(None, "a trial"),
        ):
            change()
            for guild in (None, MINE, THEIRS):
                assert _counted(trial, guild) == _counted_anew(trial, newsdesk.catalogue, guild)
    assert _counted(newsdesk.catalogue, MINE)[1] == {"en", "nl"}


def test_a_trial_counts_only_what_it_changed(newsdesk: Desk) -> None:
    list(newsdesk.curator.add([BRIDGE, TUNNEL], "operator"))
    asked: list[str] = []

    def counting(where: ColumnElement[bool]) -> list[tuple[str | None, str, int]]:
        asked.append(str(where.compile(compile_kwargs={"literal_binds": True})))
        return [(None, "one", 1)]

    with newsdesk.catalogue.reading() as connection:
        kept.tally(connection, "ones", counting, None)
    with newsdesk.catalogue.trial() as trial:
        list(_curator(newsdesk, trial).add([replace(BRIDGE, url="https://a.org/3", text="New.")], "a trial"))
        with trial.reading() as connection:
            assert kept.tally(connection, "ones", counting, None) == {"one": 2}
    assert len(asked) == 2
    assert "live" not in asked[1]


def _curator(desk: Desk, catalogue: Catalogue) -> Curator:
    return Curator(catalogue, desk.embedder, desk.now)


def _counted_anew(trial: Catalogue, of: Catalogue, guild: str | None) -> tuple[Statistics, set[str | None]]:
    """Count in a trial as if nothing had been counted before it."""
    with trial.reading() as connection:
        kept.begin_trial(connection, kept.Kept())
    counted = _counted(trial, guild)
    with trial.reading() as connection:
        kept.begin_trial(connection, of._kept)  # noqa: SLF001 - as it was
    return counted


def test_whoever_still_sees_an_earlier_state_counts_that_one(newsdesk: Desk) -> None:
    list(newsdesk.curator.add([BRIDGE], "operator"))
    with newsdesk.catalogue.reading() as earlier:
        assert vocabulary.statistics(earlier, [], None).passages == 1
        list(newsdesk.curator.add([TUNNEL], "operator"))
        assert _counted(newsdesk.catalogue, None)[0].passages == 2
        assert set(articles.languages(earlier, None)) == {"en"}
    assert _counted(newsdesk.catalogue, None)[1] == {"en", "nl"}


def _told(desk: Desk, guild: str | None) -> object:
    with desk.catalogue.reading() as connection:
        return (
            vocabulary.statistics(connection, ["brug"], guild),
            sorted(map(str, articles.languages(connection, guild))),
            browsing.outlets(connection, guild),
        )


def _change_something(desk: Desk, chance: Random) -> None:
    with desk.catalogue.reading() as connection:
        newest, live = journal.latest(connection), articles.every(connection)
    match chance.randint(0, 4):
        case 0:
            with suppress(ChangeNotUndoable, BuiltUpon):
                desk.curator.undo(chance.randint(1, newest + 1), "a moderator")
        case 1 if live:
            desk.curator.correct(live[0].id, "It was wrong.", "a moderator")
        case _:
            draft = Draft(
                "De brug gaat open. " * chance.randint(1, 4) + str(newest),
                "test",
                url=f"https://a.org/{chance.randint(1, 12)}",
                outlet=chance.choice(["De Brug", "DE BRUG", "Oosterblad", None]),
                language=chance.choice(["nl", "en", None]),
            )
            list(desk.curator.add([draft], "a moderator", guild=chance.choice([None, None, MINE, THEIRS])))


def test_counts_that_follow_the_journal_are_those_that_a_look_at_everything_gives(newsdesk: Desk) -> None:
    other, chance = Desk(newsdesk.settings), Random(5)  # noqa: S311 - the same changes every time
    other.embedder = newsdesk.embedder
    for step in range(60):
        _change_something(other, chance)
        if step == 40:
            with other.catalogue.writing() as connection:
                purge.purge(connection, MINE, by="operator", at=other.now())
        fresh = Desk(newsdesk.settings)
        for each in (None, MINE, THEIRS, "333"):
            assert _told(newsdesk, each) == _told(fresh, each), step
        fresh.close()
    other.close()
