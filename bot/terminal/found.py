"""Passages and answers on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from bot.terminal.console import output, print_parts, print_text
from bot.terminal.quoted import print_quoted
from bot.terminal.remarks import cautious, print_remarks
from bot.wordings import wordings
from corpus.article import Article
from corpus.catalogue.notices import Notice
from retrieval.phrasing.growing import is_phrased
from retrieval.results import Answer, Citation, Hit


def print_hits(hits: Sequence[Hit], *, explain: bool) -> None:
    """Print passages with their sources; with `explain`, every part of their scores."""
    if not hits:
        output().print("No passage is found: see `newsdesk list`, or ask with fewer filters.")
    for hit in hits:
        output().print(Text.assemble((f"{hit.rank}. ", "bold"), (described(hit.article), "cyan")))
        if explain:
            parts = ", ".join(f"{name} {value:.4f}" for name, value in hit.scores.items())
            output().print(f"   score {hit.score:.4f}: {parts}", style="dim")
        _print_indented(hit.text)
        output().print()


def print_answer(answer: Answer, *, told: bool = False) -> None:
    """Print an answer with its sources, or an abstention with the nearest passages.

    `told`: its text stands on the terminal already.
    """
    if answer.abstained:
        output().print(answer.text, style="bold")
        if answer.nearest:
            output().print("The nearest passages:\n", style="dim")
            print_hits(answer.nearest, explain=False)
    else:
        _print_quotations(answer, told=told)
    print_remarks(answer)
    # What `newsdesk explain` goes by.
    output().print(f"answer {answer.id}", style="dim")


def described(article: Article) -> str:
    """Return outlet, date and title of an article, as far as they are known."""
    draft = article.draft
    origin = ", ".join(str(part) for part in (draft.outlet, draft.published) if part)
    return ": ".join(part for part in (origin, draft.title) if part) or draft.source


def _print_quotations(answer: Answer, *, told: bool) -> None:
    quoted = wordings(answer)
    if is_phrased(answer) or not answer.answers:
        _print_said(cautious(quoted), "" if told else answer.text)
    for one in quoted:
        if one.reply is not None:
            print_quoted(one, answer.language)
    for citation in answer.citations:
        _print_source(citation)


def _print_said(caution: str, text: str) -> None:
    if caution:
        output().print(caution)
    print_text(f"{text}\n" if text else "")


def _print_source(citation: Citation) -> None:
    output().print(Text.assemble((f"[{citation.number}] ", "bold"), (described(citation.article), "cyan")))
    if citation.notice:
        _print_indented(_said(citation.notice), by=4)
    if citation.link:
        # Never broken over lines, so that it can be clicked and copied.
        output().print(f"    {citation.link}", style="dim", soft_wrap=True)


def _said(notice: Notice) -> str:
    return f"{notice.kind} {notice.at:%Y-%m-%d}: {notice.note}"


def _print_indented(text: str, by: int = 3) -> None:
    print_parts([(text, "")], by)
