"""What a terminal shows of a wait over two seconds: from then on a bar or spinner, until it is over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from bot.terminal.console import notices

PATIENCE = 2.0  # seconds


@contextmanager
def shown_late(progress: Progress, patience: float = PATIENCE) -> Iterator[None]:
    """Show `progress` once patience has run out, also within a step, and take it away at the end."""
    late = Timer(patience, progress.start)
    late.daemon = True
    if not progress.disable:
        late.start()
    try:
        yield
    finally:
        late.cancel()
        if late.ident is not None:
            late.join()
        progress.stop()


@contextmanager
def waiting(doing: str, patience: float = PATIENCE) -> Iterator[None]:
    """Say what is being done where that takes long and nobody can tell how long."""
    console = notices()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    progress.add_task(doing, total=None)
    with shown_late(progress, patience):
        yield
