from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.weighed import Weighed


def test_what_was_used_last_is_kept_as_far_as_its_weight_allows() -> None:
    kept: Weighed[str, int] = Weighed(10)
    for key, weight in (("old", 4), ("used", 4)):
        kept.keep(key, weight, weight)
    assert kept.get("old") == 4
    kept.keep("new", 4, 4)
    assert (kept.get("old"), kept.get("used"), kept.get("new")) == (4, None, 4)


def test_what_is_too_heavy_is_not_kept_and_drives_nothing_out() -> None:
    kept: Weighed[str, str] = Weighed(10)
    kept.keep("light", "a feather", 1)
    kept.keep("heavy", "an anvil", 11)
    assert (kept.get("light"), kept.get("heavy")) == ("a feather", None)


def test_what_is_kept_anew_in_another_weight_counts_once() -> None:
    kept: Weighed[str, str] = Weighed(10)
    kept.keep("text", "first", 6)
    kept.keep("text", "second", 5)
    kept.keep("other", "beside it", 5)
    assert (kept.get("text"), kept.get("other")) == ("second", "beside it")


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 12)), max_size=60))
def test_no_more_is_kept_than_may_be(acts: list[tuple[int, int]]) -> None:
    kept: Weighed[int, int] = Weighed(12)
    for key, weight in acts:
        kept.keep(key, weight, weight)
        assert sum(kept.get(one) or 0 for one in range(6)) <= 12
