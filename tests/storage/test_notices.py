from dataclasses import replace

import pytest

from bot.assembly import Desk
from corpus.catalogue import answers, articles, notices, posted
from corpus.catalogue.answers import Given
from corpus.catalogue.decide import Status
from corpus.catalogue.notices import Kind, Notice
from corpus.catalogue.posted import Posted
from corpus.errors import ChangeNotUndoable, Obstacle
from corpus.filters import Filters
from retrieval.search.results import Answer
from tests.storage.newsroom import BONUS, BRIDGE, add, add_one, article, assert_words_agree, found, listed

URL = "https://www.example.org/bonus"
RIGHT = BONUS.replace("495", "595")
QUESTION = "Hoeveel tekenbonus betaalt Rusland aan nieuwe soldaten?"


def in_force(desk: Desk, article_id: str) -> Notice | None:
    with desk.catalogue.reading() as connection:
        return notices.in_force(connection, [article_id]).get(article_id)


def said(desk: Desk, article_id: str) -> str | None:
    notice = in_force(desk, article_id)
    return notice.note if notice else None


def ask(desk: Desk) -> Answer:
    return desk.answerer.ask(QUESTION, Filters())


def show_card(desk: Desk, answer: Answer) -> None:
    with desk.catalogue.writing() as connection:
        posted.remember(connection, Posted("500", "70", answer.id, "nl", embedded=True))


def stale_cards(desk: Desk) -> list[str]:
    """Return the cards that are to be edited, and take them as edited."""
    with desk.catalogue.writing() as connection:
        found_stale = [one.message_id for one in posted.stale(connection)]
        for message in found_stale:
            posted.note_refreshed(connection, message)
    return found_stale


def test_a_correction_without_a_text_is_said_and_changes_nothing_else(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS, url=URL))
    change = newsdesk.curator.correct(URL, " It  was\nmeant per year. ", "a moderator")
    assert (change.before, change.after) == (added.article.version, added.article.version)
    notice = in_force(newsdesk, added.article.id)
    assert notice is not None
    assert (notice.kind, notice.note) == (Kind.CORRECTED, "It was meant per year.")
    assert (notice.at, notice.version_before) == (change.at, added.article.version)
    assert found(newsdesk, "tekenbonus") == [BONUS]
    assert [one.notice for one in ask(newsdesk).citations] == [notice]


def test_a_correction_with_a_text_keeps_the_id_and_what_the_text_does_not_say(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS, "2024", url=URL, title="Bonus"))
    change = newsdesk.curator.correct(URL, "Not 495.", "a moderator", draft=article(RIGHT))
    assert change.article_id == added.article.id
    (citation,) = ask(newsdesk).citations
    assert (citation.article.id, citation.quote) == (added.article.id, RIGHT)
    assert (citation.article.draft.url, citation.article.draft.title) == (URL, "Bonus")
    assert citation.notice is not None
    assert_words_agree(newsdesk.catalogue)


def test_a_text_that_was_corrected_does_not_come_back_when_it_is_read_again(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    newsdesk.curator.correct(URL, "Not 495.", "a moderator", draft=article(RIGHT, url=f"{URL}/2"))
    newsdesk.curator.correct(f"{URL}/2", "Nor in dollars.", "a moderator")
    assert add_one(newsdesk, article(BONUS, url=URL)).status is Status.UNCHANGED
    assert listed(newsdesk) == [RIGHT]
    assert add_one(newsdesk, article(f"{RIGHT} Dus.", url=f"{URL}/2")).status is Status.REPLACED
    assert listed(newsdesk) == [f"{RIGHT} Dus."]


def test_only_a_text_that_a_correction_of_the_article_itself_replaced_is_put_right(newsdesk: Desk) -> None:
    add(newsdesk, article(f"{BONUS} Zeker.", url=URL))
    one = add_one(newsdesk, article(BONUS, url=URL)).article
    other = add_one(newsdesk, article(BRIDGE)).article
    newsdesk.curator.correct(one.id, "Not 495.", "a moderator", draft=article(RIGHT))
    newsdesk.curator.correct(other.id, "Not 12.", "a moderator", draft=article(BRIDGE.replace("12", "13")))
    with newsdesk.catalogue.reading() as connection:
        assert set(notices.in_force(connection, [one.id])) == {one.id}
        corrected = articles.find(connection, one.id)
        put_right = [
            text
            for text in (BONUS, f"{BONUS} Zeker.", BRIDGE)
            if notices.is_put_right(connection, corrected, text)
        ]
    assert put_right == [BONUS]


def test_a_withdrawn_article_is_not_found_and_past_answers_know(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS, url=URL))
    add(newsdesk, article(BRIDGE))
    show_card(newsdesk, ask(newsdesk))
    newsdesk.curator.withdraw(URL, "Invented.", "a moderator")
    assert found(newsdesk, "tekenbonus") == [BRIDGE]
    assert stale_cards(newsdesk) == ["500"]
    notice = in_force(newsdesk, added.article.id)
    assert notice is not None
    assert notice.kind is Kind.WITHDRAWN
    assert notice.covers(added.article)


