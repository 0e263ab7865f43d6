import dataclasses

import pytest

from bot.assembly import Desk
from corpus.catalogue import articles, journal
from corpus.catalogue.decide import Status
from corpus.errors import ArticleNotFound, CatalogueUnusable
from retrieval.curating.curator import Added
from tests.conftest import OpenDesk
from tests.storage.newsroom import (
    BONUS,
    BRIDGE,
    add,
    add_one,
    article,
    assert_words_agree,
    found,
    listed,
    live_ids,
)

URL = "https://www.example.org/bonus"


def test_a_new_article_is_added_and_found(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS, "2023-09", url=URL, title="Tekenbonus", outlet="NOS"))
    assert (added.status, added.passages) == (Status.ADDED, 1)
    assert found(newsdesk, "hoe hoog is de tekenbonus?") == [BONUS]
    with newsdesk.catalogue.reading() as connection:
        stored = articles.find(connection, URL)
    assert stored == added.article
    assert str(stored.draft.published) == "2023-09"


def test_an_article_is_reported_only_once_others_see_it(
    newsdesk: Desk, open_desk: OpenDesk, database: str
) -> None:
    others = open_desk(DATABASE_URL=database).catalogue
    drafts = [article(BONUS), article(BRIDGE)]
    for one in newsdesk.curator.add(drafts, "a tester"):
        assert isinstance(one, Added)
        assert one.article.id in live_ids(others)


def test_the_same_article_again_changes_nothing(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS, "2023-09", url=URL, title="Tekenbonus"))
    again = add_one(newsdesk, article(BONUS, "2023-09", url=URL, title="Tekenbonus", source="elsewhere"))
    assert again.status is Status.UNCHANGED
    assert again.article == first.article
    assert not again.stored
    with newsdesk.catalogue.reading() as connection:
        assert len(journal.recent(connection)) == 1


def test_the_same_text_without_an_address_is_the_same_article(newsdesk: Desk) -> None:
    first, again = add(newsdesk, article(BONUS), article(BONUS))
    assert (first.status, again.status) == (Status.ADDED, Status.UNCHANGED)
    assert len(live_ids(newsdesk.catalogue)) == 1


def test_the_same_address_with_another_text_replaces_the_article(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS, url=URL))
    corrected = BONUS.replace("495", "595")
    second = add_one(newsdesk, article(corrected, url=URL))
    assert second.status is Status.REPLACED
    assert second.article.id == first.article.id
    assert second.article.version != first.article.version
    assert found(newsdesk, "tekenbonus") == listed(newsdesk) == [corrected]
    assert_words_agree(newsdesk.catalogue)


def test_an_article_twice_in_one_batch_ends_as_its_last_text(newsdesk: Desk) -> None:
    outcomes = add(newsdesk, article(BONUS, url=URL), article(BRIDGE, url=URL), article(BRIDGE, url=URL))
    assert [one.status for one in outcomes] == [Status.ADDED, Status.REPLACED, Status.UNCHANGED]
    assert listed(newsdesk) == [BRIDGE]
    assert found(newsdesk, "new bridge") == [BRIDGE]


def test_the_same_text_under_another_address_is_a_duplicate(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(f"{BONUS}\n\n{BRIDGE}", url=URL))
    spaced = f"  {BONUS.replace(' ', '  ')}\n{BRIDGE}\n"
    second = add_one(newsdesk, article(spaced, url="https://elsewhere.example.org/"))
    assert second.status is Status.DUPLICATE
    assert second.article == first.article
    assert len(live_ids(newsdesk.catalogue)) == 1


def test_what_is_known_of_an_article_is_completed_and_never_erased(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, "2023-09", url=URL, title="Tekenbonus", author="Jan"))
    completed = add_one(newsdesk, article(BONUS, url=URL, outlet="NOS", language=None))
    assert completed.status is Status.REPLACED
    stored = completed.article.draft
    assert (stored.title, stored.author, stored.outlet, str(stored.published), stored.language) == (
        "Tekenbonus",
        "Jan",
        "NOS",
        "2023-09",
        "nl",
    )
    emptier = add_one(newsdesk, article(BONUS, url=URL, language=None))
    assert emptier.status is Status.UNCHANGED
    assert emptier.article == completed.article


def test_a_corrected_date_replaces_the_article(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, "2023-09", url=URL))
    assert add_one(newsdesk, article(BONUS, "2023-09-14", url=URL)).status is Status.REPLACED
    with newsdesk.catalogue.reading() as connection:
        assert str(articles.find(connection, URL).draft.published) == "2023-09-14"


