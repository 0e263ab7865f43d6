"""Questions across languages from sentence pairs: a sentence with a word asked for, read in its translation.

"A bad workman blames what?" over a passage in which "Een slechte schrijnwerker geeft de schuld aan zijn
gereedschap." stands among others: the answer is the word that translates the one asked for.
"""

import random
import re
from collections.abc import Sequence

from corpus.article import Span
from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.pairs import Pair
from retrieval.lab.training.reader.reading_examples import Example
from retrieval.lab.training.teacher import folded

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")  # noqa: RUF001 - the typeset apostrophe
_SHORTEST = 4  # letters of a word to ask for; shorter ones are mostly without matter
_FEWEST = 4  # words of a sentence to ask about
_ASKING = {"en": "what", "nl": "wat"}
_LEFT_OUT = 0.25  # of passages lack the translation
_MANY = {"en": "how many", "nl": "hoeveel"}


def cloze(pair: Pair, others: Sequence[Pair], lexicon: Lexicon, chance: random.Random) -> Example | None:
    """Ask about one word of a pair in one language, over a passage of the other among `others`.

    Now and then the translation is left out of the passage, so that it does not answer.
    """
    links = _links(pair, lexicon)
    if not links:
        return None
    english, other = chance.choice(links)
    asked_in, read_in = chance.choice([("en", pair.language), (pair.language, "en")])
    texts = {"en": pair.english, pair.language: pair.other}
    words = {"en": english, pair.language: other}
    question = _question(texts[asked_in], words[asked_in], asked_in)
    said = [one.english if read_in == "en" else one.other for one in others]
    answerable = chance.random() >= _LEFT_OUT
    place = chance.randrange(len(said) + 1)
    if answerable:
        said.insert(place, texts[read_in])
    if not said:
        return None
    passage, spans = _passage(said)
    example = Example(question, "", passage, read_in, f"pair:{pair.english}", "cloze", tuple(spans))
    if not answerable:
        return example
    start = spans[place].start + words[read_in].start
    answer = Span(start, start + words[read_in].end - words[read_in].start)
    return Example(question, "", passage, read_in, example.group, "cloze", tuple(spans), (answer,), (place,))


def _links(pair: Pair, lexicon: Lexicon) -> list[tuple[Span, Span]]:
    """Find words that stand for each other: the same number or name, or what the lexicon gives."""
    english = _content(pair.english)
    found = []
    for match in _WORD.finditer(pair.other):
        meant = {folded(match[0])} | {folded(one.english) for one in lexicon.english(folded(match[0]))}
        same = [span for word, span in english if word in meant]
        if len(same) == 1 and _asks(match[0]):
            found.append((same[0], Span(*match.span())))
    return found if len(english) >= _FEWEST else []


def _content(text: str) -> list[tuple[str, Span]]:
    return [(folded(match[0]), Span(*match.span())) for match in _WORD.finditer(text)]


def _asks(word: str) -> bool:
    return word[0].isdigit() or len(word) >= _SHORTEST


def _question(text: str, asked: Span, language: str) -> str:
    word = (_MANY if text[asked.start].isdigit() else _ASKING)[language]
    written = f"{text[: asked.start]}{word}{text[asked.end :]}".rstrip(" .!")
    return f"{written[:1].upper()}{written[1:]}?"


def _passage(said: Sequence[str]) -> tuple[str, list[Span]]:
    text, spans = "", []
    for sentence in said:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    return text.rstrip(), spans
