"""Of a live blog the newest entry that answers stands first, and what was so before is called earlier."""

from __future__ import annotations

from bot.assembly import Desk
from bot.cautions import Caution
from bot.wordings import wordings
from corpus.article import Genre
from corpus.filters import Filters
from tests.retrieval.newsroom import add, draft

FLOOD = """6.50pm \u2013 All trains are running again.

5.00pm \u2013 Police say 14 people have been rescued from their homes.

3.20pm \u2013 The river stands at 4.1 metres. Trains to Skelby are cancelled until 6pm.

1.45pm \u2013 Nine people have been rescued, the fire service says.

12.10pm \u2013 The river has risen to 3.6 metres."""


def live(desk: Desk, text: str = FLOOD) -> None:
    add(desk, [draft(text, "flood", "2025-09-01", title="Flood in Elm Bay \u2013 live updates")])


def test_the_newest_entry_that_answers_stands_first_and_the_older_one_is_called_earlier(desk: Desk) -> None:
    live(desk)
    answer = desk.answerer.ask("How many people have been rescued in Elm Bay?", Filters())
    assert [one.words for one in answer.answers] == ["14", "Nine"]
    assert [one.cautions for one in wordings(answer)] == [
        (Caution.LIVE_BLOG,),
        (Caution.EARLIER, Caution.LIVE_BLOG),
    ]
    assert {one.genre for one in answer.citations} == {Genre.LIVE_BLOG}


def test_it_does_so_too_where_the_oldest_entry_stands_on_top(desk: Desk) -> None:
    live(desk, "\n\n".join(FLOOD.split("\n\n")[::-1]))
    answer = desk.answerer.ask("How high is the river in Elm Bay?", Filters())
    assert answer.answers[0].words == "4.1 metres"


def test_what_somebody_is_asked_to_have_said_is_not_overtaken(desk: Desk) -> None:
    live(desk)
    asked = "How many people did the fire service say had been rescued?"
    assert [one.words for one in desk.answerer.ask(asked, Filters()).answers] == ["Nine"]


def test_where_the_newest_entry_answers_nothing_else_is_said(desk: Desk) -> None:
    live(desk)
    answer = desk.answerer.ask("Which trains are running in Elm Bay?", Filters())
    assert all(one.words not in {"14", "Nine"} for one in answer.answers)