def test_what_was_withdrawn_can_be_added_again_and_only_older_answers_say_that_it_was(
    newsdesk: Desk,
) -> None:
    first = add_one(newsdesk, article(BONUS, url=URL)).article
    newsdesk.curator.withdraw(URL, "Invented.", "a moderator")
    again = add_one(newsdesk, article(BONUS, url=URL))
    assert (again.status, again.article.id) == (Status.ADDED, first.id)
    assert [one.notice for one in ask(newsdesk).citations] == [None]
    with newsdesk.catalogue.reading() as connection:
        assert set(notices.about(connection, [first, again.article])) == {first.version}


@pytest.mark.parametrize("draft", [None, article(RIGHT)], ids=["note", "text"])
def test_a_correction_can_be_taken_back_and_that_taken_back_too(newsdesk: Desk, draft: object) -> None:
    added = add_one(newsdesk, article(BONUS, url=URL))
    show_card(newsdesk, ask(newsdesk))
    known = newsdesk.curator.correct(URL, "Earlier.", "a moderator")
    assert stale_cards(newsdesk) == ["500"]
    change = newsdesk.curator.correct(URL, "Later.", "a moderator", draft=draft)  # type: ignore[arg-type]
    texts = listed(newsdesk)
    assert stale_cards(newsdesk) == ["500"]
    for undone, expected in ((change.id, "Earlier."), (change.id + 1, "Later."), (change.id + 2, "Earlier.")):
        newsdesk.curator.undo(undone, "a moderator")
        assert said(newsdesk, added.article.id) == expected
        assert stale_cards(newsdesk) == ["500"]
        assert listed(newsdesk) == (texts if expected == "Later." else [BONUS])
    newsdesk.curator.undo(known.id, "a moderator")
    assert said(newsdesk, added.article.id) is None
    assert_words_agree(newsdesk.catalogue)


def test_a_withdrawal_taken_back_brings_the_article_back_without_a_notice(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS, url=URL))
    newsdesk.curator.withdraw(URL, "Invented.", "a moderator")
    newsdesk.curator.undo(None, "a moderator")
    assert said(newsdesk, added.article.id) is None
    assert found(newsdesk, "tekenbonus") == [BONUS]


def test_a_note_can_be_taken_back_after_the_article_has_changed_and_a_text_cannot(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS, url=URL))
    note = newsdesk.curator.correct(URL, "Per year.", "a moderator")
    text = newsdesk.curator.correct(URL, "Not 495.", "a moderator", draft=article(RIGHT))
    add(newsdesk, article(f"{RIGHT} Dus.", url=URL))
    with pytest.raises(ChangeNotUndoable) as refused:
        newsdesk.curator.undo(text.id, "a moderator")
    assert refused.value.reason is Obstacle.BUILT_UPON
    newsdesk.curator.undo(note.id, "a moderator")
    assert said(newsdesk, added.article.id) == "Not 495."
    assert listed(newsdesk) == [f"{RIGHT} Dus."]


def test_the_last_questions_of_a_guild_come_newest_first_and_each_once(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS))
    mine = Filters(guild="1001", outlets_left_out=("NOS", "BBC"))
    for question in ("tekenbonus?", "de brug?", "tekenbonus?"):
        last = newsdesk.answerer.ask(question, mine)
    newsdesk.answerer.ask("elders?", Filters(guild="2002"))
    with newsdesk.catalogue.reading() as connection:
        given: list[Given] = answers.recent(connection, "1001")
        assert answers.recent(connection, "1001", limit=1) == given[:1]
        assert answers.recent(connection, None) == []
    assert [one.standalone for one in given] == ["tekenbonus?", "de brug?"]
    assert (given[0].id, given[0].filters) == (last.id, mine)


def test_a_notice_takes_back_what_it_overtakes_and_not_what_the_right_text_says_too(newsdesk: Desk) -> None:
    kept = "De brug blijft open."
    old = add_one(newsdesk, article(f"{BONUS} {kept}", url=URL)).article

    def taken_back(quote: str, version: int = 0) -> bool:
        notice = in_force(newsdesk, old.id)
        return notice is not None and notice.overtakes(replace(old, version=old.version + version), quote)

    newsdesk.curator.correct(URL, "It was meant per year.", "a moderator")
    assert taken_back(BONUS)
    assert taken_back(kept)
    newsdesk.curator.undo(None, "a moderator")
    newsdesk.curator.correct(URL, "Not 495.", "a moderator", draft=article(f"{RIGHT} {kept}"))
    assert taken_back(BONUS)
    assert not taken_back(kept)
    assert not taken_back(RIGHT, version=1)
    assert not taken_back(BONUS, version=1)
    newsdesk.curator.withdraw(URL, "All wrong.", "a moderator")
    assert taken_back(kept)
