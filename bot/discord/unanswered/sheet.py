"""The questions that wait as a CSV file that spreadsheets open as it is meant."""

from __future__ import annotations

import codecs
import csv
import datetime
import io
from collections.abc import Sequence

from bot.discord.display.escape import visible
from bot.discord.unanswered.words import UnansweredWords
from corpus.catalogue.unanswered import Reason
from retrieval.curating.question_groups import Group

# What spreadsheets take for the beginning of a formula, in the wide forms of East Asia too.
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def sheet(groups: Sequence[Group], words: UnansweredWords) -> bytes:
    """Return a row for each group under the names of the columns.

    UTF-8 with the mark by which Excel knows it. A question that would be taken for a formula stands behind
    an apostrophe, and nothing of it is computed.
    """
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=words.delimiter)
    table.writerow(words.columns)
    table.writerows(_row(group, words) for group in groups)
    return codecs.BOM_UTF8 + written.getvalue().encode()


def _row(group: Group, words: UnansweredWords) -> tuple[str | int, ...]:
    return (
        _harmless(group.first.question),
        len(group.questions),
        group.people or "",
        _moment(group.begun),
        _moment(group.last),
        ", ".join(_reasons(group, words)),
    )


def _reasons(group: Group, words: UnansweredWords) -> list[str]:
    there = {one.reason for one in group.questions}
    held = (Reason.ABSTAINED in there, Reason.NOT_HELPFUL in there, group.told)
    return [reason for reason, holds in zip(words.reasons, held, strict=True) if holds]


def _harmless(question: str) -> str:
    line = " ".join(visible(question).split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def _moment(at: datetime.datetime) -> str:
    return f"{at.astimezone(datetime.UTC):%Y-%m-%d %H:%M}"
