"""`newsdesk jobs`: which jobs wait, run and were given up, and what to do with the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.desk import open_desk
from bot.commands.options import Json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.catalogue.jobs.job import Left

_LEFT = "JOB"
Numbers = Annotated[
    list[int] | None,
    typer.Argument(metavar=f"[{_LEFT}]...", help="Numbers of jobs; all if left out.", show_default=False),
]
Retry = Annotated[bool, typer.Option("--retry", help="Have those that were given up done once more.")]
Drop = Annotated[bool, typer.Option("--drop", help="Forget those that were given up.")]


def jobs(numbers: Numbers = None, *, retry: Retry = False, drop: Drop = False, as_json: Json = False) -> None:
    """Show jobs of workers that wait, run or were given up."""
    from bot.jobs.required import require_queue
    from corpus.catalogue.jobs import standing
    from corpus.catalogue.jobs.job import State

    if retry and drop:
        raise typer.BadParameter("Choose one of --retry and --drop.", param_hint="--retry")
    desk = open_desk(reads_only=not (retry or drop))
    require_queue(desk, "This")
    if not (retry or drop):
        with desk.catalogue.reading() as connection:
            found = standing.listed(connection, *State)
        _show([one for one in found if not numbers or one.id in numbers], as_json=as_json)
        return
    with desk.catalogue.writing() as connection:
        found = [
            one for one in standing.listed(connection, State.GIVEN_UP) if not numbers or one.id in numbers
        ]
        (standing.try_again if retry else standing.drop)(connection, [one.id for one in found])
    _told(found, "retried" if retry else "dropped", as_json=as_json)


def _show(found: Sequence[Left], *, as_json: bool) -> None:
    from bot.terminal.console import output, print_json, print_table

    if as_json:
        print_json({"jobs": [_document(one) for one in found]})
    elif not found:
        output().print("There are no jobs.")
    else:
        rows = [(str(one.id), _STATES[one.state.name], one.told, one.why or "") for one in found]
        print_table(("job", "state", "what", "why"), rows, (0, 0, 1, 2))


def _told(found: Sequence[Left], done: str, *, as_json: bool) -> None:
    from bot.terminal.console import output, print_json

    if as_json:
        print_json({done: [one.id for one in found]})
    else:
        output().print(f"{len(found)} jobs {done}.")


_STATES = {"WAITING": "waiting", "RUNNING": "running", "GIVEN_UP": "given up"}


def _document(one: Left) -> dict[str, Any]:
    due = one.due.isoformat() if one.due else None
    return {
        "id": one.id,
        "state": _STATES[one.state.name],
        "what": one.told,
        "tries": one.tries,
        "due": due,
        "why": one.why,
    }
