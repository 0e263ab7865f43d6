"""Write the next step of the catalogue's schema: what the tables have that the steps so far do not make.

    make migration M="Give feeds a colour"

What rows of before get is to be added by hand, for both databases.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from corpus.catalogue import revisions
from corpus.catalogue.migrations import STEPS
from corpus.catalogue.migrations.running import configuration, run


def write(what: str) -> Path:
    """Write a step that says `what` it does, and return its file."""
    number = f"{int(revisions.known()[-1]) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/catalogue.db")
        with engine.connect() as connection:
            run(connection)
            command.revision(configuration(connection), what, autogenerate=True, rev_id=number)
        engine.dispose()
    (written,) = STEPS.glob(f"step_{number}_*.py")
    for how in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *how, str(written)], check=False)
    return written


if __name__ == "__main__":
    if len(sys.argv) != len(("program", "what")) or not sys.argv[1]:
        sys.exit('Say what it does: make migration M="Give feeds a colour".')
    sys.stdout.write(f"{write(sys.argv[1])}: look it over, and say what rows of before get.\n")
