"""What newsdesk itself remarks on an answer, on the terminal: values that differ, origins, dates."""

from collections.abc import Iterable
from dataclasses import replace

from bot.cautions import Caution
from bot.telling.answer_words import counted
from bot.telling.narrowed_dates import told
from bot.telling.read_as import told as read_as
from bot.terminal.console import output, print_text
from bot.terminal.words import TERMINAL, spoken
from bot.wordings import Wording
from corpus.catalogue.notices import Kind, Notice
from corpus.dates import day_of
from retrieval.answering.confidence import SURE
from retrieval.answering.origins import origins_of
from retrieval.figures.writing import written
from retrieval.search.results import Answer, Citation, Value


def print_remarks(answer: Answer) -> None:
    """Print the values that differ, newest first, how names were read, origins, dates and doubt."""
    if answer.values:
        output().print(TERMINAL.of(spoken(answer.question)).differing)
        for line in (_line(one, each, answer.language) for one in answer.values for each in one.citations):
            print_text(f"  {line}")
    language = spoken(answer.question)
    read = read_as(answer.readings, language)
    for sentence in (read, _origins(answer), told(answer.narrowed, language), _doubt(answer)):
        if sentence:
            output().print(sentence, style="dim")


def cautious(quoted: Iterable[Wording], language: str | None) -> str:
    """Return what to know before a text that rests on those wordings; empty for nothing."""
    labels = ((markers(one), labelled(replace(one, earlier=False).cautions, language)) for one in quoted)
    listed = "; ".join(f"{numbers} {', '.join(said)}" for numbers, said in labels if said)
    return TERMINAL.of(language).beware.format(cautions=listed) if listed else ""


def labelled(cautions: Iterable[Caution], language: str | None) -> list[str]:
    """Return what to know before some words as the asker's language has it."""
    words = TERMINAL.of(language).cautions
    return [words[one] for one in cautions]


def noticed(notice: Notice, language: str | None) -> str:
    """Return what became of an article since: on which day of the reader's, and what was wrong."""
    words = TERMINAL.of(language)
    what = words.withdrawn if notice.kind is Kind.WITHDRAWN else words.corrected
    return f"{what} {day_of(notice.at)}: {notice.note}"


def markers(wording: Wording) -> str:
    """Return the numbers of the sources of a wording."""
    return "".join(f"[{one.number}]" for one in wording.numbered)


def _origins(answer: Answer) -> str:
    found = origins_of(answer)
    told_of = counted(found, spoken(answer.question))
    return f"{told_of}." if told_of else ""


def _doubt(answer: Answer) -> str:
    if answer.abstained or answer.confidence >= SURE:
        return ""
    return TERMINAL.of(spoken(answer.question)).unsure.format(sure=round(answer.confidence * 100))


def _line(value: Value, citation: Citation, language: str | None) -> str:
    draft = citation.article.draft
    where = ", ".join(str(part) for part in (draft.outlet, draft.published) if part)
    said = f"{written(value.figure, language)}: {where}" if where else written(value.figure, language)
    return f"{said} [{citation.number}]"
