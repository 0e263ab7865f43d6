"""A phrased answer as it grows: its text carries markers that are exactly its citations, at every moment."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from retrieval.phrasing.cleaning import cited, with_markers
from retrieval.search.repetition import says_the_same
from retrieval.search.results import Answer, Citation, Value


def grown(answer: Answer, sentences: Sequence[str]) -> Answer:
    """Return the answer with verified sentences in place of the quotations.

    The citations are those that the sentences cite, numbered in the order in which they are cited first, so
    that no number changes when a sentence is added. A quote is cited together with those of its wording.
    Values that differ remain where they are still cited.
    """
    alike = _alike(answer.citations)
    numbers = [tuple(other for number in cited(one) for other in alike[number]) for one in sentences]
    order = list(dict.fromkeys(number for each in numbers for number in each))
    renumbered = {old: new for new, old in enumerate(order, start=1)}
    by_number = {one.number: one for one in answer.citations}
    kept = {old: replace(by_number[old], number=new) for old, new in renumbered.items()}
    return replace(
        answer,
        text=" ".join(
            with_markers(one, tuple(sorted({renumbered[number] for number in each})))
            for one, each in zip(sentences, numbers, strict=True)
        ),
        citations=tuple(kept.values()),
        values=_values(answer.values, kept),
        answers=tuple(
            replace(one, citation=kept[one.citation.number])
            for one in answer.answers
            if one.citation.number in kept
        ),
    )


def is_phrased(answer: Answer) -> bool:
    """Tell whether an answer, also one read back from the catalogue, is phrased rather than quotations."""
    return bool(answer.citations) and f"\u201c{answer.citations[0].quote}\u201d" not in answer.text


def passes_over(phrased: Answer, answer: Answer) -> bool:
    """Tell whether a phrased answer leaves out a value on which the quotations of an answer differ."""
    return len(phrased.values) < len(answer.values)


def _values(values: Sequence[Value], kept: Mapping[int, Citation]) -> tuple[Value, ...]:
    """Return the values with the citations that are kept, by their old numbers; none without any."""
    cited_still = [
        replace(one, citations=tuple(kept[each.number] for each in one.citations if each.number in kept))
        for one in values
    ]
    return tuple(one for one in cited_still if one.citations)


def _alike(citations: Sequence[Citation]) -> Mapping[int, tuple[int, ...]]:
    """Return for each number those of the citations that say the same, itself first."""
    return {
        one.number: (
            one.number,
            *(
                other.number
                for other in citations
                if other.number != one.number and says_the_same(one.quote, other.quote)
            ),
        )
        for one in citations
    }
