"""What a sentence must have in common with the quotes that it cites.

Each check takes a sentence without markers and the quotes that it cites, with the language of the sentence
(ISO 639-1) where that matters, and tells whether it stands.
"""

import re
from collections.abc import Sequence

from corpus.tokens import tokens, words
from retrieval.figures.figure import Kind
from retrieval.figures.reading import figures, without_figures
from retrieval.figures.sameness import covers
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.phrasing import unsaid_names
from retrieval.search.results import Citation

_DIGITS = re.compile(r"\d+(?:[.,:/\u2013-]\d+)*")
_QUOTED = re.compile(
    r"\u201c([^\u201c\u201d]*)\u201d|\u201e([^\u201d\u201c\u201e]*)[\u201d\u201c]|\u00ab([^\u00ab\u00bb]*)\u00bb"
    r"|\"([^\"]*)\""
    r"|(?<!\w)[\u2018']([^\u2018\u2019']+)[\u2019'](?!\w)"
)
_LOOSE_QUOTATION_MARK = re.compile('[\u201c\u201d\u201e\u00ab\u00bb"]')
_DENIALS = frozenset(
    (
        *("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "cannot"),
        *("geen", "niet", "nooit", "niemand", "niets", "noch", "nergens"),
    )
)
_CONTRACTED = re.compile(r"n['\u2019]t\b", re.IGNORECASE)
_UNDERSTOOD = ("nl", "en")  # languages whose denials are known
_GROUNDED = 0.5  # share of a sentence's words of matter


def figures_stand(said: str, quotes: Sequence[Citation], language: str | None) -> bool:
    """Tell whether every figure is covered by one of the quotes, and every other number stands there."""
    quoted = tuple(figure for one in quotes for figure in figures(one.quote, one.article.draft.language))
    literally = {number for one in quotes for number in _digits(one.quote)}
    for figure in figures(said, language):
        # 18.40 in a text can be a time or a number; said as a time it is the same.
        written = _digits(said[figure.start : figure.end]) if figure.kind is Kind.TIME else []
        if not covers(quoted, figure) and not (written and literally.issuperset(written)):
            return False
    # Numbers that are no figures: of articles, versions, telephones, scores.
    return literally.issuperset(_digits(without_figures(said, language)))


def quotations_stand(said: str, quotes: Sequence[Citation]) -> bool:
    """Tell whether every quoted string stands in a quote, but for case, spacing and punctuation."""
    there = [_spelled(one.quote) for one in quotes]
    quoted = ["".join(parts) for parts in _QUOTED.findall(said)]
    if _LOOSE_QUOTATION_MARK.search(_QUOTED.sub("", said)):
        return False  # one that is never closed cannot be checked
    return all(any(_spelled(one) in quote for quote in there) for one in quoted)


def names_stand(said: str, quotes: Sequence[Citation], question: str, language: str | None) -> bool:
    """Tell whether every name stands in a quote or in the question."""
    texts = [*(one.quote for one in quotes), question]
    translated = _foreign(quotes, language)
    return not unsaid_names.unsaid(without_figures(said, language), texts, language, translated=translated)


def denials_agree(said: str, quotes: Sequence[Citation], language: str | None) -> bool:
    """Tell whether it denies something where a quote does, and nothing where none does."""
    if language not in _UNDERSTOOD or any(one.article.draft.language not in _UNDERSTOOD for one in quotes):
        return True
    return _denies(said) in {_denies(one.quote) for one in quotes}


def words_stand(said: str, quotes: Sequence[Citation], question: str, language: str | None) -> bool:
    """Tell whether its words are the quotes' or the question's, and some news is the quotes' alone."""
    plain = without_figures(said, language)
    asked = set(tokens(question, [language]))
    there = {
        token
        for one in quotes
        if one.article.draft.language == language
        for token in tokens(one.quote, [language])
    }
    matter = [set(tokens(word, [language])) for word in words(plain) if word not in FUNCTION_WORDS]
    grounded = [word for word in matter if not word.isdisjoint(there | asked)]
    if not _foreign(quotes, language) and len(grounded) < _GROUNDED * len(matter):
        return False
    told = {word for name in unsaid_names.named(plain, language) for word in tokens(name, [language])}
    known = figures(question, language)
    return not (there & set().union(*matter) | told) <= asked or any(
        not covers(known, figure) for figure in figures(said, language)
    )


def _foreign(quotes: Sequence[Citation], language: str | None) -> bool:
    return any(one.article.draft.language != language for one in quotes)


def _denies(text: str) -> bool:
    return not _DENIALS.isdisjoint(words(text)) or _CONTRACTED.search(text) is not None


def _digits(text: str) -> list[str]:
    return [number.replace(":", ".") for number in _DIGITS.findall(text)]


def _spelled(text: str) -> str:
    """Return a text as quoted strings are compared: without case, spacing and forms of quotation marks."""
    return " ".join(re.sub("[^\\w\\s%\u20ac$\u00a3]", "", text).casefold().split())
