"""The title of a web page's article: without markup, and without the site's and section's names around it."""

import html
import re
from collections.abc import Iterable, Sequence

from corpus.reading import names
from corpus.reading.fields import one_line

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_BAR = r"(?:\||•|·|»|›|«|‹|::|:|/|–|—|-)"  # noqa: RUF001 - what templates print between two names
_MARK = re.compile(rf"(?<!\s)\s+(?P<mark>{_BAR})\s+|(?:(?<!\s)\s+)?(?P<tight>\||•|»|::)\s*")
_DASHES = frozenset("-–—:/")  # noqa: RUF001 - these stand within headlines too
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")  # the last part of an address
_SECTION = 3  # words, of the name of a section at most


def plain(title: str) -> str:
    """Return a title without markup and without signs that stand encoded, once or twice, in it."""
    return one_line(_TAG.sub("", html.unescape(html.unescape(title))))


def choose(stated: Sequence[str | None], headings: Iterable[str], sites: Iterable[str | None]) -> str | None:
    """Return the title of an article.

    Args:
        stated: the titles that the page states, the likeliest first.
        headings: the headings it shows; a stated title that is one and a tail is that heading.
        sites: the names of the site and its outlet.
    """
    known = [plain(site) for site in sites if site]
    shown = [plain(heading) for heading in headings]
    titles = [plain(title) for title in stated if title]
    bare = (without_names(title, shown, known) for title in titles)
    return next((title for title in bare if _is_title(title) and not _is_name(title, titles, known)), None)


def without_names(title: str, headings: Iterable[str], sites: Sequence[str]) -> str:
    """Return a title without the names of the site and its section that pages put around it."""
    for heading in headings:
        tail = title[len(heading) :]
        opens = title.casefold().startswith(heading.casefold()) and not _is_one_of(heading, sites)
        if heading and opens and _MARK.match(f" {tail.strip()} "):
            return title[: len(heading)]
    return _stripped(title, sites)


def _stripped(title: str, sites: Sequence[str]) -> str:
    marks = list(_MARK.finditer(title))
    if not marks:
        return title
    if _is_one_of(title[: marks[0].start()], sites):
        return _stripped(title[marks[0].end() :], sites)
    for mark in marks:
        if _is_one_of(title[mark.end() :], sites):
            return _without_section(title[: mark.start()], mark)
    return title


def _without_section(title: str, closing: re.Match[str]) -> str:
    sign = closing["mark"] or closing["tight"]
    marks = [mark for mark in _MARK.finditer(title) if (mark["mark"] or mark["tight"]) == sign]
    if sign in _DASHES or not marks or len(title[marks[-1].end() :].split()) > _SECTION:
        return title
    return title[: marks[-1].start()]


def _is_title(title: str) -> bool:
    return bool(title) and _SLUG.fullmatch(title) is None


def _is_one_of(title: str, sites: Sequence[str]) -> bool:
    return any(names.same(title, site) for site in sites)


def _is_name(title: str, titles: Sequence[str], sites: Sequence[str]) -> bool:
    if _is_one_of(title, sites):
        return True
    # A heading that closes another title, behind a bar, is the site's.
    return any(
        names.same(other[mark.end() :], title)
        for other in titles
        for mark in _MARK.finditer(other)
        if other != title and not _is_one_of(other[: mark.start()], sites)
    )
