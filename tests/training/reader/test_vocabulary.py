"""The cut vocabulary reads what its languages write as the whole one does."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from tokenizers import Tokenizer

from retrieval.lab.training.reader.cut_vocabulary import SPECIAL, chosen, counted, saved, tokenizer_of
from retrieval.lab.training.reader.export import cut_table
from tests.training.reader.small import PIECES, WIDTH, base

FOREIGN = ("▁мост", "м", "橋", "語", "▁bridges")
BASE = base((*PIECES, *FOREIGN))
READ = ["The bridge opened in 1998.", "who is in the mill?", "A miller, De molen, 12橋"]
SIZE = len(PIECES)  # five fewer than there are


@pytest.fixture
def seen() -> Counter[int]:
    return counted(BASE, READ)


@pytest.fixture
def kept(seen: Counter[int]) -> list[int]:
    return chosen(BASE, seen, SIZE)


@pytest.fixture
def cut(kept: list[int]) -> Tokenizer:
    return tokenizer_of(BASE, kept)


def texts(kept: list[int]) -> list[str]:
    return [BASE.pieces[piece] for piece in kept]


def test_as_many_pieces_are_kept_as_were_asked_for_and_the_special_ones_come_first(kept: list[int]) -> None:
    assert len(kept) == len(set(kept)) == SIZE
    assert tuple(texts(kept)[: len(SPECIAL)]) == SPECIAL
    assert kept == sorted(kept)


def test_letters_and_digits_stay_whether_they_were_seen_or_not(kept: list[int]) -> None:
    assert set("abcxyzQZ0123456789.,?м") <= set(texts(kept))


def test_a_sign_of_another_script_stays_only_where_it_was_seen(kept: list[int]) -> None:
    assert "橋" in texts(kept)
    assert "語" not in texts(kept)


def test_words_that_were_seen_outlive_those_that_were_not(kept: list[int]) -> None:
    assert {"▁bridge", "▁opened", "▁in", "▁miller", "▁molen"} <= set(texts(kept))
    assert "▁bridges" not in texts(kept)


@pytest.mark.parametrize("text", READ)
def test_what_was_seen_is_split_as_before(text: str, cut: Tokenizer) -> None:
    whole = tokenizer_of(BASE, range(len(BASE.pieces)))
    assert cut.encode(text).tokens == whole.encode(text).tokens


def test_a_lost_word_is_spelled_and_not_lost(cut: Tokenizer) -> None:
    found = cut.encode("the bridges").tokens
    assert "".join(found) == "<s>▁the▁bridges</s>"
    assert found[2] == "▁bridge"


def test_blanks_and_typeset_signs_are_read_alike(cut: Tokenizer) -> None:
    plain = cut.encode("the mill").ids
    assert cut.encode("  the \n\u00a0 mill ").ids[1:3] == plain[1:3]
    assert cut.encode("the \uff4d\uff49\uff4c\uff4c").ids == plain


def test_a_question_and_a_passage_stand_between_marks(cut: Tokenizer) -> None:
    assert cut.encode("who", "the mill").tokens == ["<s>", "▁who", "</s>", "</s>", "▁the", "▁mill", "</s>"]


def test_the_saved_tokenizer_is_the_same(cut: Tokenizer) -> None:
    assert Tokenizer.from_str(saved(cut)).encode(READ[0]).ids == cut.encode(READ[0]).ids


def test_the_rows_of_the_word_table_follow_their_pieces(kept: list[int]) -> None:
    whole = BASE.words.floats().reshape(-1, WIDTH)
    table = cut_table(BASE.words, np.array(kept), WIDTH).floats().reshape(-1, WIDTH)
    assert np.array_equal(table, whole[kept])
