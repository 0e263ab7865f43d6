"""A question as the corpus, and as each of its articles, writes the names in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Article
from retrieval.language.folding import folded_article
from retrieval.question.names.numbered import numbered
from retrieval.question.names.readings import Reading


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as an article would write it, and the readings that it takes to read it so."""

    question: str
    readings: tuple[Reading, ...] = ()


def wordings(question: str, readings: Sequence[Reading]) -> list[str]:
    """Return the question and what it is with each of the readings, the question first."""
    return list(dict.fromkeys((question, *(one.applied(question) for one in readings))))


def in_words_of(article: Article, question: str, readings: Sequence[Reading]) -> Wording:
    """Return the question as the article would write it: with its name for what the question names."""
    names = numbered(question)
    if not (readings or names):
        return Wording(question)
    text = f"{article.draft.title or ''}\n{article.draft.text}"
    used: dict[str, Reading] = {}
    for one in readings:
        if one.written not in used and one.fits(folded_article(article)):
            used[one.written] = one
            question = one.applied(question)
    for name in names:
        question = name.put_as_in(question, text)
    return Wording(question, tuple(used.values()))
