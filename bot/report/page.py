"""The page of an evaluation: one file that needs nothing else, no script either."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.figure_rows import differing, rows
from bot.report.markup import breakable, element, together
from bot.report.plots import Plot, plots
from bot.report.style import PAGE
from bot.report.worst import worst
from retrieval.lab.evaluating.measures import Figures
from retrieval.lab.evaluating.paired_test import SIGNIFICANT, Difference
from retrieval.lab.evaluating.run import Run

_CHANGED = 20  # questions shown that a comparison changes


@dataclass(frozen=True, slots=True)
class Subject:
    """What was measured: the file of questions, when (UTC), and on how many articles."""

    questions: str
    at: datetime.datetime
    articles: int


def page(subject: Subject, runs: Sequence[Run]) -> str:
    """Return the HTML of an evaluation; the first run is the one that the others are compared with."""
    sections = list(_sections(runs))
    contents = [element("li", element("a", title, href=f"#{name}")) for name, title, _ in sections]
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{subject.questions}: how well newsdesk answers"),
        element("style", Markup(PAGE)),  # noqa: S704 - our own style
    )
    body = element(
        "body",
        element("a", "Skip to the figures", href="#figures", class_="skip"),
        element(
            "header",
            element("h1", "How well newsdesk answers"),
            element("p", _about(subject, runs[0]), class_="faint"),
            element("nav", element("ul", *contents), aria_label="Contents"),
        ),
        element("main", *(_section(*section) for section in sections)),
        element("footer", element("p", "Made by newsdesk eval --report.", class_="faint")),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _about(subject: Subject, first: Run) -> str:
    asked = f"{first.figures.questions} questions of {subject.questions}"
    return f"{asked}, asked of {subject.articles} articles on {subject.at:%Y-%m-%d at %H:%M} UTC."


def _section(name: str, title: str, inside: Markup) -> Markup:
    return element("section", element("h2", title, id=name), inside, aria_labelledby=name)


def _sections(runs: Sequence[Run]) -> Iterator[tuple[str, str, Markup]]:
    yield "figures", "Figures", _figures(runs)
    if len(runs) > 1:
        yield "differences", "Differences", together(*(_compared(one, runs[0]) for one in runs[1:]))
    if runs[0].groups:
        yield "groups", "Groups of questions", _groups(runs[0])
    drawn = plots(runs)
    if drawn:
        yield "plots", "Plots", element("div", *map(_plot, drawn), class_="plots")
    yield "worst", "What went wrong", worst(runs[0].outcomes)


def _figures(runs: Sequence[Run]) -> Markup:
    values = [dict(rows(one.figures)) for one in runs]
    names = dict.fromkeys(name for one in values for name in one)
    cells = [(name, *(one.get(name, "") for one in values)) for name in names]
    return table(
        "Shares of 1, more is better; of the calibration error and of time less is better.",
        ("measure", *(breakable(one.name) for one in runs)) if len(runs) > 1 else ("measure", "value"),
        cells,
    )


def _compared(run: Run, first: Run) -> Markup:
    cells = [
        (one.measure, f"{one.before:.3f}", f"{one.after:.3f}", *differing(one)) for one in run.differences
    ]
    columns = ("measure", breakable(first.name), breakable(run.name), "difference", "p", "better / worse")
    caption = (
        f"Paired randomisation test; * marks p under {SIGNIFICANT}. Better and worse are counts of questions."
    )
    changed = [_changed(one, run) for one in run.differences if one.better or one.worse]
    return together(element("h3", run.name), table(caption, columns, cells), *changed)


def _changed(one: Difference, run: Run) -> Markup:
    each = sorted((*one.better, *one.worse), key=lambda change: -abs(change[1]))
    lines = [
        element("li", f"{by:+.2f}  {run.outcomes[place].asked.question}") for place, by in each[:_CHANGED]
    ]
    rest = len(each) - len(lines)
    more = [element("p", f"{rest} more are not shown.", class_="faint")] if rest else []
    summary = element("summary", f"Questions that differ in {one.measure}: {len(each)}")
    return element("details", summary, element("ul", *lines), *more)


def _groups(run: Run) -> Markup:
    columns = ("group", "questions", "hits@1", "MRR@10", "first", "any", "answered", "refused")
    cells = [(name, *_of_group(figures)) for name, figures in run.groups.items()]
    return table("A question can be in several groups.", columns, cells)


def _of_group(figures: Figures) -> Iterator[str]:
    quoted, abstention = figures.quoted, figures.abstention
    yield str(figures.questions)
    shares = (
        figures.ranking["hits@1"],
        figures.ranking["mrr@10"],
        quoted.first if quoted else None,
        quoted.any if quoted else None,
        abstention.answered,
        abstention.refused,
    )
    yield from ("" if share is None else f"{share:.2f}" for share in shares)


def _plot(one: Plot) -> Markup:
    numbers = table(one.frame.title, one.columns, one.rows)
    return element(
        "figure",
        element("h3", one.frame.title),
        one.svg(),
        element("figcaption", one.frame.told),
        element("details", element("summary", f"{one.frame.title} in numbers"), numbers),
    )


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    """Return a table whose first column names the rows; a narrow window scrolls it, by keyboard too."""
    head = element("tr", *(element("th", name, scope="col") for name in columns))
    body = [
        element("tr", element("th", name, scope="row"), *(element("td", cell) for cell in cells))
        for name, *cells in rows
    ]
    made = element("table", element("caption", caption), element("thead", head), element("tbody", *body))
    return element("div", made, class_="wide", tabindex=0, role="region", aria_label=caption)
