"""The preparation: vocabulary, first embeddings and examples, before any training."""

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from tokenizers import Tokenizer

from retrieval.lab.training.alignment import align
from retrieval.lab.training.gloss import glossary
from retrieval.lab.training.initialise import Sources as FirstSources
from retrieval.lab.training.initialise import initial_table
from retrieval.lab.training.lexicon import read_lexicon
from retrieval.lab.training.pairs import english_sentences, held_out, read_pairs
from retrieval.lab.training.student import Encoder
from retrieval.lab.training.student_vocabulary import Evidence, count_words, extend
from retrieval.lab.training.targets import Counts, Examples, Sources, make_examples, tokenised
from retrieval.lab.training.teacher_vectors import Remembered

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a model is made of: languages, sizes, and the seed of every draw."""

    languages: list[str]
    pieces: int
    longest: int
    held_out_every: int
    seed: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Prepared:
    """An untrained student with all it learns from, and held-out pairs to watch it by."""

    encoder: Encoder
    tokenizer: Tokenizer
    teacher_pieces: int
    taken_over: list[int]
    examples: Examples
    held_out: Examples


def prepare(recipe: Recipe, languages: Path, remembered: Remembered) -> Prepared:
    """Read the data, choose the vocabulary, start the embeddings and make the examples."""
    teacher = remembered.teacher
    pairs, aside = held_out(read_pairs(languages, recipe.languages), recipe.held_out_every)
    kept_aside = {pair.english for pair in aside}
    english = [sentence for sentence in english_sentences(languages) if sentence not in kept_aside]
    lexicon = read_lexicon(languages, recipe.languages)
    _log.info("%d pairs, %d held out, %d English sentences", len(pairs), len(aside), len(english))
    aligned = align([(pair.english, pair.other) for pair in pairs], lexicon)
    evidence = Evidence(count_words([pair.other for pair in pairs]), count_words(english), lexicon)
    vocabulary = extend(teacher.tokenizer, evidence, recipe.pieces)
    first = FirstSources(lexicon, aligned, teacher.tokenizer, teacher.encoder.words.weight.detach())
    table = initial_table(vocabulary, first)
    _log.info("%d pieces added, %d taken over", len(vocabulary.added), len(vocabulary.taken_over))
    encoder = Encoder(replace(teacher.encoder.shape, vocab_size=len(table)))
    encoder.load_state_dict(teacher.encoder.state_dict() | {"words.weight": table})
    sources = Sources(pairs, english, lexicon, glossary(aligned, lexicon))
    texts = make_examples(sources, recipe.counts, remembered, recipe.seed)
    watched = [("pair", pair.other, pair.english) for pair in aside]
    watched += [("english-pair", pair.english, pair.english) for pair in aside]
    known = vocabulary.tokenizer.get_vocab()
    return Prepared(
        encoder,
        vocabulary.tokenizer,
        len(first.table),
        [known[word] for word in vocabulary.taken_over],
        tokenised(texts, vocabulary.tokenizer, remembered, recipe.longest),
        tokenised(watched, vocabulary.tokenizer, remembered, recipe.longest),
    )
