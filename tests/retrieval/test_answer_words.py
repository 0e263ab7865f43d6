"""How well words fit the accepted ones is measured as SQuAD does it, with Dutch articles beside English."""

from __future__ import annotations

import pytest

from retrieval.lab.evaluating.measures import exact, f1


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        ("58 euros", ["58 euros"]),
        ("The Mayor", ["the mayor"]),
        ("the mayor.", ["mayor"]),
        ("de burgemeester", ["burgemeester"]),
        ("het  oude huis", ["Een oude huis"]),
        ("“Anna Dekker”", ["Carla Visser", "Anna Dekker"]),
    ],
)
def test_case_signs_and_articles_do_not_count(said: str, accepted: list[str]) -> None:
    assert exact(said, accepted)
    assert f1(said, accepted) == 1.0


@pytest.mark.parametrize(
    ("said", "accepted"), [("58", ["58 euros"]), ("58 euros", []), ("theatre", ["atre"]), ("1998", ["1999"])]
)
def test_part_of_the_words_is_not_exact(said: str, accepted: list[str]) -> None:
    assert not exact(said, accepted)


@pytest.mark.parametrize(
    ("said", "accepted", "expected"),
    [
        ("in May 2024", ["May 2024"], 0.8),
        ("May", ["May 2024"], 2 / 3),
        ("Anna", ["Carla"], 0.0),
        ("", ["May"], 0.0),
        ("May", [], 0.0),
        ("May 2024", ["June", "in May"], 0.5),
        ("very very old", ["very old"], 0.8),
    ],
)
def test_shared_words_count_as_worked_out_by_hand(said: str, accepted: list[str], expected: float) -> None:
    assert f1(said, accepted) == pytest.approx(expected)
