"""Text in tokens is written again as people write it, and answers in it stay answers."""

from __future__ import annotations

import pytest

from corpus.article import Span
from retrieval.lab.training.reader.detokenising import is_cut, joined


@pytest.mark.parametrize(
    ("cut", "written"),
    [
        ("it cost 2 . 2 billion , he said .", "it cost 2.2 billion, he said."),
        ("some 12 , 000 people", "some 12,000 people"),
        ("in 1998 . 20 died", "in 1998.20 died"),
        ('he said " no " and left', 'he said "no" and left'),
        ("`` No , '' she said .", "“No,” she said."),
        ("the mayor -LRB- 51 -RRB- left", "the mayor (51) left"),
        ("the mayor ( 51 ) left", "the mayor (51) left"),
        ("it is n't the mill 's", "it isn't the mill's"),
        ("a well - known mill", "a well-known mill"),
        ("from $ 5 to £ 6", "from $5 to £6"),
        ("now -- at last", "now – at last"),  # noqa: RUF001 - a typeset dash
    ],
)
def test_tokens_are_joined(cut: str, written: str) -> None:
    assert joined(cut)[0] == written


@pytest.mark.parametrize(
    ("cut", "answer", "written"),
    [
        ("it cost 2 . 2 billion , he said", "2 . 2 billion", "2.2 billion"),
        ('he said " no " and left', "no", "no"),
        ('he said " no " and left', '" no "', '"no"'),
        ("the mayor -LRB- 51 -RRB- left", "51", "51"),
        ("the mayor -LRB- 51 -RRB- left", "left", "left"),
        ("`` No , '' she said .", "she", "she"),
        ("the ex-mayor , 51 , left", "mayor", "mayor"),
    ],
)
def test_an_answer_stays_where_it_stood(cut: str, answer: str, written: str) -> None:
    start = cut.index(answer)
    text, (found,) = joined(cut, (Span(start, start + len(answer)),))
    assert found.of(text) == written


@pytest.mark.parametrize("text", ["the mill burnt , he said .", "who is the mayor ?"])
def test_text_in_tokens_is_known(text: str) -> None:
    assert is_cut(text)


@pytest.mark.parametrize("text", ["The mill burnt, he said.", "Who is the mayor?", "a mill", ""])
def test_other_text_is_left_alone(text: str) -> None:
    assert not is_cut(text)
