"""Text that was cut into tokens, "2 . 2 billion -- `` so ''", written again as people write it."""

import re

from corpus.article import Span

_WRITTEN = {"``": "“", "''": "”", "--": "–", "-LRB-": "(", "-RRB-": ")", "-lrb-": "(", "-rrb-": ")"}  # noqa: RUF001 - dashes as they are typeset
_JOINED_LEFT = re.compile(r"(?:[.,;:!?%)\]”]|'s|n't|'re|'ve|'ll|'d|'m|’s)\Z")  # noqa: RUF001 - the typeset apostrophe
_JOINED_RIGHT = ("(", "[", "“", "$", "£", "€", "#")
_QUOTE = '"'  # opens and closes alike
_WITHIN = {"-", "/"}


def is_cut(text: str) -> bool:
    """Tell whether a text stands in tokens: blanks before its commas and full stops."""
    return text.count(" ,") + text.count(" .") + text.count(" ?") > text.count(", ") * 0.5 and (
        " ," in text or " ." in text or text.endswith((" ?", " ?\n"))
    )


def joined(text: str, spans: tuple[Span, ...] = ()) -> tuple[str, tuple[Span, ...]]:
    """Join the tokens of `text`; `spans` of it come back as spans of what is written."""
    places = [0] * (len(text) + 1)
    written = ""
    glued, open_quote = True, False
    for match in re.finditer(r"\S+", text):
        token = _WRITTEN.get(match[0], match[0])
        left, right = _sides(token, open_quote=open_quote)
        open_quote ^= token == _QUOTE
        if not (glued or left):
            written += " "
        begun = len(written)
        written += token
        for offset in range(match.start(), match.end() + 1):
            places[offset] = min(begun + offset - match.start(), len(written))
        glued = right or _is_point_of_number(text, match)
    moved = tuple(Span(places[one.start], places[one.end]) for one in spans)
    return written, moved


def _sides(token: str, *, open_quote: bool) -> tuple[bool, bool]:
    """Tell whether a token is joined to what stands left and right of it."""
    if token == _QUOTE:
        return open_quote, not open_quote
    within = token in _WITHIN
    return within or bool(_JOINED_LEFT.match(token)), within or token in _JOINED_RIGHT


def _is_point_of_number(text: str, match: re.Match[str]) -> bool:
    """Tell the point of "2 . 2", or the comma of "12 , 000", from one that ends something."""
    if match[0] not in {".", ","}:
        return False
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    return before[-1:].isdigit() and after[:1].isdigit() and (match[0] == "." or after[:3].isdigit())
