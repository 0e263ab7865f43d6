"""Which language a question is in, where it is certainly none that questions are read in."""

import re
import unicodedata

from corpus.language import probabilities
from corpus.tokens import words
from retrieval.language.function_words import FUNCTION_WORDS, LANGUAGES
from retrieval.language.proper_names import LETTERS, is_name

# Those that speakers of Dutch meet most, in Discord's big communities and among people who moved to the Low
# Countries. A close relative of one of them, such as Galician, is taken for it.
COMMON = ("de", "fr", "es", "pt", "it", "pl", "tr", "ar", "ru", "uk")
# Afrikaans is what the detector takes many a Dutch sentence for.
_READ = (*LANGUAGES, "af")
# Measured on questions of Tatoeba, XQuAD, SQuAD and the project's own: none of 2,100 Dutch and 9,900 English
# ones is taken for another language, and 86 % of the German and 92 to 100 % of those in seven others are.
_WHOLE, _WITHOUT_NAMES, _FUNCTION_WORDS = 0.03, 0.1, 0.4
_FEWEST = 3  # words, of letters that Dutch and English are written with; fewer can be a name
_RELATED = 0.1
_QUOTED = re.compile(
    '["\u201c\u201d\u201e\u00ab\u00bb][^"\u201c\u201d\u201e\u00ab\u00bb]+["\u201c\u201d\u00ab\u00bb]'
)


def foreign(question: str) -> str | None:
    """Return the ISO 639-1 code of a question's language; None where it may be Dutch or English.

    Names, quotations and foreign words within a Dutch or English question do not make it another's. What is
    too short to tell is read.
    """
    own = _QUOTED.sub(" ", question)
    if not _is_latin(own):
        return _language(own)
    written = LETTERS.findall(own)
    plain = [word for place, word in enumerate(written) if not is_name(word, inside=place > 0)]
    if len(written) < _FEWEST or _shares_function_words(plain):
        return None
    if _ours(own) >= _WHOLE or _ours(" ".join(plain)) >= _WITHOUT_NAMES:
        return None
    return _language(own)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin * 2 >= len(letters)


def _shares_function_words(plain: list[str]) -> bool:
    tokens = words(" ".join(plain))
    known = sum(word in FUNCTION_WORDS for word in tokens)
    return known >= _FUNCTION_WORDS * max(len(tokens), 1)


def _ours(text: str) -> float:
    likely = probabilities(text)
    return sum(likely.get(language, 0.0) for language in _READ)


def _language(text: str) -> str:
    likely = {code: one for code, one in probabilities(text).items() if code not in _READ}
    best, common = max(likely, key=likely.__getitem__), max(COMMON, key=lambda code: likely.get(code, 0.0))
    return common if likely.get(common, 0.0) >= _RELATED * likely[best] else best
