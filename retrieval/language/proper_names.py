"""What a name looks like in a text: a word that has a capital where the sentence gives it none.

The first word of a sentence has one in any case. How the words are cut differs by what is done with them:
the two cuts for names stand here, and a file that needs another says why.
"""

import re

# "Jansen's", "ASML", "Sint-Aldegondsluis", "1,500", "covid-19": what may be a name or a figure.
WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")
# The same without figures: "d'Orsay", "Noord-Holland".
LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
# One letter that is none of the small ones of Western Europe, as a part of patterns.
CAPITAL = r"[^\W\d_a-z\u00df-\u00ff]"
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_INSIDE = re.compile(rf"(?<=[^.?!:] ){CAPITAL}\w+")


def is_name(word: str, *, inside: bool) -> bool:
    """Tell whether a word is written as a name: with a capital, and `inside` a sentence."""
    return inside and word[0].isupper()


def holds_name(text: str) -> bool:
    """Tell whether a text of several sentences has a name of two letters or more inside one of them."""
    return _INSIDE.search(text) is not None


def unowned(word: str) -> str:
    """Return a name without the ending that makes something its own: `Drost` of `Drost's`."""
    return _POSSESSIVE.sub("", word)
