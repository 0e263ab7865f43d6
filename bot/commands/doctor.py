"""`newsdesk doctor`: checks that everything is whole and says how to mend what is not."""

import typer

from bot.commands.desk import open_desk
from bot.commands.options import Json


def doctor(*, as_json: Json = False) -> None:
    """Check settings, stores, model and counts. Exit code 1 where something needs mending."""
    from bot.diagnosis import diagnose
    from bot.terminal.console import output, print_json
    from bot.terminal.progress import waiting

    with waiting("Checking"):
        findings = diagnose(open_desk(reads_only=True))
    if as_json:
        print_json(
            {
                "healthy": all(one.well for one in findings),
                "checks": [
                    {"name": one.name, "well": one.well, "finding": one.finding, "cure": one.cure}
                    for one in findings
                ],
            }
        )
    else:
        for one in findings:
            found = f"{'ok  ' if one.well else 'MEND'} {one.name}: {one.finding}"
            # A link that is folded into lines cannot be copied in one go.
            output().print(found, style="" if one.well else "red", soft_wrap=True)
            if one.cure:
                output().print(f"     {one.cure}")
    if not all(one.well for one in findings):
        raise typer.Exit(1)
