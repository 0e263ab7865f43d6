"""The page of an evaluation in a real browser: on a phone, by keyboard, in light and dark, and safe."""

from __future__ import annotations

import datetime
import itertools
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.documents.measures import evaluation
from bot.figure_rows import rows
from bot.report.markup import element
from bot.report.page import Subject, page
from bot.report.plots import plots
from corpus.article import Span
from retrieval.lab.evaluating.asking import Outcome
from retrieval.lab.evaluating.run import run
from retrieval.search.results import Reply
from tests.retrieval.browser import Browser, running
from tests.retrieval.judged import judged

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
SUBJECT = Subject("vragen & <questions>.jsonl", datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC), 60)
HOSTILE = "<img src=x onerror='document.title=1'></details></title>&amp;" + "x" * 300
ASKED = [
    judged("abc", "a", question=HOSTILE, answers=["y" + HOSTILE], quotes=["</svg>" + HOSTILE], tags=["nl"]),
    judged(
        "ab",
        "b",
        question="Who?",
        answers=["x"],
        quotes=["x"],
        words="<x>",
        sure=0.4,
        abstained=True,
        tags=["en"],
    ),
    judged("a", question="Why?", answerable=False, quotes=["Because."], sure=0.8, tags=["en"]),
    judged("a", question="When?", answerable=False, sure=0.1, abstained=True, tags=["en"]),
]
FIRST = run("as set", ASKED)
HTML = page(SUBJECT, [FIRST, run("RERANKER_MODEL=some/model-with-a-long-name", ASKED[::-1][::-1], FIRST)])

