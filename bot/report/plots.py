"""The plots of an evaluation: risk and coverage, calibration, and how confidence and scores are spread."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.report.plot import Frame, bars, dot, drawn, ideal, legend, line
from retrieval.lab.evaluating.asking import Outcome
from retrieval.lab.evaluating.run import Run

_BINS = 20
_LARGEST_DOT = 9.0
_SMALLEST_DOT = 2.0


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with the name of its file, what it shows, and its numbers as a table."""

    name: str
    frame: Frame
    marks: tuple[Markup, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def svg(self, *, alone: bool = False) -> Markup:
        """Return the drawing; `alone` for a file of its own."""
        return drawn(self.frame, *self.marks, alone=alone)


def plots(runs: Sequence[Run]) -> list[Plot]:
    """Return the plots for which the questions say enough; those that show one run show the first."""
    made = (_risk_coverage(runs), _calibration(runs[0]), _confidences(runs[0]), _scores(runs[0]))
    return [one for one in made if one is not None]


def _risk_coverage(runs: Sequence[Run]) -> Plot | None:
    curves = [(one.name, one.figures.abstention.risk_coverage) for one in runs]
    known = [(name, curve) for name, curve in curves if curve]
    if not known:
        return None
    highest = max(risk for _, curve in known for _, risk in curve)
    frame = Frame(
        title="Risk and coverage",
        told="The more questions are answered, the surest first, the more of the answers are wrong.",
        across="share of questions answered",
        up="share of answers wrong",
        top=max(math.ceil(highest * 5) / 5, 0.2),
    )
    lines = [line(frame, curve, place) for place, (_, curve) in enumerate(known)]
    named = [legend(frame, [name for name, _ in known])] if len(known) > 1 else []
    rows = [(name, f"{share:.0%}", f"{risk:.1%}") for name, curve in known for share, risk in _tenths(curve)]
    return Plot("risk-coverage", frame, (*lines, *named), ("run", "answered", "wrong"), tuple(rows))


def _tenths(curve: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the points of a curve that first reach each tenth of the questions."""
    for tenth in range(1, 11):
        yield next(point for point in curve if point[0] >= tenth / 10 - 1e-9)


def _calibration(run: Run) -> Plot | None:
    bins = run.figures.abstention.bins
    if not bins:
        return None
    frame = Frame(
        title="Calibration",
        told="How many of the questions can be answered, by the confidence that the bot had; on the dashed "
        "line both are the same. Larger dots stand for more questions.",
        across="confidence",
        up="share answerable",
    )
    most = max(one.questions for one in bins)
    dots = [
        dot(
            frame,
            one.confidence,
            one.answerable,
            max(_LARGEST_DOT * math.sqrt(one.questions / most), _SMALLEST_DOT),
        )
        for one in bins
    ]
    curve = line(frame, [(one.confidence, one.answerable) for one in bins], 0)
    rows = tuple((f"{one.confidence:.2f}", f"{one.answerable:.2f}", str(one.questions)) for one in bins)
    columns = ("confidence", "answerable", "questions")
    return Plot("calibration", frame, (ideal(frame), curve, *dots), columns, rows)


def _confidences(run: Run) -> Plot | None:
    return _histogram(
        run.outcomes,
        lambda one: one.answer.confidence,
        "confidence",
        "Confidence of answers",
        "How sure the bot was of questions that can be answered and of those that cannot.",
    )


def _scores(run: Run) -> Plot | None:
    return _histogram(
        run.outcomes,
        lambda one: one.best,
        "scores",
        "Scores of the best passages",
        "The score of the best passage found for each question.",
    )


def _histogram(
    outcomes: Sequence[Outcome], of: Callable[[Outcome], float | None], name: str, title: str, told: str
) -> Plot | None:
    kinds = {"can be answered": True, "cannot be answered": False, "not known": None}
    valued = [(one.asked.answerable, value) for one in outcomes if (value := of(one)) is not None]
    series = {kind: [value for known, value in valued if known is can] for kind, can in kinds.items()}
    series = {kind: values for kind, values in series.items() if values}
    if not series:
        return None
    greatest = max(1.0, math.ceil(max(value for _, value in valued) * 2) / 2)
    least = min(0.0, math.floor(min(value for _, value in valued) * 2) / 2)
    counts = [_counted(values, least, greatest) for values in series.values()]
    frame = Frame(
        title=title,
        told=told,
        across=name,
        up="questions",
        left=least,
        right=greatest,
        top=float(max(5, math.ceil(max(map(max, counts)) * 1.25 / 5) * 5)),
        shares=False,
    )
    edges = [least + n * (greatest - least) / _BINS for n in range(_BINS)]
    rows = tuple((f"{edge:.2f}", *(str(row[n]) for row in counts)) for n, edge in enumerate(edges))
    marks = (bars(frame, counts), legend(frame, list(series), filled=True))
    return Plot(name, frame, marks, (f"{name} from", *series), rows)


def _counted(values: Sequence[float], least: float, greatest: float) -> list[int]:
    counts = [0] * _BINS
    for value in values:
        counts[min(int((value - least) / (greatest - least) * _BINS), _BINS - 1)] += 1
    return counts