def test_a_removed_article_is_found_no_more_and_can_be_added_again(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS, url=URL))
    newsdesk.curator.remove([URL], "a tester")
    assert found(newsdesk, "tekenbonus") == listed(newsdesk) == []
    assert_words_agree(newsdesk.catalogue)
    again = add_one(newsdesk, article(BONUS, url=URL))
    assert (again.status, again.article.id) == (Status.ADDED, first.article.id)


def test_removing_several_articles_of_which_one_is_unknown_removes_none(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    with pytest.raises(ArticleNotFound, match="newsdesk list"):
        newsdesk.curator.remove([URL, "nothing"], "a tester")
    assert listed(newsdesk) == [BONUS]


def test_an_article_goes_by_the_beginning_of_its_id_while_that_is_unmistakable(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS))
    with newsdesk.catalogue.reading() as connection:
        assert articles.find(connection, added.article.id[:6]) == added.article
        with pytest.raises(ArticleNotFound):
            articles.find(connection, added.article.id[:3])


def test_text_in_any_script_and_words_of_any_length_come_back_as_they_were(newsdesk: Desk) -> None:
    written = (
        f"Ünïcode 😀 \u0645\u0631\u062d\u0628\u0627 \ufdfa ½ {'x' * 5000} 'aanhaling' % : \\ \"citaat\"."
    )
    added = add_one(newsdesk, article(written, title="O'Neill's \"%s\" :naam \\"))
    assert listed(newsdesk) == [written]
    assert found(newsdesk, "'aanhaling' \" OR NEAR( * : & | ! \\ ﷺ") == [written]
    newsdesk.curator.remove([added.article.id], "a tester")
    assert_words_agree(newsdesk.catalogue)


def test_the_longest_article_keeps_its_passages_in_order(newsdesk: Desk) -> None:
    sentences = [f"Zin nummer {number} gaat over brug {number} in de stad." for number in range(60)]
    added = add_one(newsdesk, article(" ".join(sentences)))
    with newsdesk.catalogue.reading() as connection:
        spans = articles.spans(connection, added.article.version)
    assert len(spans) == added.passages > 1
    assert [one.start for one in spans] == sorted(one.start for one in spans)
    assert dataclasses.asdict(added.article.draft)["text"] == " ".join(sentences)


def test_articles_added_together_are_decided_about_one_after_the_other(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS, url=URL))
    replaced, moved, known, twin = add(
        newsdesk,
        article(BRIDGE, url=URL),
        article(BONUS, url="https://example.org/moved"),
        article(BRIDGE, url=URL),
        article(BONUS, url="https://example.org/twin"),
    )
    assert [one.status for one in (replaced, moved, known, twin)] == [
        Status.REPLACED,
        Status.ADDED,
        Status.UNCHANGED,
        Status.DUPLICATE,
    ]
    assert known.article == replaced.article
    assert twin.article == moved.article
    assert sorted(listed(newsdesk)) == sorted([BONUS, BRIDGE])
    assert_words_agree(newsdesk.catalogue)


def test_an_article_that_cannot_be_stored_loses_none_of_those_before_it(newsdesk: Desk) -> None:
    unfit = article("Dit bericht past niet in een kolom.", source=object())
    reported = newsdesk.curator.add([article(BONUS), article(BRIDGE), unfit], "a tester")
    assert [next(reported).read.text, next(reported).read.text] == [BONUS, BRIDGE]  # type: ignore[union-attr]
    with pytest.raises(CatalogueUnusable):
        next(reported)
    assert sorted(listed(newsdesk)) == sorted([BONUS, BRIDGE])


def test_what_belongs_to_each_article_is_in_its_own_transaction(newsdesk: Desk) -> None:
    def refuse_the_second(_: object, added: Added) -> None:
        if added.read.text == BRIDGE:
            raise ArticleNotFound("refused")

    reported = newsdesk.curator.add([article(BONUS), article(BRIDGE)], "a tester", None, refuse_the_second)
    assert next(reported).read.text == BONUS  # type: ignore[union-attr]
    with pytest.raises(ArticleNotFound):
        next(reported)
    assert listed(newsdesk) == [BONUS]


def test_the_change_that_is_returned_is_the_one_of_the_journal(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS, url=URL, title="Tekenbonus"), guild="a guild")
    second = add_one(newsdesk, article(BRIDGE, url=URL, title="Brug"), guild="a guild")
    with newsdesk.catalogue.reading() as connection:
        assert journal.recent(connection) == [second.change, first.change]
