from __future__ import annotations

import pytest

from corpus.passages import passages
from retrieval.lab.evaluating.questions import Asked
from retrieval.models.bundled_embedder import FOLDER
from tests.benchmarks.side_by_side.coverage import share_read
from tests.benchmarks.side_by_side.made_articles import made
from tests.benchmarks.side_by_side.phases import Reply
from tests.benchmarks.side_by_side.quality import held, hits, reciprocal_rank
from tests.marked import placed

WORDS = "one two three four five six seven eight nine ten"
TOKENIZER = FOLDER / "tokenizer.json"


def test_what_lies_beyond_the_longest_piece_is_not_read() -> None:
    texts = {"a": f"{WORDS}\n\n{WORDS}."}
    whole = [("a", texts["a"])]
    assert share_read(texts, whole, 256, TOKENIZER) == 1
    assert share_read(texts, whole, 12, TOKENIZER) == pytest.approx(0.5, abs=0.05)


def test_what_is_read_twice_counts_once_and_a_heading_not_at_all() -> None:
    texts = {"a": WORDS, "b": WORDS.upper()}
    pieces = [("a", "A heading\none two three four five"), ("a", "four five six"), ("a", "A heading")]
    read = len("onetwothreefourfivesix")
    assert share_read(texts, pieces, 256, TOKENIZER) == pytest.approx(read / len(WORDS.replace(" ", "")) / 2)


def test_an_article_ranks_where_its_best_piece_does() -> None:
    asked = [Asked("q", frozenset({"b"}), ("4",)), Asked("r", frozenset({"a"}), ("five",))]
    replies = [Reply("q", 1, ["a", "a", "b"], "in 14 days"), Reply("r", 1, ["a"], "twenty-five, five")]
    assert hits(asked, replies) == 0.5
    assert reciprocal_rank(asked, replies) == 0.75
    assert held(asked, replies) == 0.5


def test_made_articles_are_one_passage_each_and_told_apart_by_name() -> None:
    given = made(500, 20)
    assert {len(passages(one.text, "en")) for one in given.articles} == {1}
    assert max(len(one.text) for one in given.articles) < 1000
    assert len({one.text.split()[0] for one in given.articles}) == 500
    assert len(given.asked) == 20
    by_url = {one.url: one.text for one in given.articles}
    assert all(one.answers[0] in by_url[min(one.relevant)] for one in given.asked)
    assert made(500, 20) == given


def test_a_table_takes_the_place_of_the_last_one_and_others_stay() -> None:
    page = "<!-- bench one -->\nold\n<!-- /bench -->\n<!-- bench two -->\nkept\n<!-- /bench -->\n"
    written = placed(page, "bench", {"one": "new"}.get)
    assert written == page.replace("old", "\nnew\n")
    assert placed(written, "bench", {"one": "new"}.get) == written
