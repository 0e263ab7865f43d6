from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.vector_space import Matrix
from retrieval.curating.grouping import ALIKE, clusters, grouped
from retrieval.models.embedding import Embedder

# Pairs for choosing the threshold. The model, not the threshold, is what misses the far ones.
SAME = [
    ("wie won de verkiezingen in Lindervoort?", "who won the election in Lindervoort?"),
    ("wie is de burgemeester van Rotterdam?", "who is the mayor of Rotterdam?"),
    ("wat kost de veerboot naar Saltmarsh?", "what does the ferry to Saltmarsh cost?"),
    ("hoeveel wolven leven er in het Drostenwoud?", "how many wolves live in the Drostenwoud?"),
    ("hoe hoog is de tekenbonus van Rusland?", "how high is Russia's signing bonus?"),
    ("who is the mayor of Rotterdam?", "name of Rotterdam's mayor"),
    ("wanneer gaat de nachttrein naar Turijn rijden?", "when does the night train to Turin start?"),
    (
        "hoeveel kost een kaartje voor de pont naar Saltmarsh?",
        "how much is a ticket for the Saltmarsh ferry?",
    ),
    ("how much is a ticket for the Saltmarsh ferry?", "what does the ferry to Saltmarsh cost?"),
    ("hoe hoog is de subsidie voor een warmtepomp?", "hoeveel subsidie krijg je voor een warmtepomp?"),
    ("when will the night train to Turin begin running?", "since when is there a night train to Turin?"),
    ("waarom is de brug gesloten?", "why was the bridge closed?"),
    ("what is the reason that the bridge is shut", "why was the bridge closed?"),
    ("wolven Drostenwoud aantal", "hoeveel wolven zijn er geteld in het Drostenwoud?"),
    ("what does Russia pay new soldiers when they sign?", "how high is Russia's signing bonus?"),
    ("hoe hoog is de subsidie voor een warmtepomp?", "how much subsidy is there for a heat pump?"),
    ("kan ik subsidie krijgen voor een warmtepomp?", "is there a subsidy for heat pumps?"),
]
DIFFERENT = [
    ("how old is the mayor of Rotterdam?", "who is the mayor of Rotterdam?"),
    ("what does the ferry to Oosterzijl cost?", "what does the ferry to Saltmarsh cost?"),
    ("who is the mayor of Amsterdam?", "who is the mayor of Rotterdam?"),
    ("wanneer zijn de verkiezingen in Lindervoort?", "wie won de verkiezingen in Lindervoort?"),
    ("wanneer vaart de veerboot naar Saltmarsh?", "wat kost de veerboot naar Saltmarsh?"),
    ("how many sheep were killed by wolves in the Drostenwoud?", "how many wolves live in the Drostenwoud?"),
    ("wie is de burgemeester van Utrecht?", "wie is de burgemeester van Rotterdam?"),
    ("how long does the ferry to Saltmarsh take?", "what does the ferry to Saltmarsh cost?"),
    ("what does the night train to Turin cost?", "when does the night train to Turin start?"),
    ("hoeveel schapen zijn er door wolven gedood?", "hoeveel wolven leven er in het Drostenwoud?"),
    ("when does the night train to Vienna start?", "when does the night train to Turin start?"),
    ("who won the football match in Lindervoort?", "who won the election in Lindervoort?"),
    ("when will the bridge open again?", "why was the bridge closed?"),
    ("how long is the new bridge?", "waarom is de brug dicht?"),
    ("hoe hoog is de subsidie voor zonnepanelen?", "hoe hoog is de subsidie voor een warmtepomp?"),
    ("is there a subsidy for solar panels?", "is there a subsidy for heat pumps?"),
    ("hoeveel soldaten heeft Rusland?", "hoe hoog is de tekenbonus van Rusland?"),
    ("what is the monthly pay of a Russian soldier?", "how high is Russia's signing bonus?"),
    ("how many wolves live in the Drostenwoud?", "what does the ferry to Saltmarsh cost?"),
]


def directions(*degrees: float) -> Matrix:
    angles = np.radians(degrees)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def test_most_pairs_that_ask_the_same_are_joined_and_few_others(embedder: Embedder) -> None:
    assert sum(len(grouped(pair, embedder)) == 1 for pair in SAME) == 12
    assert sum(len(grouped(pair, embedder)) == 1 for pair in DIFFERENT) == 2


def test_questions_in_both_languages_form_groups_the_biggest_first(embedder: Embedder) -> None:
    asked = [
        "how long is the new bridge?",
        "what does the ferry to Saltmarsh cost?",
        "who won the election in Lindervoort?",
        "wat kost de veerboot naar Saltmarsh?",
        "wie won de verkiezingen in Lindervoort?",
        "how much is a ticket for the Saltmarsh ferry?",
    ]
    assert grouped(asked, embedder) == [[1, 3, 5], [2, 4], [0]]


def test_the_same_question_again_is_one_group_and_none_is_none(embedder: Embedder) -> None:
    assert grouped(["Hoe lang is de brug?"] * 3, embedder) == [[0, 1, 2]]
    assert grouped([], embedder) == []


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_a_chain_is_not_one_group_whatever_the_order(order: tuple[int, ...]) -> None:
    """Each direction is close to the next, and the last is far from the first."""
    vectors = directions(0, 28, 60, 90)[list(order)]
    groups = [sorted(order[place] for place in group) for group in clusters(vectors, ALIKE)]
    assert sorted(groups) == [[0, 1], [2, 3]]


def test_one_vector_is_one_group_and_none_is_none() -> None:
    assert clusters(directions(30), ALIKE) == [[0]]
    assert clusters(directions(), ALIKE) == []


@pytest.mark.parametrize(("apart", "groups"), [(32.0, [[0, 1]]), (33.0, [[0], [1]])])
def test_two_are_one_group_from_the_threshold_on(apart: float, groups: list[list[int]]) -> None:
    """The cosine of 32 degrees is 0.848 and that of 33 is 0.839."""
    assert clusters(directions(0, apart), ALIKE) == groups


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 359), max_size=12), st.sampled_from((0.3, ALIKE, 0.95)))
def test_groups_hold_each_once_are_near_themselves_and_far_from_each_other(
    degrees: list[int], alike: float
) -> None:
    vectors = directions(*degrees)
    groups = clusters(vectors, alike)
    assert sorted(place for group in groups for place in group) == list(range(len(degrees)))
    assert groups == sorted(map(sorted, groups), key=lambda group: (-len(group), group[0]))
    for one, other in itertools.combinations(groups, 2):
        assert (vectors[one] @ vectors[other].T).mean() < alike + 1e-6
    for group in groups:
        if len(group) == 2:
            assert vectors[group[0]] @ vectors[group[1]] > alike - 1e-6
