"""JSON as the templates of web pages write it: with comments, CDATA marks and a comma too many."""

import html
import json
import re

_STRING = r'(?P<string>"(?:[^"\\]|\\.)*")'
_NOISE = re.compile(
    rf"{_STRING}|<!--|-->|//\s*<!\[CDATA\[|//\s*\]\]>|<!\[CDATA\[|\]\]>|/\*(?:.*?\*/|.*)|(?<![:\w])//[^\n]*",
    re.DOTALL,
)
_COMMA = re.compile(rf"{_STRING}|,(?=\s*[}}\]])", re.DOTALL)


def loads(written: str) -> object:
    """Return what is written, mended where it has to be; None where it cannot be read."""
    plain = written.strip()
    for attempt in (plain, _mended(plain), _mended(html.unescape(plain))):
        try:
            return json.loads(attempt, strict=False)  # line feeds within strings are common, and clear
        except (ValueError, RecursionError):
            continue
    return None


def _mended(written: str) -> str:
    for noise in (_NOISE, _COMMA):
        written = noise.sub(lambda found: found["string"] or "", written)
    return written.strip().rstrip(";, \n")
