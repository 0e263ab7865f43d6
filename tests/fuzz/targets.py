"""What strangers' bytes are given to, each a function that may fail only with a sentence for people."""

from __future__ import annotations

import datetime
import io
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.acronyms import acronyms
from corpus.errors import SourceUnreadable
from corpus.genre import labelled
from corpus.reading import byline, sources
from corpus.reading.attachment import read_attachment
from corpus.reading.links import addresses_in
from corpus.reading.parsing.here import HERE
from corpus.reading.parsing.jobs import Form
from corpus.sentences import sentences
from retrieval.figures.reading import figures
from retrieval.question import asked_names, dependence, foreign_language
from retrieval.question.asked import asked_in
from retrieval.question.dates.narrowing import narrowed, undated
from retrieval.question.followup import standalone
from retrieval.question.redating import redated
from retrieval.question.utterances.kinds import Kind, Utterance
from retrieval.question.utterances.message_tokens import tokens
from tests.reading.parsing.documents import ARTICLES, FEEDS, TEXT, job

_ASKED = datetime.date(2026, 11, 29)
_QUESTION = Utterance(Kind.QUESTION, Kind.QUESTION, 0.9)


def _article(form: Form) -> Callable[[bytes], object]:
    def read(raw: bytes) -> object:
        try:
            return labelled(HERE.article(raw, job(form)))
        except SourceUnreadable as error:
            return _sentence(error)

    return read


def _feed(raw: bytes) -> object:
    try:
        return HERE.feed(raw, job(Form.FEED))
    except SourceUnreadable as error:
        return _sentence(error)


def _attached(raw: bytes) -> object:
    found = read_attachment("stuk", raw)
    return _sentence(found) if isinstance(found, SourceUnreadable) else labelled(found)


def _text(raw: bytes) -> object:
    (found,) = sources.read("-", stdin=io.BytesIO(raw))
    if isinstance(found, SourceUnreadable):
        return _sentence(found)
    text = labelled(found).text
    return (
        sentences(text, found.language),
        acronyms(text),
        byline.find(text),
        addresses_in(text),
        figures(text, found.language),
    )


def _lines(raw: bytes) -> object:
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        Path(file.name).write_bytes(raw)
        return [_sentence(one) for one in sources.read(file.name) if isinstance(one, SourceUnreadable)]


def _question(raw: bytes) -> object:
    text = raw.decode("utf-8", "replace")
    asked = asked_in(text, lambda _: _QUESTION)
    understood = [narrowed(asked.text, language, _ASKED) for language in ("nl", "en", None)]
    return (
        [undated(asked.text, one) for one in understood],
        standalone(asked.text, ["Wanneer sluit de brug over de haven?", text]),
        redated(asked.text, "Wat kostte de brug in 2023?"),
        [asked_names.missing(asked.text, TEXT), asked_names.names(asked.text), tokens(text)],
        [dependence.leans(text), dependence.points(text), foreign_language.foreign(text)],
        figures(text, "nl"),
    )


def _sentence(error: SourceUnreadable) -> str:
    """Return what people are told, which is one sentence or more and no traceback."""
    said = str(error)
    assert said[:1].isupper(), said
    assert said.endswith("."), said
    assert "Traceback" not in said, said
    return said


TARGETS: Mapping[str, Callable[[bytes], object]] = {
    **{form.value: _article(form) for form in ARTICLES},
    "feed": _feed,
    "attachment": _attached,
    "text": _text,
    "lines": _lines,
    "question": _question,
}
_HEADED = (
    f"title: Brug dicht\ndate 2026-03\noutlet: De Haven\nauthor: Annelies de Wit\n\n{TEXT}",
    f"---\ntitle: Brug dicht\ndate: 2026-03-05\ntags: [brug, haven]\n---\n# Brug dicht\n\n{TEXT}",
    f"+++\ntitle = 'Brug dicht'\ndate = 2026-03-05\n+++\n{TEXT}",
    f"Brug dicht\nDoor Annelies de Wit, De Haven | 5 maart 2026\n\n{TEXT}\n\nNIV (het Instituut) meldt.",
)
_ASKS = (
    "Wanneer sluit de brug, en wat kost dat?",
    "what did the mayor say last week about €1,900,000 in 2023? And who pays?",
    "sinds 5 maart 2026 tot gisteren: hoeveel % meer dan vorig jaar?",
)
_LINE = '{"text": "%s", "title": "Brug dicht", "published": "2026-03-05", "url": "https://haven.example/b"}\n'
SEEDS: Mapping[str, tuple[bytes, ...]] = {
    **{form.value: (raw,) for form, raw in ARTICLES.items()},
    "feed": tuple(FEEDS.values()),
    "attachment": (*ARTICLES.values(), *FEEDS.values()),
    "text": tuple(text.encode() for text in _HEADED),
    "lines": ((_LINE % TEXT).encode() * 2,),
    "question": tuple(text.encode() for text in _ASKS),
}
