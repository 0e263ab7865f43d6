"""The program `newsdesk`: runs a command and turns errors into sentences and exit codes."""

from __future__ import annotations

import sys

from bot.commands.app import app
from bot.errors import BotError
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError


def main() -> None:
    """Run the command line; exit with 0 done, 1 failed, 2 wrong usage or 3 abstained."""
    try:
        app(prog_name="newsdesk")
    except (BotError, CorpusError, RetrievalError) as error:
        if "--debug" in sys.argv:
            raise
        sys.exit(f"newsdesk: {error}")


if __name__ == "__main__":
    main()
