"""Messages put together from frames: `(this|that)` is a choice, `{topic}` one of the fillers of its name."""

import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from retrieval.lab.training.utterances.messages import Message
from retrieval.question.utterances.kinds import Kind

FRAMES, FILLERS = Path(__file__).with_name("frames.tsv"), Path(__file__).with_name("fillers.tsv")
_CHOICE = re.compile(r"\(([^()]*)\)")
_FILLER = re.compile(r"\{(\w+)\}")
_ENDINGS = (" \U0001f602", " lol", "!", "...", " haha")
# How often people write so; chosen by hand.
_MARKED, _ENDED, _CAPITAL, _SMALL = 0.45, 0.15, 0.35, 0.2


def made(of_each: int, seed: int) -> list[Message]:
    """Return messages, `of_each` frame at most so many and none twice; the same seed gives the same."""
    chance = random.Random(seed)  # noqa: S311 - draws of training texts, no secret
    fillers = _fillers()
    drawn: dict[str, Message] = {}
    for frame in _rows(FRAMES):
        for _ in range(of_each):
            text = _as_typed(_filled(frame[2], frame[1], fillers, chance), Kind(frame[0]), chance)
            drawn.setdefault(text, Message(Kind(frame[0]), frame[1], text))
    return list(drawn.values())


def _filled(
    frame: str, language: str, fillers: Mapping[tuple[str, str], list[str]], chance: random.Random
) -> str:
    text = _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), frame)
    while _FILLER.search(text):
        text = _FILLER.sub(lambda found: chance.choice(fillers[language, found[1]]), text)
    return re.sub(r" ([,.!?])", r"\1", " ".join(text.split()))


def _as_typed(text: str, kind: Kind, chance: random.Random) -> str:
    if kind is Kind.QUESTION and chance.random() < _MARKED:
        text = text.rstrip("?") + "?"
    if kind is Kind.REMARK and chance.random() < _ENDED:
        text += chance.choice(_ENDINGS)
    if chance.random() < _CAPITAL:
        text = text[:1].upper() + text[1:]
    return text.lower() if chance.random() < _SMALL else text


def _fillers() -> dict[tuple[str, str], list[str]]:
    return {(language, name): words.split("|") for language, name, words in _rows(FILLERS)}


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split("\t")
