from sqlalchemy import delete, select

from bot.assembly import Desk
from corpus.catalogue import journal
from corpus.catalogue.journal import Action
from corpus.catalogue.numbering import numbers
from corpus.catalogue.schema import changes, passages, versions
from tests.storage.newsroom import BONUS, add, add_one, article

MANY = 60  # articles, more than are stored in one transaction


def test_the_number_of_a_row_that_was_deleted_is_never_given_again(newsdesk: Desk) -> None:
    change = {"at": newsdesk.now(), "actor": "a tester", "action": Action.PURGE.value, "article_id": "gone"}
    with newsdesk.catalogue.writing() as connection:
        first = journal.note(connection, change, change)
        connection.execute(delete(changes).where(changes.c.id.in_(first)))
    with newsdesk.catalogue.writing() as connection:
        (again,) = journal.note(connection, change)
    assert again > max(first)


def test_numbers_are_given_in_order_and_each_once(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    with newsdesk.catalogue.writing() as connection:
        given = list(numbers(connection, versions, 5))
        there = connection.scalars(select(versions.c.id)).all()
    assert given == sorted(set(given))
    assert len(given) == 5
    assert min(given) > max(there)


def test_articles_versions_and_changes_are_numbered_as_they_came(newsdesk: Desk) -> None:
    added = add(newsdesk, *[article(f"Bericht {number} gaat over brug {number}.") for number in range(MANY)])
    kept = [one.article.version for one in added]
    noted = [one.change.id for one in added if one.change]
    assert kept == sorted(set(kept))
    assert noted == sorted(set(noted))
    with newsdesk.catalogue.reading() as connection:
        made = connection.execute(select(changes.c.id, changes.c.after).order_by(changes.c.id)).all()
    assert [tuple(one) for one in made] == list(zip(noted, kept, strict=True))


def test_the_passages_of_each_article_are_its_own_and_in_the_order_of_its_text(newsdesk: Desk) -> None:
    texts = [
        " ".join(f"Zin nummer {n} van bericht {number} gaat over brug {n}." for n in range(40))
        for number in range(4)
    ]
    added = add(newsdesk, *[article(text) for text in texts])
    with newsdesk.catalogue.reading() as connection:
        for one in added:
            wanted = select(passages).where(passages.c.version_id == one.article.version)
            held = connection.execute(wanted.order_by(passages.c.id)).all()
            assert len(held) == one.passages > 1
            assert [row.start for row in held] == sorted(row.start for row in held)
            assert held[-1].end == len(one.article.draft.text)
