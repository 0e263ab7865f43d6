"""The plots of latency, memory and adding speed against passages."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, StrMethodFormatter

PLOTS = {
    "latency": "Search and answer, milliseconds, p50 and p95 (dashed)",
    "memory": "Most memory while asked, MB",
    "adding": "Articles added a second",
}
_DRAWN = {
    "latency": (
        ("search p50, ms", "-", ""),
        ("search p95, ms", "--", ""),
        ("answer p50, ms", ":", ", answer"),
    ),
    "memory": (("memory asking, MB", "-", ""),),
    "adding": (("articles a second", "-", ""),),
}
_COLOURS = ("#2f4fc4", "#c2410c", "#15803d", "#7e22ce")


def plots(sizes: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return each plot by its name, as SVG that is the same for the same figures."""
    return {name: _plot(name, title, sizes) for name, title in PLOTS.items()}


def _plot(name: str, title: str, sizes: Sequence[Mapping[str, Any]]) -> str:
    with mpl.rc_context({"svg.hashsalt": name, "svg.fonttype": "none"}):
        figure = Figure(figsize=(6.4, 4.2), layout="constrained")
        axes: Axes = figure.add_subplot()
        titles = dict.fromkeys(one for size in sizes for one in size["figures"])
        for colour, rival in zip(_COLOURS, titles, strict=False):
            for figure_name, style, more in _DRAWN[name]:
                points = _points(sizes, rival, figure_name)
                if points:
                    label = f"{rival}{more}" if style != "--" else None
                    axes.plot(*zip(*points, strict=True), style, marker="o", color=colour, label=label)
        axes.set(title=title, xlabel="passages", xscale="log")
        passages = [size["passages"] for size in sizes]
        axes.set_xticks(passages, [f"{one:,}" for one in passages])
        axes.minorticks_off()
        if name == "latency":  # an answer takes ten times a search, which must still be told apart
            axes.set_yscale("log")
            axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
            axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,g}"))
            axes.yaxis.minorticks_off()
        else:
            axes.set_ylim(bottom=0)
        axes.grid(visible=True, alpha=0.3)
        figure.legend(loc="outside lower center", ncols=3)
        drawn = io.StringIO()
        FigureCanvasSVG(figure).print_svg(drawn, metadata={"Date": None})
        return drawn.getvalue()


def _points(sizes: Sequence[Mapping[str, Any]], rival: str, figure: str) -> list[tuple[int, float]]:
    known = [(size["passages"], size["figures"].get(rival, {}).get(figure)) for size in sizes]
    return [(passages, value) for passages, value in known if value is not None]