OPENED = "document.querySelectorAll('details').forEach(one => one.open = true);"
# Contrast after WCAG 2.2, of every text with what it stands on; parts of plots are judged as their strokes.
CONTRASTS = (
    OPENED
    + """
(() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number)
  const light = colour => {
    const [r, g, b] = parts(colour).slice(0, 3).map(one => one / 255)
      .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor
      if (parts(colour)[3] !== 0) return colour
    }
    return 'rgb(255, 255, 255)'
  }
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  }
  const texts = [...document.body.querySelectorAll('*')].filter(one => [...one.childNodes]
    .some(node => node.nodeType === 3 && node.data.trim()) && !['title', 'desc'].includes(one.localName))
  const ink = one => getComputedStyle(one)[one instanceof SVGElement ? 'fill' : 'color']
  const inks = texts.map(one => [one, ink(one), 4.5])
  const lines = [...document.querySelectorAll('.line')].map(one => [one, getComputedStyle(one).stroke, 3])
  return {
    seen: inks.length,
    faint: [...inks, ...lines].filter(([one, ink, least]) => contrast(ink, ground(one)) < least)
      .map(([one, ink]) => [one.outerHTML.slice(0, 80), ink, ground(one)])
  }
})()
"""
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    assert CHROMIUM is not None
    with running(CHROMIUM, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(HTML, encoding="utf-8")
    return file.as_uri()


@in_a_browser
@pytest.mark.parametrize("width", [360, 1200])
async def test_the_page_never_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    seen = f"{OPENED} [innerWidth, document.scrollingElement.scrollWidth]"
    window, written = await browser.opened(address, seen, width)
    assert (window, written <= width) == (width, True)


@in_a_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_can_be_read_in_light_and_dark(browser: Browser, address: str, scheme: str) -> None:
    seen: Any = await browser.opened(address, CONTRASTS, 360, scheme)
    assert seen["seen"] > 100
    assert seen["faint"] == []


@in_a_browser
async def test_headings_lead_through_the_page_without_a_gap(browser: Browser, address: str) -> None:
    levels = "[...document.querySelectorAll('h1,h2,h3,h4')].map(one => Number(one.localName[1]))"
    found = await browser.opened(address, levels)
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(found))


@in_a_browser
async def test_the_keyboard_reaches_everything_and_skips_to_the_figures(
    browser: Browser, address: str
) -> None:
    seen = """(() => {
      const skip = document.querySelector('a, summary, [tabindex]')
      skip.focus()
      const box = skip.getBoundingClientRect()
      const wide = [...document.querySelectorAll('.wide')].every(one => one.tabIndex === 0 && one.ariaLabel)
      const targets = [...document.querySelectorAll('a')].every(one => document.querySelector(one.hash))
      return [skip.hash, box.left >= 0 && box.top >= 0, wide, targets]
    })()"""
    assert await browser.opened(address, seen, 360) == ["#figures", True, True, True]


@in_a_browser
async def test_nothing_of_an_article_or_question_becomes_markup(browser: Browser, address: str) -> None:
    seen = f"""{OPENED} [document.images.length, document.scripts.length, document.title,
      [...document.querySelectorAll('.fault summary, .fault blockquote')]
        .filter(one => one.textContent.includes("<img src=x onerror=")).length]"""
    images, scripts, title, written = await browser.opened(address, seen)
    assert (images, scripts, written) == (0, 0, 2)
    assert title.startswith("vragen & <questions>.jsonl")


def test_the_page_needs_nothing_beside_itself() -> None:
    assert "http" not in HTML.replace("http://www.w3.org/2000/svg", "")
    assert "url(" not in HTML


def test_the_page_says_what_was_found_instead() -> None:
    instead = HTML[HTML.index("What went wrong") :]
    assert "1 answered, though no article says it" in instead
    assert "1 refused, though the right sentence was at hand" in instead
    assert "It did not answer. It would have quoted for “&lt;x&gt;”:" in instead
    assert "(one that answers)" in instead


def answering(quotes: Sequence[str], words: Sequence[str], **said: Any) -> Outcome:
    """Return what became of a question that was answered with these words of its quotations."""
    outcome = judged("a", quotes=quotes, words=words[0], **said)
    replies = [
        Reply(cited, Span(cited.quote.index(each), cited.quote.index(each) + len(each)), 0.9)
        for cited, each in zip(outcome.answer.citations, words, strict=True)
    ]
    return replace(outcome, answer=replace(outcome.answer, answers=tuple(replies)))


def test_the_words_that_answered_are_bold_in_their_quotation() -> None:
    wrong = answering(["It is <1> of 9."], ["<1>"], question="Why?", answerable=False)

    assert "It is <b>&lt;1&gt;</b> of 9." in page(SUBJECT, [run("as set", [wrong])])


def test_how_well_words_and_quotations_fit_stands_with_the_figures() -> None:
    measured = run("as set", [answering(["It is nine.", "It rained."], ["nine", "rained"], answers=["nine"])])

    shown = dict(rows(measured.figures))
    assert (shown["words exactly"], shown["words, F1"]) == ("1.000", "1.000")
    assert shown["shown quotes that answer"] == "0.500"
    document = evaluation([measured])
    assert (document["answer_words"], document["quote_precision"]) == ({"exact": 1.0, "f1": 1.0}, 0.5)
    assert "shown quotes that answer" in page(SUBJECT, [measured])


def test_plots_are_drawn_only_of_what_is_known() -> None:
    assert [one.name for one in plots([FIRST])] == ["risk-coverage", "calibration", "confidence", "scores"]
    assert [one.name for one in plots([run("", [judged()])])] == ["confidence", "scores"]
    assert plots([run("", [])]) == []


def test_an_element_escapes_whatever_is_no_element() -> None:
    made = element("p", "<b>", element("b", "&"), title='"', class_="x", hidden=None)
    assert made == '<p title="&#34;" class="x">&lt;b&gt;<b>&amp;</b></p>'


def test_an_attribute_is_escaped_even_where_it_is_an_element() -> None:
    assert element("p", title=element("b", class_="'")) == (
        '<p title="&lt;b class=&#34;&amp;#39;&#34;&gt;&lt;/b&gt;"></p>'
    )
