"""Citations' links in a real browser: a page whose lines stand further apart than a window is high."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import Draft
from corpus.reading.sources import read
from corpus.sentences import sentences
from retrieval.answering.text_fragment import link
from tests.reading.loopback import Site
from tests.retrieval.browser import Browser, running

PAGE = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

# What stands in the middle of the window once the browser has stopped scrolling: the number of a sentence.
IN_THE_MIDDLE = """
new Promise(resolve => {
  let last = -1, still = 0
  const look = () => {
    still = scrollY === last ? still + 1 : 0
    last = scrollY
    if (still < 5) return setTimeout(look, 20)
    resolve([...document.querySelectorAll("span")].findIndex(span => {
      const box = span.getBoundingClientRect()
      return scrollY > 0 && box.top <= innerHeight / 2 && innerHeight / 2 <= box.bottom
    }))
  }
  setTimeout(look, 50)
})
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    assert CHROMIUM is not None
    with running(CHROMIUM, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.torture)])
async def test_the_link_of_a_sentence_opens_the_page_at_that_sentence(
    browser: Browser, site: Site, step: int
) -> None:
    url = site.show("/artikel", PAGE)
    (draft,) = await asyncio.to_thread(lambda: list(read(url)))
    assert isinstance(draft, Draft)
    spans = sentences(draft.text, draft.language)
    assert len(spans) == PAGE.count("<span>")
    missed = []
    for number, span in list(enumerate(spans))[::step]:
        address = link(draft.url, draft.text, span)
        assert address is not None
        seen = await browser.opened(address, IN_THE_MIDDLE)
        if seen != number:
            missed.append((number, seen, span.of(draft.text), address))
    assert not missed
