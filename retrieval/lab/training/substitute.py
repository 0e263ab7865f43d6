"""Sentence pairs with a noun swapped, on both sides at once, for one of the lexicon."""

import random
import re
from collections import Counter
from itertools import pairwise

from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.pairs import Pair
from retrieval.lab.training.teacher import folded, words

_ARTICLES = {"the", "a", "an"}


def substituted(pairs: list[Pair], lexicon: Lexicon, english: list[str], count: int, seed: int) -> list[Pair]:
    """Make sentence pairs with words that the pairs themselves lack.

    A place is one where a word after an English article has, once, its equivalent on the other side. The word
    that comes there was seen after an article in some English sentence, so it is mostly a noun.

    Args:
        pairs: sentences with their translations.
        lexicon: where the new words come from.
        english: sentences that show which words follow an article.
        count: how many pairs to make.
        seed: of the draws.
    """
    chance = random.Random(seed)  # noqa: S311 - draws of training data, no secret
    nouns = _nouns(lexicon, english)
    places = [(pair, *place) for pair in pairs for place in _places(pair, lexicon)]
    made: list[Pair] = []
    queue: list[tuple[str, str]] = []
    while len(made) < count and places:
        if not queue:
            queue = chance.sample(nouns, len(nouns))
        pair, old_english, old_other = chance.choice(places)
        new_other, new_english = queue.pop()
        made.append(
            Pair(
                _swap(pair.english, old_english, new_english),
                _swap(pair.other, old_other, new_other),
                pair.language,
                pair.source,
            )
        )
    return made


def _nouns(lexicon: Lexicon, english: list[str]) -> list[tuple[str, str]]:
    followers: Counter[str] = Counter()
    for sentence in english:
        said = words(sentence)
        followers.update(second for first, second in pairwise(said) if first in _ARTICLES)
    return [
        (word, equivalent.english)
        for word, equivalents in lexicon.entries.items()
        for equivalent in equivalents[:2]
        if followers[words(equivalent.english)[-1] if words(equivalent.english) else ""]
        and word.replace(" ", "").isalpha()
    ]


def _places(pair: Pair, lexicon: Lexicon) -> list[tuple[str, str]]:
    english, other = words(pair.english), words(pair.other)
    return [
        (meant.english, word)
        for word in other
        if other.count(word) == 1
        for meant in lexicon.english(word)
        if english.count(folded(meant.english)) == 1
        and english[english.index(folded(meant.english)) - 1] in _ARTICLES
    ]


def _swap(sentence: str, old: str, new: str) -> str:
    return re.sub(rf"\b{re.escape(old)}\b", new.replace("\\", ""), folded(sentence), count=1)
