"""A citation carries its link, and what has to be said beside it."""

from __future__ import annotations

import pytest

from corpus.article import Article, Draft, Genre, Span
from corpus.catalogue.notices import Kind, Notice
from retrieval.answering.text_fragment import cited
from retrieval.search.results import Citation
from tests.retrieval.newsroom import now


def cite(
    quote: str, text: str, url: str | None = "https://news.example/1", genre: Genre | None = None
) -> Citation:
    article = Article("a", 1, None, Draft(text, "test", genre=genre, url=url, language="en"), now())
    start = text.index(quote)
    return cited(3, article, Span(start, start + len(quote)))


def test_a_plain_sentence_has_a_link_to_it_and_nothing_beside_it() -> None:
    one = cite("The bridge opened.", "It rained. The bridge opened.")
    assert (one.number, one.quote) == (3, "The bridge opened.")
    assert one.link is not None
    assert one.link.startswith("https://news.example/1#:~:text=")
    assert (one.context, one.genre, one.refuted, one.notice) == (None, None, False, None)


def test_an_article_without_an_address_has_no_link() -> None:
    assert cite("The bridge opened.", "The bridge opened.", url=None).link is None


@pytest.mark.parametrize(
    ("quote", "text", "context"),
    [
        ("In May.", "When does it open?\n\nIn May.", "When does it open?"),
        ("He was 81.", "Jan Visser died on Sunday. He was 81.", "Jan Visser died on Sunday."),
        ("| Delft | 4 |", "| Town | Points |\n|---|---|\n| Delft | 4 |", "| Town | Points |"),
        ("- at noon", "The ferry sails:\n- at dawn\n- at noon", "The ferry sails:"),
    ],
)
def test_what_gives_a_quote_its_sense_comes_with_it(quote: str, text: str, context: str) -> None:
    one = cite(quote, text)
    assert one.context
    assert one.context.of(text) == context


def test_a_claim_that_its_article_calls_false_is_marked() -> None:
    assert cite("The bridge closes.", "The bridge closes. The claim is false.").refuted
    assert not cite("The bridge closes.", "The bridge closes. The claim is true.").refuted


def test_an_opinion_is_marked() -> None:
    one = cite("The bridge is too long.", "The bridge is too long.", genre=Genre.OPINION)
    assert one.genre is Genre.OPINION


def test_a_notice_is_kept() -> None:
    article = Article("a", 1, None, Draft("The bridge opened.", "test"), now())
    notice = Notice(Kind.CORRECTED, "It was 5 before.", now(), "a", None)
    assert cited(1, article, Span(0, 18), notice).notice is notice
