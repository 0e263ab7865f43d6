import datetime

import numpy as np
import pytest

from bot.assembly import Desk
from corpus.article import Span
from corpus.catalogue import editing, journal, models
from corpus.catalogue.editing import Author, Embedded
from tests.storage.newsroom import BONUS, add, article, assert_words_agree, listed, word_index

AT = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)


def test_a_change_that_breaks_off_in_the_middle_leaves_no_trace(newsdesk: Desk) -> None:
    (first,) = add(newsdesk, article(BONUS, url="https://example.org/"))
    with newsdesk.catalogue.reading() as connection:
        before = word_index(connection)
    one_vector_too_many = Embedded([Span(0, 7)], np.zeros((2, 384), dtype=np.float32))
    draft, author = article("Rusland betaalt", url="https://example.org/"), Author("a tester", None, AT)
    with newsdesk.catalogue.reading() as connection:
        active = models.active(connection)
    assert active is not None
    with pytest.raises(ValueError, match="zip"), newsdesk.catalogue.writing() as connection:
        editing.put(connection, draft, one_vector_too_many, active[0], author, first.article)
    assert listed(newsdesk) == [BONUS]
    with newsdesk.catalogue.reading() as connection:
        assert word_index(connection) == before
        assert journal.latest(connection) == 1
    assert_words_agree(newsdesk.catalogue)


def test_a_reader_sees_one_state_however_much_is_written_meanwhile(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS))
    with newsdesk.catalogue.reading() as connection:
        before = word_index(connection)
        add(newsdesk, article("Intussen wordt dit bericht geschreven."))
        assert word_index(connection) == before
        assert journal.latest(connection) == 1
