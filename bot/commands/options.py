"""The options that several commands share."""

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.article import REPORT, Genre
from corpus.dates import PartialDate
from corpus.filters import Filters


def parsed_date(written: str) -> PartialDate:
    """Read a date option; a bad one is wrong usage."""
    try:
        return PartialDate.parse(written)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def parsed_kind(written: str) -> str:
    """Read the kind of an article, in either language; any other word is wrong usage."""
    from corpus.genre import kind_of

    found = REPORT if written.lower() == REPORT else kind_of([written])
    if found is None:
        kinds = ", ".join([REPORT, *Genre])
        raise typer.BadParameter(f"There is no kind of article {written!r}: write one of {kinds}.")
    return found


def worded(question: str) -> str:
    """Refuse a question without words: it is wrong usage."""
    if not question.strip():
        raise typer.BadParameter("Write a question.")
    return question


OwnGuild = Annotated[
    str | None,
    typer.Option("--guild", help="Only the own articles of that Discord server.", show_default=False),
]
STANDARD = Path("-")  # instead of a file: standard input or output
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Guild = Annotated[str | None, typer.Option("--guild", help="A Discord server's id.", show_default=False)]
Question = Annotated[
    str, typer.Argument(help="The question, in any language the model knows.", callback=worded)
]
Since = Annotated[
    PartialDate | None,
    typer.Option(parser=parsed_date, metavar="D", help="Published from then: YYYY, YYYY-MM or YYYY-MM-DD."),
]
Until = Annotated[
    PartialDate | None, typer.Option(parser=parsed_date, metavar="D", help="Published by then.")
]
AsOf = Annotated[
    PartialDate | None,
    typer.Option(
        "--as-of", parser=parsed_date, metavar="D", help="Answer from what was certainly out by then."
    ),
]
Outlet = Annotated[str | None, typer.Option(help="Only this outlet.", show_default=False)]
Kind = Annotated[
    str | None,
    typer.Option(
        parser=parsed_kind,
        metavar="KIND",
        help=f"Only this kind: {', '.join([REPORT, *Genre])}.",
        show_default=False,
    ),
]
Language = Annotated[str | None, typer.Option(help="Only this language: nl, en, …", show_default=False)]


def narrowed(*, kinds: bool = True) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that puts the options which narrow a question in the place of `filters`.

    What it decorates has a parameter `filters` among those that can be given by name alone.

    Args:
        kinds: whether articles of one kind can be chosen.
    """

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        narrowing = dict(inspect.signature(_filters, eval_str=True).parameters)
        if not kinds:
            del narrowing["kind"]

        @wraps(command)
        def told(**given: Any) -> None:  # noqa: ANN401 - the options of a command are of any type
            filters = _filters(**{name: given.pop(name) for name in narrowing})
            command(**given, filters=filters)

        own = inspect.signature(command, eval_str=True)
        merged = [
            option
            for one in own.parameters.values()
            for option in (narrowing.values() if one.name == "filters" else (one,))
        ]
        # What typer reads; it takes no options that belong together as one parameter.
        told.__signature__ = own.replace(parameters=merged)  # type: ignore[attr-defined]
        return told

    return with_options


def _filters(
    *,
    guild: Guild = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    outlet: Outlet = None,
    language: Language = None,
    kind: Kind = None,
) -> Filters:
    """Return the filters that the options say; dates that leave nothing are wrong usage."""
    if since and until and since.first() > until.last():
        raise typer.BadParameter(f"--since {since} is later than --until {until}: no article is of both.")
    return Filters(guild or None, since, until, as_of, outlet, language, kind=kind)
