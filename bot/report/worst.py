"""The questions that went worst on a page: what was expected, and what was found instead."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from bot.report.markup import element, together
from bot.terminal.found import described
from bot.wordings import Wording, wordings
from corpus.article import Article
from retrieval.lab.evaluating.asking import Outcome
from retrieval.lab.evaluating.faults import Fault, Kind, faults
from retrieval.search.results import Citation

MOST = 40  # questions told in full
_SHOWN = 5  # articles found that are listed


def worst(outcomes: Sequence[Outcome]) -> Markup:
    """Return how many questions went wrong in which way, and the worst of them one by one."""
    found = faults(outcomes)
    if not found:
        return element("p", "None went wrong, as far as the file says what is right.")
    counted = Counter(fault.kind for fault in found)
    told = element("ul", *(element("li", f"{counted[kind]} {kind}") for kind in Kind if counted[kind]))
    shown = _spread(found)
    rest = len(found) - len(shown)
    left_out = [element("p", f"{rest} more are not shown.", class_="faint")] if rest else []
    return together(told, *(_fault(fault) for fault in shown), *left_out)


def _spread(found: Sequence[Fault]) -> list[Fault]:
    """Take the first of each kind in turn, so that many of one kind do not hide the others."""
    by_kind = [[fault for fault in found if fault.kind is kind] for kind in Kind]
    each = MOST // max(sum(map(bool, by_kind)), 1)
    kept = {id(fault) for same in by_kind for fault in same[:each]}
    others = [id(fault) for fault in found if id(fault) not in kept]
    kept.update(others[: MOST - len(kept)])
    return [fault for fault in found if id(fault) in kept]


def _fault(fault: Fault) -> Markup:
    one = fault.outcome
    kind = element("span", f"{fault.kind}; confidence {one.answer.confidence:.2f}", class_="faint")
    told = together(*(together(element("dt", name), *values) for name, values in _told(one)))
    summary = element("summary", one.asked.question, kind)
    return element("details", summary, element("dl", told), class_="fault")


def _told(one: Outcome) -> Iterator[tuple[str, list[Markup]]]:
    if one.standalone != one.asked.question:
        yield "Understood as", [element("dd", one.standalone)]
    if one.asked.asked:
        yield "Asked", [element("dd", str(one.asked.asked))]
    if one.asked.answers:
        yield "Accepted answers", [element("dd", answer) for answer in one.asked.answers]
    if one.asked.relevant:
        yield "Articles that answer", _expected(one)
    yield "Instead", _given(one)
    if one.articles:
        yield "Articles found, best first", [element("dd", element("ol", *_found(one)))]


def _expected(one: Outcome) -> list[Markup]:
    stored = {article.id for article in one.expected}
    missing = sorted(one.asked.relevant - stored)
    return [
        *(element("dd", described(article)) for article in one.expected),
        *(element("dd", f"{name} (not in the corpus)") for name in missing),
    ]


def _given(one: Outcome) -> list[Markup]:
    if one.answer.abstained:
        would = [element("blockquote", quote) for quote in one.quotes[:1]]
        words = f" for “{one.words}”" if one.words else ""
        told = f" It would have quoted{words}:" if would else ""
        return [element("dd", f"It did not answer.{told}", *would)]
    return [
        element(
            "dd",
            element("blockquote", _quoted(citation, wording), lang=citation.article.draft.language),
            element("span", described(citation.article), class_="faint"),
        )
        for wording in wordings(one.answer)
        for citation in wording.numbered
    ]


def _quoted(citation: Citation, wording: Wording) -> str:
    """Return a quote with the words that answer in bold."""
    quote, reply = citation.quote, wording.reply
    if reply is None or citation is not wording.quoted:
        return quote
    before, after = quote[: reply.within.start], quote[reply.within.end :]
    return together(before, element("b", reply.words), after)


def _found(one: Outcome) -> Iterable[Markup]:
    return (_article(article, one.asked.relevant) for article in one.articles[:_SHOWN])


def _article(article: Article, relevant: frozenset[str]) -> Markup:
    right = [element("strong", " (one that answers)")] if article.id in relevant else []
    return element("li", described(article), *right)
