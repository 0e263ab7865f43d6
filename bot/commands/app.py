"""The command line: which commands there are."""

import sys
from typing import Annotated

import typer

from bot.commands import (
    add,
    answer,
    backup,
    browse,
    change,
    chat,
    correct,
    discord_bot,
    doctor,
    evaluate,
    explain,
    export,
    forget,
    importing,
    jobs,
    purge,
    reindex,
    restore,
    search,
    timeline,
    upgrade,
    worker,
)

app = typer.Typer(
    help="Answers questions with the very sentence of a news article: outlet, date and link.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Boxes and colour are for terminals: a pipe gets plain help and plain errors.
    rich_markup_mode="rich" if sys.stdout.isatty() and sys.stderr.isatty() else None,
)


def _tell_version(wanted: bool) -> None:  # noqa: FBT001 - typer gives the option's value
    if wanted:
        from importlib.metadata import version

        typer.echo(f"newsdesk {version('newsdesk')}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version."),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
) -> None:
    """Answers questions with the very sentence of a news article: outlet, date and link."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        return
    from bot.terminal.console import log_to_stderr

    log_to_stderr(debug=debug)


app.command("add")(add.add)
app.command("list")(browse.list_articles)
app.command("show")(browse.show)
app.command("remove")(change.remove)
app.command("correct")(correct.correct)
app.command("withdraw")(correct.withdraw)
app.command("undo")(change.undo)
app.command("history")(change.history)
app.command("search")(search.search)
app.command("ask")(answer.ask)
app.command("timeline")(timeline.timeline)
app.command("explain")(explain.explain)
app.command("chat")(chat.chat)
app.command("eval")(evaluate.evaluate)
app.command("reindex")(reindex.reindex)
app.command("upgrade")(upgrade.upgrade)
app.command("purge")(purge.purge)
app.command("forget")(forget.forget)
app.command("backup")(backup.backup)
app.command("restore")(restore.restore)
app.command("export")(export.export)
app.command("import")(importing.import_articles)
app.command("doctor")(doctor.doctor)
app.command("bot")(discord_bot.bot)
app.command("worker")(worker.worker)
app.command("jobs")(jobs.jobs)
