"""The tables of the pages on performance, from what a run of `make bench` kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.benchmarks.side_by_side.aims import Aim, aims, without_vnni
from tests.benchmarks.side_by_side.plots import PLOTS

_SHARES = ("share", "hits", "MRR", "answer in")
_MADE_OF = (
    "articles a second",
    "cold, s",
    "search p50, ms",
    "search p95, ms",
    "answer p50, ms",
    "answer p95, ms",
    "memory asking, MB",
    "disk, MB",
)


def tables(kept: Mapping[str, Any]) -> dict[str, str]:
    """Return each table by the name of its place in the document, as far as the run came."""
    made = {"peers": _peers(kept), "aims": _aims(kept)}
    if kept["sizes"]:
        made["sizes"] = _sizes(kept)
    if "cold" in kept:
        made["cold"] = _cold(kept)
    return made


def page(kept: Mapping[str, Any]) -> str:
    """Return the name of the page that a run belongs on, and of the folder beside it with its plots."""
    return "performance-without-vnni" if without_vnni(kept) else "performance"


def _peers(kept: Mapping[str, Any]) -> str:
    figures = kept["figures"]
    titles = list(figures)
    rows = [[name, *(shown(name, figures[one][name]) for one in titles)] for name in _names(figures)]
    told = (
        f"{kept['date']}, {kept['processor']}. {kept['articles']:,} articles of {kept['characters']:,} "
        f"characters together, {kept['questions']} questions, {_rounds(kept)}."
    )
    left = [f"Left out: {title}. {why}" for title, why in kept["left out"].items()]
    versions = [f"{title}: {', '.join(used)}." for title, used in kept["versions"].items() if title in titles]
    return "\n".join([drawn(["", *titles], rows), "", told, *versions, *left, ""])


def _names(figures: Mapping[str, Mapping[str, float | None]]) -> list[str]:
    """Return the figures that somebody has."""
    every = dict.fromkeys(name for one in figures.values() for name in one)
    return [name for name in every if any(one.get(name) is not None for one in figures.values())]


def _sizes(kept: Mapping[str, Any]) -> str:
    rows = [
        [f"{size['passages']:,}", title, *(shown(name, figures[name]) for name in _MADE_OF)]
        for size in kept["sizes"]
        for title, figures in size["figures"].items()
    ]
    told = f"{kept['date']}, {kept['processor']}, {_rounds(kept)}; added once at each size."
    pictures = [f"![{title}]({page(kept)}/{name}.svg)" for name, title in PLOTS.items()]
    left = [
        f"Left out at {size['passages']:,}: {title}. {why}"
        for size in kept["sizes"]
        for title, why in size["left out"].items()
    ]
    head = ["passages", "", *_MADE_OF]
    return "\n".join([drawn(head, rows), "", told, *left, "", *pictures, ""])


def _aims(kept: Mapping[str, Any]) -> str:
    rows = []
    for aim in aims(kept):
        bound = f"{'≤' if aim.at_most else '≥'} {_written(aim, aim.bound)}"
        rows.append([aim.figure, bound, _written(aim, aim.measured), "yes" if aim.reached else "**no**"])
    told = f"{kept['date']}, {kept['processor']}, {_rounds(kept)}."
    return "\n".join([drawn(["", "to reach", "measured", "reached"], rows), "", told, ""])


def _written(aim: Aim, value: float) -> str:
    if aim.unit == "%":
        return f"{value:.0%}"
    return f"{value:,.0f} MB" if aim.unit == " MB" else f"{value:.3g}{aim.unit}"


def _cold(kept: Mapping[str, Any]) -> str:
    passages = kept["sizes"][0]["passages"]
    rows = [[name, shown(name, value)] for name, value in kept["cold"].items()]
    head = ["processor", kept["processor"]], ["passages", f"{passages:,}"]
    told = f"{kept['date']}, {_rounds(kept)}."
    return "\n".join([drawn(["", ""], [*head, *rows]), "", told, ""])


def _rounds(kept: Mapping[str, Any]) -> str:
    return "one round" if kept["rounds"] == 1 else f"medians of {kept['rounds']} rounds"


def shown(name: str, value: float | None) -> str:
    """Write a figure as its name wants it."""
    if value is None:
        return "-"
    if name.startswith("share"):
        return f"{value:.0%}"
    if name.startswith(_SHARES):
        return f"{value:.3f}"
    return f"{value:,.2f}" if value < 10 else f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def drawn(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown, its figures to the right."""
    sides = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, sides, *rows))
