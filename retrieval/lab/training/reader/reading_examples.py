"""What the reader learns from: a question, a passage under its heading, and where it is answered."""

from dataclasses import dataclass, replace

from corpus.article import Span


@dataclass(frozen=True, slots=True)
class Example:
    """A question with a passage.

    `answers` are spans of `passage`; any of them is right. `sentences` are the spans that the passage is
    read in, `answering` the numbers of those that answer. A set that names no words has `answers` empty
    although `answering` is not. Neither: the passage does not answer. `group` is the article or paragraph
    that the example was made from: data are split by it, never through it.
    """

    question: str
    heading: str
    passage: str
    language: str
    group: str
    kind: str
    sentences: tuple[Span, ...]
    answers: tuple[Span, ...] = ()
    answering: tuple[int, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the passage answers."""
        return bool(self.answering)


def answered(example: Example, spans: tuple[Span, ...]) -> Example:
    """Return the example with these answers, and the sentences that hold one of them whole or in part."""
    answering = tuple(
        number
        for number, sentence in enumerate(example.sentences)
        if any(span.start < sentence.end and sentence.start < span.end for span in spans)
    )
    return replace(example, answers=spans, answering=answering)


def window(example: Example, first: int, last: int) -> Example:
    """Return the example with the sentences `first` to `last` alone, and what answers within them."""
    start, end = example.sentences[first].start, example.sentences[last].end
    moved = tuple(Span(one.start - start, one.end - start) for one in example.sentences[first : last + 1])
    kept = tuple(
        Span(one.start - start, one.end - start)
        for one in example.answers
        if start <= one.start and one.end <= end
    )
    answering = tuple(number - first for number in example.answering if first <= number <= last)
    return replace(
        example, passage=example.passage[start:end], sentences=moved, answers=kept, answering=answering
    )
