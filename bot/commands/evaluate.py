"""`newsdesk eval`: measures the search and the answers with questions whose answers are known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.desk import open_desk
from bot.commands.options import Guild, Json

if TYPE_CHECKING:
    from bot.assembly import Desk
    from retrieval.lab.evaluating.run import Run

File = Annotated[
    Path | None,
    typer.Argument(
        metavar="QUESTIONS.jsonl", exists=True, dir_okay=False, help="A question a line.", show_default=False
    ),
]
Compare = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SETTING=VALUE",
        help="Ask once more with this setting and test what differs; can be said several times.",
        show_default=False,
    ),
]
Report = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.html", dir_okay=False, help="Write a page with plots and the worst questions."
    ),
]
FromFeedback = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.jsonl",
        dir_okay=False,
        help="Measure nothing: write what people said of answers in Discord as a file of questions.",
    ),
]


def evaluate(
    file: File = None,
    *,
    k: Annotated[
        int,
        typer.Option(
            "-k", min=1, help="Fetch so many articles of each question, at least 10; the measures look at 10."
        ),
    ] = 10,
    compare: Compare = None,
    report: Report = None,
    from_feedback: FromFeedback = None,
    guild: Guild = None,
    as_json: Json = False,
) -> None:
    """Ask every question of a file and measure the answers. What is found, quoted and refused, how fast."""
    if (file is None) == (from_feedback is None):
        raise typer.BadParameter("Name a file of questions, or one to write with --from-feedback.")
    if from_feedback is not None:
        if compare or report or as_json:
            raise typer.BadParameter("--from-feedback measures nothing: leave the other options away.")
        _write_feedback(from_feedback, guild)
        return
    if file is not None:
        _measure(file, k, compare or [], report, as_json=as_json)


def _write_feedback(file: Path, guild: str | None) -> None:
    import json

    from bot.errors import FileUnwritable
    from bot.terminal.console import notices
    from corpus.catalogue import feedback
    from retrieval.lab.evaluating.from_feedback import lines

    if file.exists():
        raise FileUnwritable(f"{file} is there already and may have been filled in: name another file.")
    with open_desk(reads_only=True).catalogue.reading() as connection:
        said = feedback.every(connection) if guild is None else feedback.given_in(connection, guild)
        written = lines(connection, said)
    text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in written)
    _write(file, text)
    open_ones = sum(not line["helpful"] > line["not_helpful"] for line in written)
    notices().print(
        f"Wrote {len(written)} questions to {file}. For {open_ones} the answer is still to be filled in."
    )


def _measure(file: Path, k: int, compare: Sequence[str], report: Path | None, *, as_json: bool) -> None:
    from bot.documents import measures
    from bot.measuring import measure
    from bot.terminal.console import print_json
    from bot.terminal.measured import print_missing, print_runs
    from retrieval.lab.evaluating.asking import unknown
    from retrieval.lab.evaluating.questions import questions

    asked = questions(file.read_bytes().splitlines())
    if report is not None:
        _require_writable(report, file)
    desk = open_desk(reads_only=True)
    missing = unknown(desk.catalogue, asked)
    print_missing(missing)
    runs = measure(desk, asked, k, compare)
    if report is not None:
        _write_report(report, file.name, desk, runs)
    if as_json:
        print_json({**measures.evaluation(runs), "not_in_corpus": missing})
    else:
        print_runs(runs)


def _write_report(report: Path, questions: str, desk: Desk, runs: Sequence[Run]) -> None:
    from bot.report.page import Subject, page
    from bot.terminal.console import notices
    from corpus.catalogue import articles

    with desk.catalogue.reading() as connection:
        count = articles.count(connection)[0]
    _write(report, page(Subject(questions, desk.now(), count), runs))
    notices().print(f"Wrote {report}: open it in a browser.")


def _require_writable(report: Path, questions: Path) -> None:
    """Refuse a page that cannot be written before the questions are asked, which can take an hour."""
    from bot.errors import FileUnwritable

    if report.exists() and report.samefile(questions):
        raise FileUnwritable(f"{report} holds the questions: name another file for the page.")
    there = report.exists()
    try:
        report.open("ab").close()
    except OSError as error:
        raise _unwritable(report, error) from error
    if not there:
        report.unlink()


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise _unwritable(file, error) from error


def _unwritable(file: Path, error: OSError) -> Exception:
    from bot.errors import FileUnwritable

    return FileUnwritable(f"Cannot write {file} ({error.strerror}): name another file.")
