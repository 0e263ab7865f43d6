"""What a round of training is made of: so many examples of every kind, shaped anew each time."""

import random
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from retrieval.lab.training.gloss import Glossary
from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.pairs import Pair
from retrieval.lab.training.reader import negatives
from retrieval.lab.training.reader.cloze import cloze
from retrieval.lab.training.reader.code_switching import switched
from retrieval.lab.training.reader.edits import Edits, edited
from retrieval.lab.training.reader.made_news import claimed, made_news
from retrieval.lab.training.reader.question_sets import refuse_held_back
from retrieval.lab.training.reader.reading_examples import Example
from retrieval.lab.training.reader.shaping import among, shaped

HELD_OUT_EVERY = 20
ROUND = {
    "squad_train_flan": 320,
    "squad_train_routerlens": 360,
    "unansq_train_part": 280,
    "unansq_train_matched": 120,
    "nq_swap": 70,
    "qed_dev": 90,
    "fairytaleqa": 50,
    "qamr_unique": 100,
    "qadiscourse": 70,
    "squad_train_nearest_negatives": 150,
    "selqa_devtest": 60,
    "unansq_nqg_sentence_pairs": 80,
    "nqg_sentence_question": 30,
    "edited": 280,
    "another value or name": 180,
    "taken out": 120,
    "negated": 40,
    "cloze": 260,
    "news": 420,
    "claims": 20,
}
_SWITCHED = 0.5  # of English examples have words of another language on one side or both
_NEIGHBOURS = 5
_TRIES = 10
_ONE_SENTENCE = ("qamr_unique", "qadiscourse")

Draw = Callable[[random.Random], Example | None]


@dataclass(frozen=True, slots=True)
class Material:
    """All that rounds are drawn from; `glossary` None leaves out what another language would add."""

    examples: Sequence[Example]
    pairs: Sequence[Pair]
    lexicon: Lexicon
    glossary: Glossary | None
    edits: Edits


def held_out(examples: Iterable[Example]) -> tuple[list[Example], list[Example]]:
    """Split examples by their group: (to train on, held out).

    What is held out of one set but answers questions of another that is trained on is neither.
    """
    parts: tuple[list[Example], list[Example]] = ([], [])
    for one in examples:
        parts[not zlib.crc32(one.group.encode()) % HELD_OUT_EVERY].append(one)
    learned = {_article(one) for one in parts[0] if one.answerable}
    return parts[0], [one for one in parts[1] if _article(one) not in learned]


class Rounds:
    """Rounds of examples; the same number always gives the same round."""

    def __init__(self, material: Material, seed: int) -> None:
        """Sort the material by kind.

        Raises:
            HeldBack: some of it is there to measure by.
        """
        self._material = material
        self._seed = seed
        self._kinds: dict[str, list[Example]] = defaultdict(list)
        for one in material.examples:
            self._kinds[one.kind].append(one)
        refuse_held_back(self._kinds)
        self._answered = [
            one
            for kind in ("squad_train_flan", "squad_train_routerlens", "unansq_train_part", "qed_dev")
            for one in self._kinds[kind]
            if one.answers
        ]
        self._names = negatives.names_of(self._answered)
        self._neighbours: dict[str, list[str]] = defaultdict(list)
        for kind in _ONE_SENTENCE:
            for one in self._kinds[kind]:
                if one.passage not in self._neighbours[_article(one)]:
                    self._neighbours[_article(one)].append(one.passage)

    def examples(self, number: int) -> Iterator[Example]:
        """Draw round `number`."""
        chance = random.Random(f"{self._seed}/{number}")  # noqa: S311 - draws of training data, no secret
        for kind, count in ROUND.items():
            for _ in range(count):
                drawn = self._drawn(kind, chance)
                if drawn is not None:
                    yield self._switched(shaped(drawn, chance), chance)

    def _drawn(self, kind: str, chance: random.Random) -> Example | None:
        made: dict[str, Draw] = {
            "another value or name": self._another,
            "edited": lambda chance: edited(chance.choice(self._answered), self._material.edits, chance),
            "taken out": lambda chance: negatives.taken_out(chance.choice(self._answered)),
            "negated": lambda chance: negatives.negated(chance.choice(self._answered)),
            "cloze": self._cloze,
            "news": made_news,
            "claims": claimed,
        }
        if kind in made:
            return next((one for _ in range(_TRIES) if (one := made[kind](chance)) is not None), None)
        if not self._kinds[kind]:
            return None
        example = chance.choice(self._kinds[kind])
        return self._among(example, chance) if kind in _ONE_SENTENCE else example

    def _another(self, chance: random.Random) -> Example | None:
        example = chance.choice(self._answered)
        return negatives.another_value(example, chance) or negatives.another_name(
            example, self._names, chance
        )

    def _cloze(self, chance: random.Random) -> Example | None:
        if not self._material.pairs:
            return None
        pair, *others = chance.choices(self._material.pairs, k=1 + chance.randint(1, _NEIGHBOURS))
        return cloze(pair, others, self._material.lexicon, chance)

    def _among(self, example: Example, chance: random.Random) -> Example:
        others = [one for one in self._neighbours[_article(example)] if one != example.passage]
        return among(example, chance.sample(others, min(len(others), chance.randint(0, _NEIGHBOURS))), chance)

    def _switched(self, example: Example, chance: random.Random) -> Example:
        words = self._material.glossary
        made = example.kind in {"cloze", "news"}
        if words is None or made or chance.random() >= _SWITCHED:
            return example
        sides = chance.choice(["question", "passage", "passage", "both"])
        return switched(example, words, sides, chance.uniform(0.3, 0.9), chance)


def _article(example: Example) -> str:
    return example.group.partition(":")[2]
