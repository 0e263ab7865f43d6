"""Examples with words of question or passage replaced by their equivalents in another language."""

import random
import re
from dataclasses import replace
from pathlib import Path

from corpus.article import Span
from retrieval.lab.training.alignment import align
from retrieval.lab.training.gloss import Glossary, glossary
from retrieval.lab.training.lexicon import read_lexicon
from retrieval.lab.training.pairs import read_pairs
from retrieval.lab.training.reader.reading_examples import Example
from retrieval.lab.training.teacher import folded

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # noqa: RUF001 - the typeset apostrophe
_NAMES = 0.3  # of names that have an equivalent are replaced: Germany is also Duitsland, Bloom stays Bloom


def read_glossary(languages: Path, language: str) -> Glossary:
    """Learn which words translate which from the sentence pairs and the lexicon of a language."""
    lexicon = read_lexicon(languages, [language])
    pairs = [(one.english, one.other) for one in read_pairs(languages, [language])]
    return glossary(align(pairs, lexicon), lexicon)


def switched(example: Example, words: Glossary, sides: str, share: float, chance: random.Random) -> Example:
    """Replace about `share` of the words that are known, in the "question", the "passage" or "both"."""
    changed = example
    if sides in {"question", "both"}:
        changed = replace(changed, question=_replaced(example.question, words, share, chance)[0])
    if sides in {"passage", "both"}:
        passage, places = _replaced(example.passage, words, share, chance)
        changed = replace(
            changed,
            passage=passage,
            heading=_replaced(example.heading, words, share, chance)[0],
            sentences=tuple(Span(places[one.start], places[one.end]) for one in example.sentences),
            answers=tuple(Span(places[one.start], places[one.end]) for one in example.answers),
        )
    return replace(changed, kind=f"{example.kind}, {sides} switched")


def _replaced(text: str, words: Glossary, share: float, chance: random.Random) -> tuple[str, list[int]]:
    """Return the text with words replaced, and where each of its characters' places went: (len + 1,)."""
    places = list(range(len(text) + 1))
    written, done = "", 0
    for match in _WORD.finditer(text):
        equivalent = _equivalent(match[0], words, share, chance, first=match.start() == 0)
        if equivalent is None:
            continue
        for offset in range(done, match.start() + 1):
            places[offset] = len(written) + offset - done
        written += text[done : match.start()]
        begun = len(written)
        written += equivalent
        for offset in range(match.start() + 1, match.end()):
            places[offset] = min(begun + offset - match.start(), len(written))
        done = match.end()
    for offset in range(done, len(text) + 1):
        places[offset] = len(written) + offset - done
    return written + text[done:], places


def _equivalent(
    word: str, words: Glossary, share: float, chance: random.Random, *, first: bool
) -> str | None:
    found = words.choices.get(folded(word))
    capital = word[:1].isupper()
    if found is None or chance.random() >= (share * _NAMES if capital and not first else share):
        return None
    equivalent = chance.choices(*found)[0]
    return equivalent[:1].upper() + equivalent[1:] if capital else equivalent
