from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Draft, Span
from corpus.passages import LONGEST, SHORTEST, passages
from corpus.reading.sources import read
from corpus.sentences import sentences

SAMPLES = sorted(Path(str(files("corpus") / "samples")).glob("*.md"))
WORDS = st.sampled_from(
    ["Rusland", "betaalt", "4.700", "euro", "aan", "soldaten", "café", "😀", "in", "2023"]
)


def prose(sentence_lengths: list[int], breaks: list[bool]) -> str:
    """Sentences of so many words each, with a blank line after some."""
    ends = ["\n\n" if after else " " for after in breaks]
    return "".join(
        "De " + "grote " * (length - 2) + "brug." + end
        for length, end in zip(sentence_lengths, ends, strict=False)
    )


TEXTS = st.integers(1, 25).flatmap(
    lambda n: st.builds(
        prose,
        st.lists(st.integers(2, 220), min_size=n, max_size=n),
        st.lists(st.booleans(), min_size=n, max_size=n),
    )
) | st.lists(WORDS | st.sampled_from([".", ". ", "\n", "\n\n", "? "]), max_size=400).map(" ".join)


def words(span: Span, text: str) -> int:
    return len(span.of(text).split())


@given(TEXTS)
def test_passages_are_in_order_apart_and_together_hold_every_word(text: str) -> None:
    found = passages(text, "nl")
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert [word for span in found for word in span.of(text).split()] == text.split()
    assert all(span.of(text) == span.of(text).strip() for span in found)


@given(TEXTS)
def test_no_passage_is_longer_than_160_words_or_cuts_a_sentence_that_is_not(text: str) -> None:
    found = passages(text, "nl")
    assert all(words(span, text) <= LONGEST for span in found)
    for sentence in sentences(text, "nl"):
        if words(sentence, text) <= LONGEST:
            assert any(span.start <= sentence.start and sentence.end <= span.end for span in found)


@given(TEXTS)
def test_a_passage_is_short_only_where_the_next_sentence_would_make_it_too_long(text: str) -> None:
    found = passages(text, "nl")
    for before, after in pairwise(found):
        following = next(words(one, text) for one in sentences(text, "nl") if one.end > after.start)
        assert words(before, text) >= SHORTEST or words(before, text) + min(following, LONGEST) > LONGEST


def read_sample(path: Path) -> Draft:
    (draft,) = read(str(path))
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_articles_are_cut_into_whole_sentences(path: Path) -> None:
    draft = read_sample(path)
    found = passages(draft.text, draft.language)
    whole = sentences(draft.text, draft.language)
    assert {span.start for span in found} <= {sentence.start for sentence in whole}
    assert {span.end for span in found} <= {sentence.end for sentence in whole}
    assert all(SHORTEST <= words(span, draft.text) <= LONGEST for span in found[:-1])


def test_a_passage_ends_with_its_paragraph_once_it_is_long_enough() -> None:
    text = prose([50, 40, 60, 90], [False, True, False, True])
    assert [words(span, text) for span in passages(text, "nl")] == [90, 150]


def test_a_short_end_joins_the_passage_before_it() -> None:
    text = prose([50, 50, 30], [False, True, False])
    assert [words(span, text) for span in passages(text, "nl")] == [130]


def test_a_sentence_longer_than_a_passage_is_cut_between_words() -> None:
    text = prose([400], [False])
    assert [words(span, text) for span in passages(text, "nl")] == [160, 160, 80]


def test_an_empty_text_has_no_passages() -> None:
    assert passages(" \n\n ", "nl") == []
