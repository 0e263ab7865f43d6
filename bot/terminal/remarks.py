"""What newsdesk itself remarks on an answer, on the terminal: values that differ, origins, dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.terminal.console import output, print_text
from bot.wordings import Wording
from retrieval.confidence import SURE
from retrieval.figures.writing import written
from retrieval.origins import counted, origins_of
from retrieval.question_dates.telling import told
from retrieval.results import Answer, Citation, Value


def print_remarks(answer: Answer) -> None:
    """Print the values that differ, newest first, the origins, how dates narrowed the articles, and doubt."""
    if answer.values:
        output().print("The articles give different values, newest first:")
        for line in (_line(one, each, answer.language) for one in answer.values for each in one.citations):
            print_text(f"  {line}")
    for sentence in (_origins(answer), told(answer.narrowed, "en"), _doubt(answer)):
        if sentence:
            output().print(sentence, style="dim")


def cautious(quoted: Iterable[Wording]) -> str:
    """Return what to know before a text that rests on those wordings; empty for nothing."""
    told = ((markers(one), ", ".join(replace(one, earlier=False).cautions)) for one in quoted)
    listed = "; ".join(f"{numbers} {caution}" for numbers, caution in told if caution)
    return f"Mind: {listed}." if listed else ""


def markers(wording: Wording) -> str:
    """Return the numbers of the sources of a wording."""
    return "".join(f"[{one.number}]" for one in wording.numbered)


def _origins(answer: Answer) -> str:
    found = origins_of(answer)
    told_of = counted(found, "en")
    return f"{told_of}." if told_of else ""


def _doubt(answer: Answer) -> str:
    if answer.abstained or answer.confidence >= SURE:
        return ""
    return f"I am not sure that this answers the question ({answer.confidence:.0%})."


def _line(value: Value, citation: Citation, language: str | None) -> str:
    draft = citation.article.draft
    where = ", ".join(str(part) for part in (draft.outlet, draft.published) if part)
    said = f"{written(value.figure, language)}: {where}" if where else written(value.figure, language)
    return f"{said} [{citation.number}]"
