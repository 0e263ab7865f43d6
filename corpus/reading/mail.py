"""From a saved e-mail to an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.address import is_address
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading import encoding
from corpus.reading.fields import Fields, one_line, person
from corpus.reading.page import read_page
from corpus.reading.plain_text import article_of

if TYPE_CHECKING:
    from email.message import EmailMessage

    from corpus.article import Draft

_BROKEN = "It is no saved e-mail that can be read: save the message as .eml, or its text as a file."
_NO_TEXT = "The message holds no text of its own: save what is attached to it as a file and add that."
_PASSED_ON = re.compile(r"(?:(?:re|fwd?|antw|doorgestuurd|aw|wg|tr)[ \t]*:[ \t]*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$.*", re.DOTALL | re.MULTILINE)
_SAVED_BY = "Saved by"  # what browsers put for a sender
_ENOUGH = 200  # letters; fewer beside a page only say that there is one
_SOFT_END = re.compile(r"(?<=[^ \n]) \n(?=[^\s>])")  # how RFC 3676 breaks the lines of a paragraph


@dataclass(frozen=True, slots=True)
class _Part:
    content: bytes
    charset: str | None
    flowed: bool
    address: str | None

    @property
    def letters(self) -> int:
        """Count the letters, roughly: those of other scripts as bytes."""
        return sum(map(str.isalnum, self.content.decode("latin-1")))


def read_mail(raw: bytes, source: str) -> Draft:
    """Return the article of an e-mail: its subject is the title, its sender the author.

    The plain text is read, or else the page. A page that a browser saved with all that it shows (.mhtml)
    has the same form, and is read as a page.

    Raises:
        SourceUnreadable: it is none, or holds no text.
    """
    from email import message_from_bytes, policy  # noqa: PLC0415 - loads only when a mail is read

    try:
        message = message_from_bytes(raw, policy=policy.default)
        plain, page = _part(message, "plain"), _part(message, "html")
        known, saved = _known(message), _SAVED_BY in str(message.get("From", ""))
    except Exception as error:  # the headers of a damaged message may fail in any way
        raise SourceUnreadable(source, _BROKEN) from error
    if known == Fields():
        raise SourceUnreadable(source, _BROKEN)
    if page and saved:
        return read_page(page.content, source, page.address, page.charset)
    if plain and (page is None or plain.letters >= _ENOUGH):
        return article_of(_words(plain, source), source, known)
    if page is None:
        raise SourceUnreadable(source, _NO_TEXT)
    return article_of(read_page(page.content, source, charset=page.charset).text, source, known)


def _part(message: EmailMessage, kind: str) -> _Part | None:
    body = message.get_body(preferencelist=(kind,))
    content = body.get_payload(decode=True) if body else None
    if body is None or not isinstance(content, bytes) or not content.strip():
        return None
    address = str(message.get("Snapshot-Content-Location") or body.get("Content-Location") or "").strip()
    return _Part(
        content=content,
        charset=body.get_content_charset(),
        flowed=str(body.get_param("format", "")).lower() == "flowed",
        address=address if is_address(address) else None,
    )


def _known(message: EmailMessage) -> Fields:
    sender, date = message.get("From"), message.get("Date")
    names = [person(address.display_name) for address in getattr(sender, "addresses", ())]
    day = getattr(date, "datetime", None)
    return Fields(
        title=_PASSED_ON.sub("", one_line(str(message.get("Subject", "")))) or None,
        author=", ".join(filter(None, names)) or None,
        published=PartialDate(day.year, day.month, day.day) if day else None,
    )


def _words(plain: _Part, source: str) -> str:
    words = encoding.decode(plain.content, source, plain.charset).replace("\r\n", "\n")
    signed = _SIGNATURE.sub("", words)
    return _SOFT_END.sub(" ", signed) if plain.flowed else signed
