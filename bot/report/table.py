"""Tables of a page: they name their columns and rows, and scroll by themselves where they are wide."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.report.markup import element


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    """Return a table whose first column names the rows; a narrow window scrolls it, by keyboard too."""
    head = element("tr", *(element("th", name, scope="col") for name in columns))
    body = [
        element("tr", element("th", name, scope="row"), *(element("td", cell) for cell in cells))
        for name, *cells in rows
    ]
    made = element("table", element("caption", caption), element("thead", head), element("tbody", *body))
    return element("div", made, class_="wide", tabindex=0, role="region", aria_label=caption)
