"""Whether a sentence speaks of the very thing whose value a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.article import Article
from corpus.text import folded
from corpus.tokens import words
from retrieval.abroad import in_the_other_language
from retrieval.figures.comparing import covers
from retrieval.figures.figure import Figure
from retrieval.figures.reading import figures
from retrieval.function_words import FUNCTION_WORDS
from retrieval.question_names import missing, names
from retrieval.results import Citation
from retrieval.values import names as value_names
from retrieval.values.earlier import clause
from retrieval.wanted_figure import stems

_BEGINNING = 5  # letters of a word that compounds and other languages share: "Russi"
_SHORTEST = 3
_BEHIND = 40  # characters behind a number in which the words stand that say what it counts
_PHRASE = re.compile(r"[^,.;:()\u2013]*")
_ANYBODY = stems("people persons mensen personen")
_WITHOUT = re.compile(r"\b(?:without|zonder)\s+(?:an?\s+|een\s+)?\w+", re.IGNORECASE)
_ANY = frozenset({"people"})
_ASKING = frozenset(
    words("amount bedrag big deep diep expensive groot high hoog lang large long much number")
)


class Matter:
    """What a question is about: its names, the other words that carry its matter, and what it counts."""

    def __init__(self, question: str, counted: str) -> None:
        """Take a question and the words behind its `how many`, empty where it has none."""
        self._question = question
        self._counted, self.things = stems(counted), value_names.counted(counted)
        self._called = value_names.called(question)
        self._apart = value_names.set_apart(_WITHOUT.sub(" ", question))
        self._names = names(question)
        self._words = _carrying(question)
        self._dates = [question[one.start : one.end] for one in figures(question, None)]

    def is_of(self, citation: Citation) -> bool:
        """Tell whether a quote or its headline has a word or name of the question, its article all names."""
        headed = _headed(citation)
        return _shares([*self._words, *self._names], headed) and self._names_are_in(citation.article)

    def is_called_so(self, citation: Citation, figure: Figure, *, foreign: bool) -> bool:
        """Tell whether a sentence calls a value as the question does, and speaks of its matter.

        In the question's language it or its headline has another word of the matter, in
        another one the question has a name or a word that both languages have.
        """
        quote = citation.quote
        if not self.is_named_so(quote, figure, citation.article):
            return False
        about = self._is_about_abroad(citation) if foreign else self._is_about(citation)
        return about and self._names_are_in(citation.article)

    def is_named_so(self, sentence: str, figure: Figure, article: Article) -> bool:
        """Tell whether a sentence has the name that the question has for a value.

        What parts a value from others stands in the figure's clause; what it is called also in a headline
        that has the figure.
        """
        heard = f"{article.draft.title}. {sentence}" if headlined(figure, article) else sentence
        named = bool(self._apart) or self._called <= value_names.called(heard)
        return named and self.is_not_apart(sentence, figure)

    def is_not_apart(self, sentence: str, figure: Figure) -> bool:
        """Tell whether the figure's clause has exactly those names of the question that part values."""
        return self._apart == value_names.set_apart(sentence[slice(*clause(sentence, figure))])

    def is_counted(self, citation: Citation, figure: Figure, *, foreign: bool) -> bool:
        """Tell whether a number counts what is asked, by the words behind it up to the end of their phrase.

        What anybody can be is counted only where these words also say what they do.
        """
        quote = citation.quote
        if not self._names_are_in(citation.article) or not self.is_not_apart(quote, figure):
            return False
        phrase = _PHRASE.match(quote[figure.end : figure.end + _BEHIND])
        counted = phrase[0] if phrase and phrase[0].strip() else quote[: figure.start]
        if (self.things - _ANY) & value_names.counted(counted):
            return not foreign or bool(self._names)
        return not foreign and self._counts(stems(counted), quote)

    def _counts(self, behind: frozenset[str], quote: str) -> bool:
        doing = not self._counted <= _ANYBODY or bool(behind & stems(" ".join(self._words)) - self._counted)
        return doing and bool(self._counted & behind) and self._counted <= stems(quote)

    def _is_about(self, citation: Citation) -> bool:
        return _shares(self._words, _headed(citation)) or not self._words

    def _is_about_abroad(self, citation: Citation) -> bool:
        named = bool(self._called or self._apart) and bool(self._names)
        return named or _shares(self._words, citation.quote)

    def _names_are_in(self, article: Article) -> bool:
        """Tell whether an article has every name of the question; dates and numbers are no names."""
        text = "\n".join([article.draft.title or "", article.draft.text, *self._dates])
        return not missing(self._question, text) or not missing(self._question, self._with_countries(text))

    def _with_countries(self, text: str) -> str:
        """Add the countries of the question that a text names in the other language."""
        said, abroad = folded(text), in_the_other_language()
        also = [one for one in self._names if any(other in said for other in abroad.get(folded(one), ()))]
        return "\n".join([text, *also])


def headlined(figure: Figure, article: Article) -> bool:
    """Tell whether a figure stands in the headline of an article."""
    return covers(figures(article.draft.title or "", article.draft.language), figure)


def _headed(citation: Citation) -> str:
    return f"{citation.article.draft.title or ''}. {citation.quote}"


def _carrying(question: str) -> list[str]:
    """Return the words that carry the matter of a question: no names, none that say what is asked."""
    named = {word for name in names(question) for word in words(name)}
    plain = words(value_names.NAMES.sub(" ", question))
    left_out = FUNCTION_WORDS | _ASKING | named
    return [word for word in plain if word not in left_out and word.isalpha() and len(word) >= _SHORTEST]


def _shares(matter: Iterable[str], text: str) -> bool:
    """Tell whether a text has one of the words, a long one by its beginning, which compounds keep."""
    said = words(text)
    joined = " ".join(said)
    parts = (word.lower()[:_BEGINNING] for word in matter)
    return any(part in (joined if len(part) == _BEGINNING else said) for part in parts)
