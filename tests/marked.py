"""Tables that commands write into documents, each between `<!-- KIND NAME -->` and `<!-- /KIND -->`."""

from __future__ import annotations

import re
from collections.abc import Callable


def placed(document: str, kind: str, table: Callable[[str], str | None]) -> str:
    """Return a document with the tables of a kind that `table` gives for their names; others stay."""
    place = re.compile(rf"(<!-- {kind} (\S+) -->\n).*?(<!-- /{kind} -->)", re.DOTALL)

    def filled(found: re.Match[str]) -> str:
        given = table(found[2])
        return found[0] if given is None else f"{found[1]}\n{given.strip()}\n\n{found[3]}"

    return place.sub(filled, document)
