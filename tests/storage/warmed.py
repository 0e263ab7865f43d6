"""What other processes have before they are forked: imported by their forkserver alone: it loads models."""

from __future__ import annotations

import chromadb  # noqa: F401 - the forked processes need not import it again
import feedparser  # noqa: F401 - the same
import filelock  # noqa: F401 - the same
import httpcore  # noqa: F401 - the same
import trafilatura
import trafilatura.metadata  # noqa: F401 - the same

import tests.kills.child  # noqa: F401 - the same
from tests.commands.loaded import load_models

load_models()
