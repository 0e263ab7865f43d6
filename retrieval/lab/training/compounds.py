"""Compounds: long words made of two known ones, such as `werving` + `s` + `campagne`."""

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass

_LINKS = ("", "s", "en", "e", "n", "es", "er")
_SHORTEST = 4
_CONTINUES = "##"
_ENDING = 3
_COMMON_END = 2_000.0
_COMMON_START = 20_000.0


@dataclass(frozen=True, slots=True)
class Compound:
    """The first word of a compound, the letters that link, and the last word."""

    head: str
    link: str
    tail: str


def split(word: str, known: Container[str]) -> Compound | None:
    """Split a compound where its first part is longest; nothing if it is none of two known words."""
    for place in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
        if word[place:] in known:
            found = _head(word[:place], word[place:], known)
            if found:
                return found
    return None


def _head(start: str, tail: str, known: Container[str]) -> Compound | None:
    for link in _LINKS:
        head = start.removesuffix(link) if link else start
        if head + link == start and len(head) >= _SHORTEST and head in known:
            return Compound(head, link, tail)
    return None


def compound_parts(text: Mapping[str, int], ranks: Mapping[str, float]) -> list[str]:
    """List the pieces that compounds need: `##campagne` for their ends, `wervings` for linked beginnings.

    Ends are those of two known compounds, and every common word. Beginnings are those of known compounds, and
    common words whose ending mostly takes the link.

    Args:
        text: the words of the text and how often they were seen.
        ranks: the words of the lexicon, common ones lowest.
    """
    known = ranks.keys() | {word for word, count in text.items() if count > 1}
    found = [split(word, known) for word in sorted(text.keys() | ranks.keys()) if word.isalpha()]
    compounds = [compound for compound in found if compound]
    common = [word for word in sorted(ranks, key=ranks.__getitem__) if len(word) >= _SHORTEST]
    tails = Counter(compound.tail for compound in compounds)
    ends = [word for word, count in tails.most_common() if count > 1]
    ends += [word for word in common if ranks[word] < _COMMON_END]
    heads = Counter(one.head + one.link for one in compounds if one.link)
    begins = [word for word, count in heads.most_common() if count > 1]
    links = _usual_links(compounds)
    begins += [
        word + links[word[-_ENDING:]]
        for word in common
        if ranks[word] < _COMMON_START and word[-_ENDING:] in links
    ]
    return [_CONTINUES + word for word in ends] + begins


def _usual_links(compounds: list[Compound]) -> dict[str, str]:
    """Find the endings of words, such as `ing`, that take one link in three compounds of five or more."""
    uses: dict[str, Counter[str]] = {}
    for one in compounds:
        uses.setdefault(one.head[-_ENDING:], Counter())[one.link] += 1
    usual: dict[str, str] = {}
    for ending, links in uses.items():
        link, count = links.most_common(1)[0]
        if link and count >= 20 and count >= 0.6 * links.total():  # noqa: PLR2004 - see the docstring
            usual[ending] = link
    return usual
