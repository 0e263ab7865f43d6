"""What a chat model writes, made plain: one form of marker, no links, no mentions, no Markdown."""

import re

from corpus.text import normalise

MARKER = re.compile(r"\[(\d{1,3})\]")
_MARKERS = re.compile(
    r"[\[\u3010]\^?\s*(\d{1,3}(?:\s*[,;]\s*\^?\d{1,3})*)(?:\u2020[^\]\u3011]{0,200})?\s*[\]\u3011](?!\()"
)
_PICTURE = re.compile(r"!\[[^\]\[]*\]\([^()]*\)")
_NAMED_LINK = re.compile(r"\[([^\]\[]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_LINK = re.compile(
    r"<?\b(?:https?|ftp|mailto|tel|discord|javascript|data):[^\s<>]+>?"
    r"|\b(?:www\.|discord\.gg/|discord(?:app)?\.com/|t\.me/|bit\.ly/)[^\s<>]*"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,9}(?:com|net|org|info|io|gg|me|ly|nl|be|eu|de|fr|uk|ru|xyz|top|site|online|shop|app|dev"
    r"|example|test|invalid|onion)\b(?:/[^\s<>]*)?",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"<(?:@[!&]?|#|a?:\w+:|/[^:>]{0,99}:|t:|id:)[^>]{0,200}>|@(?:everyone|here)\b|(?<!\w)@\w+"
)
_MARKDOWN = re.compile(r"[*`~|<>\\]+|__+|^\s*#+\s*|^\s*>+\s*")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
_SPACE_BEFORE_END = re.compile(r"(?<!\s)\s+(?=[.,;:!?](?:\s|$))")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f]")


def cleaned(sentence: str) -> str:
    """Return a sentence on one line with markers such as `[1][2]` and nothing that acts where it is shown."""
    plain = _INVISIBLE.sub("", normalise(sentence))
    plain = _NAMED_LINK.sub(r"\1", _PICTURE.sub("", plain))
    plain = _MENTION.sub("", _LINK.sub("", plain))
    plain = _MARKERS.sub(lambda found: "".join(f"[{number}]" for number in _numbers(found[1])), plain)
    plain = _EMPTY_BRACKETS.sub("", _MARKDOWN.sub("", plain))
    return _SPACE_BEFORE_END.sub("", " ".join(plain.split()))


def cited(sentence: str) -> tuple[int, ...]:
    """Return the numbers of the markers of a cleaned sentence, each once, in order."""
    return tuple(dict.fromkeys(_numbers(" ".join(MARKER.findall(sentence)))))


def without_markers(sentence: str) -> str:
    """Return a cleaned sentence's words alone."""
    return _SPACE_BEFORE_END.sub("", " ".join(MARKER.sub(" ", sentence).split()))


def with_markers(sentence: str, numbers: tuple[int, ...]) -> str:
    """Return a sentence's words with these markers alone, behind its end."""
    return f"{without_markers(sentence)} {''.join(f'[{number}]' for number in numbers)}"


def _numbers(written: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", written)]
