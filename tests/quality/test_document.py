from __future__ import annotations

from xml.etree import ElementTree as ET

from bot.report.plots import plots
from retrieval.evaluating.run import run
from tests.quality.document import document
from tests.quality.measured import Pair
from tests.quality.targets import EN_EN, Target, of_own, of_pairs
from tests.retrieval.judged import judged

ASKED = [
    judged("a", "a", answers=["x"], quotes=["x"], tags=["follow-up"]),
    judged("b", answerable=False, sure=0.2, abstained=True),
]
RUN = run("made up", ASKED)


def test_the_page_says_what_is_reached_and_how_far_the_rest_is() -> None:
    targets = [Target("one", 0.8, 0.75), Target("two", 0.05, 0.04, less=True), Target("three", 0.9, None)]
    page = document(RUN, [], targets, {"own": plots([RUN])}, "A Processor 3000")
    assert "| one | 0.8 | 0.750 | 0.050 short |" in page
    assert "| two | at most 0.05 | 0.040 | reached |" in page
    assert "| three | 0.9 |  | not measured |" in page
    assert "EVAL_DATA=" in page
    assert "| processor | A Processor 3000 |" in page
    assert "](quality/own-risk-coverage.svg)" in page
    assert "\n| English on Dutch | 0.7" in page.partition("not fitted to")[2]


def test_targets_are_of_what_was_measured() -> None:
    (followed,) = of_own(RUN)
    assert (followed.reached, followed.short) == (20, 0)
    aimed = {one.name: one for one in of_pairs({EN_EN: Pair(EN_EN, RUN, RUN)})}
    assert all(name.startswith(EN_EN) for name in aimed)
    assert all(one.short == 0 for name, one in aimed.items() if "error" not in name)
    assert list(of_pairs({})) == []


def test_a_plot_is_a_file_of_its_own() -> None:
    for one in plots([RUN]):
        drawing = ET.fromstring(one.svg(alone=True))  # noqa: S314 - our own
        assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
