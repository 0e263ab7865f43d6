"""What the tests of parsing apart share: workers, and one small document of every form."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from corpus.reading.parsing.limits import IN_DISCORD
from corpus.reading.parsing.parsers import Parsers


@pytest.fixture(scope="module")
def parsers() -> Iterator[Parsers]:
    """Workers as the bot has them."""
    parsers = Parsers(IN_DISCORD)
    yield parsers
    parsers.close()


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What was logged of documents that were given up."""
    caplog.set_level(logging.WARNING, "corpus.reading.parsing")
    return caplog
