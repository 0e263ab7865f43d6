"""The articles that an answer quotes, one line for each: numbers, what else it says, outlet, date, link."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.cautions import captioned
from bot.discord.display.article_notices import beneath
from bot.discord.display.card_words import CardWords
from bot.discord.display.quotations import Quotation, cautioned, figures_of, marker, said_boldly
from bot.discord.display.sources import origin, titled
from bot.wordings import Wording
from retrieval.search.repetition import one_holds_the_other
from retrieval.search.results import Answer, Citation

# Characters of the words that answer in a further article: those of a reason can be many.
_WORDS = 80


@dataclass(frozen=True, slots=True)
class Cited:
    """An article with all its citations by number; the title opens it at the sentence of `linked`.

    `further` are its wordings that say otherwise than what is quoted above; `cautioned` are those that say
    the same, of which no more than what to know before them is to be told. `named` says that outlet and date
    stand above already.
    """

    citations: tuple[Citation, ...]
    linked: Citation
    further: tuple[Wording, ...] = ()
    cautioned: tuple[Wording, ...] = ()
    named: bool = False

    def line(self, words: CardWords, longest_link: int, longest_title: int) -> str:
        """Return it as a line of Markdown, with what is missing of the article in a small line below."""
        draft = self.linked.article.draft
        said = "; ".join(filter(None, (_said(run, words) for run in _alike(self.further))))
        where = "" if self.named else origin(draft, words)
        title = titled(draft, self.linked.link, words, longest_link, longest_title)
        before = " · ".join(filter(None, (said, where)))
        labels = list(dict.fromkeys(label for one in self.cautioned for label in cautioned(one, words)))
        told = captioned(labels, f"{before}: {title}" if before else title)
        line = f"{' '.join(map(marker, self.citations))} {told}"
        return "\n".join([line, *beneath(draft, None, words, kind=False)])


def articles_cited(
    answer: Answer, quoted: Sequence[Quotation], shown: Sequence[Quotation]
) -> tuple[Cited, ...]:
    """Return the articles of an answer, each once: the first quoted, then values that differ, then the rest.

    Args:
        answer: the answer.
        quoted: all its quotations.
        shown: those on the card; of other wordings, and of values, the words are told here.
    """
    every = [one.wording for one in quoted]
    places = _places(answer, every)
    by_article: dict[str, list[Citation]] = {}
    numbered = sorted(answer.citations, key=lambda one: one.number)
    for cited in sorted(numbered, key=lambda one: places.get(one.article.id, len(places))):
        by_article.setdefault(cited.article.id, []).append(cited)
    valued = {one.number for value in answer.values for one in value.citations}
    told = [
        one for one in every[1:] if one.quoted.number in valued or one not in [each.wording for each in shown]
    ]
    return tuple(_cited(group, every, told, shown) for group in by_article.values())


def _places(answer: Answer, every: Sequence[Wording]) -> dict[str, int]:
    """Return the place of each article that has one; the others follow by number."""
    first = [one.article.id for one in every[0].citations]
    valued = [one.article.id for value in answer.values for one in value.citations]
    return {article: place for place, article in enumerate(dict.fromkeys([*first, *valued]))}


def _cited(
    group: Sequence[Citation], every: Sequence[Wording], told: Sequence[Wording], shown: Sequence[Quotation]
) -> Cited:
    numbers = {one.number for one in group}
    own = [one for one in every if one.quoted.number in numbers]
    mine = [one for one in told if one in own]
    further = tuple(one for one in mine if one.reply and not _holds(every[0], one))
    return Cited(
        tuple(sorted(group, key=lambda one: one.number)),
        own[0].quoted if own else group[0],
        further,
        tuple(one for one in mine if one not in further),
        named=any(one.leads and one.wording in own for one in shown),
    )


def _holds(first: Wording, other: Wording) -> bool:
    """Tell whether two wordings answer in words of which one says all that the other does."""
    if first.reply is None or other.reply is None:
        return False
    languages = (one.quoted.article.draft.language for one in (first, other))
    return one_holds_the_other(first.reply.words, other.reply.words, *languages)


def _alike(further: Sequence[Wording]) -> list[list[Wording]]:
    """Return wordings in runs before which the same is to be known."""
    return [list(run) for _, run in groupby(further, key=lambda one: one.cautions)]


def _said(run: Sequence[Wording], words: CardWords) -> str:
    told = ", ".join(filter(None, (said_boldly(one, figures_of(one, words), _WORDS) for one in run)))
    return captioned(cautioned(run[0], words), told) if told else ""
