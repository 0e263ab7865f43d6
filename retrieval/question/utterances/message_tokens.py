"""A message as tokens: links, people, emoji and numbers by what they are, words as written."""

import re
import unicodedata

LINK, PERSON, EMOJI, NUMBER = "\x01link", "\x01person", "\x01emoji", "\x01number"

# Discord writes who is named as <@1>, a channel as <#1>, an emoji of its own as <:name:1>.
_TOKEN = re.compile(
    r"(?P<link>https?://\S+|www\.\S+)"
    r"|(?P<emoji><a?:\w+:\d+>)"
    r"|(?P<person><[@#][!&]?\d+>|@\w+)"
    r"|(?P<face>[:;xX]['-]?[()DPp]+(?!\w)|<3)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<stop>[?!.,]+|\S)"
)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_PICTURES = ("So", "Sk", "Cs", "Cn")  # Unicode's categories of symbols that emoji are in
_STANDS_FOR = {"link": LINK, "emoji": EMOJI, "person": PERSON, "number": NUMBER}


def tokens(message: str) -> list[str]:
    """Return the tokens of a message in order; drawn out words ("heeeey") keep three letters of a kind."""
    text = unicodedata.normalize("NFKC", message).replace("\u2019", "'")
    return [token for found in _TOKEN.finditer(text) for token in _tokens(found)]


def is_word(token: str) -> bool:
    """Return whether a token is a word, and no sign and nothing that stands for something else."""
    return token[0].isalpha()


def _tokens(found: re.Match[str]) -> list[str]:
    written = found[0]
    if found.lastgroup in _STANDS_FOR:
        return [_STANDS_FOR[found.lastgroup]]
    if found.lastgroup == "word":
        return [_DRAWN_OUT.sub(r"\1\1\1", written)]
    if unicodedata.category(written[0]) in _PICTURES:
        return [EMOJI, written]
    return [written[:2]]
