"""The program `newsdesk`: runs a command and turns errors into sentences and exit codes."""

import gc

from bot.interruption import Interruption
from bot.leaving import Leaving

# New objects before Python looks for garbage, 700 by itself: what is imported lives to the end, and to look
# through it again and again took a twentieth of the time of one question.
_BEFORE_A_LOOK = 10_000


def main() -> None:
    """Run the command line; exit with 0 done, 1 failed, 2 wrong usage, 3 abstained or 130 interrupted."""
    interruption = Interruption()
    interruption.end_at_once()
    leaving = Leaving()
    gc.set_threshold(_BEFORE_A_LOOK)
    # Everything else is imported only now: somebody may press Ctrl-C before it has come.
    import sys  # noqa: PLC0415 - see above

    from bot.commands.ending import ended  # noqa: PLC0415 - the same
    from bot.terminal import streams  # noqa: PLC0415 - the same

    streams.prepare()
    from bot.commands.app import app  # noqa: PLC0415 - it looks at what the output is

    try:
        interruption.unwind()
        code = ended(lambda: app(prog_name="newsdesk"), debug="--debug" in sys.argv)
        interruption.end_at_once()
    except KeyboardInterrupt:
        interruption.leave()
    if interruption.came:
        # Whatever it broke off made another error of it, or nothing.
        interruption.leave()
    leaving.code = code
    sys.exit(code)


if __name__ == "__main__":
    main()
