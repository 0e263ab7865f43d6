"""`newsdesk reindex` with a model as slow as a large one: `python -m tests.load.slow_reindexing`."""

from __future__ import annotations

import sys
import time

from bot.commands.desk import open_desk
from retrieval.models.reindexing import reindex

_BETWEEN_BATCHES = 0.5  # seconds

if __name__ == "__main__":
    desk = open_desk()
    for batch in reindex(desk.catalogue, desk.embedder):
        print(batch, flush=True)  # noqa: T201 - whoever started it reads this
        time.sleep(_BETWEEN_BATCHES)
    sys.exit(0)
