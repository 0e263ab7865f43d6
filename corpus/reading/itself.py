"""How a page is told from the others that it describes: by its addresses and its titles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

_WORD = re.compile(r"\w+")
_PREFIX = re.compile(r"^(?:www|m|amp|mobile)\.")
_SCRIPT = re.compile(r"^$|\.(?:php|aspx?|cfm|jsp|dll|cgi)$", re.IGNORECASE)
_MOST = 0.6  # of the words of a headline, for it to be another wording of the title
_LEAST = 2  # words; a title of one word is often a site's


@dataclass(frozen=True, slots=True)
class Itself:
    """The addresses and titles that a page gives itself."""

    addresses: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def is_described_by(self, addresses: Iterable[str], headlines: Iterable[str]) -> bool | None:
        """Tell whether these are the page's own address or headline; None where they do not decide.

        A title decides only for: an editor may give an article other headlines. An address decides
        both ways, but the address of the site's front page says nothing.
        """
        if any(map(self.has_title, headlines)):
            return True
        own = set(filter(None, map(_place, self.addresses)))
        others = set(filter(None, map(_place, addresses)))
        if not own or not others:
            return None
        return bool(own & others)

    def has_title(self, headline: str) -> bool:
        """Tell whether a headline is one of the page's titles, or most of its words."""
        words = _words(headline)
        return len(words) >= _LEAST and any(_alike(words, _words(title)) for title in self.titles)

    def likeness(self, headline: str) -> tuple[float, bool]:
        """Return how much of a headline and its closest title are the same words, from 0 to 1.

        With it, whether the headline opens a title: what closes one is as often the site's name.
        """
        words = _words(headline)
        titles = filter(None, map(_words, self.titles))
        share = max((len(words & title) / len(words | title) for title in titles), default=0.0)
        return share, any(title.casefold().startswith(headline.casefold()) for title in self.titles)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _LEAST and (shared == len(one) or shared >= _MOST * max(len(one), len(other)))


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold()))


def _place(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    host = _PREFIX.sub("", parts.hostname or "")
    path = parts.path.rstrip("/").removesuffix("/amp")
    # Of most addresses the parameters only count visitors; of a bare script they name the article.
    query = parts.query if _SCRIPT.search(path) else ""
    return f"{host}{path}?{query}" if host and (path or query) else ""
