"""What a terminal shows of anything that takes more than two seconds: a bar or a spinner."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TypeVar

from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from bot.terminal.console import notices

T = TypeVar("T")
PATIENCE = 2.0  # seconds


class _Rate(TextColumn):
    """Shows how many a second."""

    def __init__(self, unit: str) -> None:
        super().__init__("")
        self._unit = unit

    def render(self, task: Task) -> Text:
        return Text(f"{task.finished_speed or task.speed or 0:.1f} {self._unit}/s")


def tracked(
    steps: Iterable[T],
    doing: str,
    unit: str,
    total: int | None,
    size: Callable[[T], int] = lambda _: 1,
    patience: float = PATIENCE,
) -> Iterator[T]:
    """Pass `steps` on; on a terminal show how far they are, their rate and the time left.

    Args:
        steps: what is being done, one after the other.
        doing: what it is called.
        unit: what is counted.
        total: how many units there will be, where that is known.
        size: tells how many units a step is.
        patience: seconds before anything is shown.
    """
    console = notices()
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        _Rate(unit),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = progress.add_task(doing, total=total)
    with shown_late(progress, patience):
        for step in steps:
            progress.advance(task, size(step))
            yield step


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


@contextmanager
def filling(
    doing: str, total: int | None = None, patience: float = PATIENCE
) -> Iterator[Callable[[int], None]]:
    """Give what is told of each further number of bytes; on a terminal show how far they are."""
    console = notices()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=None), DownloadColumn())
    progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    task = progress.add_task(doing, total=total)
    with shown_late(progress, patience):
        yield lambda size: progress.advance(task, size)
