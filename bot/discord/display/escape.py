"""Text from articles and people, shown exactly as written: it formats nothing and pings nobody."""

import re
from urllib.parse import quote, urlsplit

from corpus.article import Span

# Controls that print nothing but reorder, hide or split what stands around them. Joiners (U+200C, U+200D) and
# the plain direction marks stay: Persian, emoji and Arabic need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# Every character that opens something in Discord's Markdown anywhere in a line; a backslash before it is not
# shown. The colon and slash keep addresses, invitations and :emoji: from being made into links and pictures.
_MEANINGFUL = re.compile(r"[\\*_~`|<>#\[\]:@/]")
_OPENS_A_LINE = re.compile(r"^([^\S\n]*(?:\d+(?=\.))?)([-+.])", re.MULTILINE)
# What an address may hold as it is; `%` is among them so that what is encoded already stays so.
_PLAIN = "!#$%&'*+,-./:;=?@_~"
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


def visible(text: str) -> str:
    """Return what a reader sees of the text: no invisible controls, every line break a line feed."""
    return _INVISIBLE.sub("", "\n".join(text.splitlines()))


def escape(text: str) -> str:
    """Return Discord Markdown that shows the visible text and nothing else, line breaks kept."""
    return _OPENS_A_LINE.sub(r"\1\\\2", _MEANINGFUL.sub(r"\\\g<0>", visible(text)))


def inline(text: str, longest: int) -> str:
    """Return it escaped and on one line, shortened at a word with `…` beyond `longest` visible characters."""
    return escape(shortened(text, longest))


def shortened(text: str, longest: int) -> str:
    """Return the visible text on one line, not escaped, shortened at a word with `…` beyond `longest`."""
    line = " ".join(visible(text).split())
    if len(line) <= longest:
        return line
    kept = line[: longest - 1]
    return f"{kept.rsplit(' ', 1)[0] if ' ' in kept else kept}…"


def block_quote(text: str, bold: Span | None = None, *, struck: bool = False) -> str:
    """Return it escaped as a block quote that none of its lines can leave.

    A stretch of it can be bold, and all of it struck through.
    """
    written = escape(text.strip()) if bold is None else _emphasised(text, bold)
    lines = written.split("\n")
    return "\n".join(f"> {strike(line) if struck else line}" for line in lines)


def strike(line: str) -> str:
    """Return one line of Markdown struck through."""
    return f"~~{line.strip()}~~" if line.strip() else ""


def in_code_block(text: str, longest: int) -> str:
    """Return it on one line for a column of a code block, which nothing in it can end, cut with `…`."""
    line = " ".join(visible(text).replace("`", "'").split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _emphasised(text: str, bold: Span) -> str:
    before, words, after = (_part(one) for one in (text[: bold.start], bold.of(text), text[bold.end :]))
    strong = "\n".join(_bold(line) for line in words.split("\n"))
    return f"{before}{strong}{after}".strip()


def _bold(line: str) -> str:
    return f"**{line.strip()}**" if line.strip() else ""


def _part(part: str) -> str:
    """Escape a part of a text whose ends are not the text's: the breaks and spaces there are kept."""
    start, end = len(part) - len(part.lstrip()), len(part.rstrip())
    return f"{_break(part[:start])}{escape(part[start:end])}{_break(part[max(start, end) :])}"


def _break(edge: str) -> str:
    lines = visible(f"{edge}.").count("\n")
    return "\n" * min(lines, 2) or edge[:1].replace("\t", " ")


def web_link(address: str | None) -> str | None:
    """Return the address encoded for a masked link; None for anything that is no web address."""
    if address is None or not _WEB.match(address.strip()):
        return None
    return quote(address.strip(), safe=_PLAIN, errors="replace")


def host(address: str | None) -> str | None:
    """Return the site's name, such as `example.org`, of a web address."""
    if web_link(address) is None:
        return None
    try:
        name = urlsplit((address or "").strip()).hostname
    except ValueError:
        return None
    return (name or "").removeprefix("www.") or None
