"""From a Word document to an article: the one door to mammoth."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import clean_markup, zipped
from corpus.reading.fields import Fields
from corpus.reading.plain_text import article_of

if TYPE_CHECKING:
    from corpus.article import Draft

_BROKEN = (
    "It is no Word document that can be opened: save it again as .docx, or as PDF or text, and add that."
)
_MOST = 5_000_000  # bytes of markup; its reader keeps each element, and 20,000 words are a tenth of this
_TITLES = "p[style-name='Title'] => h1:fresh"


def read_word(raw: bytes, source: str) -> Draft:
    """Return the article of a Word document (.docx).

    Its heading is the title. Its properties say who saved the file and when, which is neither a byline
    nor a date of publication.

    Raises:
        SourceUnreadable: it is none, is damaged, or holds no text.
    """
    zipped.opened(raw, source, _BROKEN, _MOST).close()
    heading, text = clean_markup.read(_markup(raw, source))
    return article_of(text, source, Fields(title=heading))


def _markup(raw: bytes, source: str) -> str:
    import mammoth  # noqa: PLC0415 - loads only when a Word document is read

    try:
        shown = mammoth.convert_to_html(
            io.BytesIO(raw), style_map=_TITLES, convert_image=lambda _: [], include_embedded_style_map=False
        )
    except Exception as error:  # a damaged file may fail in any part of its reader
        raise SourceUnreadable(source, _BROKEN) from error
    return f"<html><body>{shown.value}</body></html>"
