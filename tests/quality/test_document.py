from __future__ import annotations

from xml.etree import ElementTree as ET

from bot.report.plots import plots
from retrieval.lab.evaluating.run import run
from tests.quality.document import document
from tests.quality.measured import Pair
from tests.quality.targets import Target, of_near, of_own, of_pairs
from tests.retrieval.judged import judged

ASKED = [
    judged("a", "a", answers=["x"], quotes=["x"], tags=["follow-up"]),
    judged("b", answerable=False, sure=0.2, abstained=True),
]
RUN = run("made up", ASKED)


def test_the_page_says_what_is_reached_and_how_far_the_rest_is() -> None:
    targets = [
        Target("one", 0.8, 0.9, 0.75, before=0.5),
        Target("two", 0.05, None, 0.04, less=True),
        Target("three", 0.9, None, None),
        Target("four", None, 0.6, 0.5),
    ]
    page = document(RUN, [], RUN, targets, {"own": plots([RUN])}, "A Processor 3000")
    assert "| one | 0.500 | 0.8 | 0.9 | 0.750 | 0.050 short |" in page
    assert "| two |  | at most 0.05 |  | 0.040 | reached |" in page
    assert "| three |  | 0.9 |  |  | not measured |" in page
    assert "| four |  |  | 0.6 | 0.500 |  |" in page
    assert "EVAL_DATA=" in page
    assert "| processor | A Processor 3000 |" in page
    assert "](quality/own-risk-coverage.svg)" in page
    assert "\n| texts switched | " in page.partition("What the confidence was fitted to")[2]


def test_targets_are_of_what_was_measured() -> None:
    own = {one.name: one for one in of_own(RUN)}
    assert own["own questions: first quote"].short == 0
    assert own["follow-ups that find their article, of 20"].reached == 20
    assert own["own questions: near-unanswerable refused"].reached == 1
    assert [one.reached for one in of_near(RUN)] == [1]
    name = "English on Dutch"
    aimed = list(of_pairs({name: Pair(name, RUN, RUN)}))
    assert {one.name for one in aimed} == {f"{name}: first quote", f"{name}: AUROC"}
    assert all(one.short == 0 for one in aimed)
    assert list(of_pairs({})) == []


def test_a_plot_is_a_file_of_its_own() -> None:
    for one in plots([RUN]):
        drawing = ET.fromstring(one.svg(alone=True))  # noqa: S314 - our own
        assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
