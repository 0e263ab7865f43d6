"""The opening lines of a text that state its article's fields."""

from corpus.reading.header_line import Said, opens_with_a_field, read, states_something_else


def split(text: str) -> tuple[dict[str, str], str]:
    """Return what the opening lines state, by field, and the text that is left.

    Blank lines may stand between them. A field is told by its first line: a second one is text.
    """
    lines = text.split("\n")
    values: dict[str, str] = {}
    above = False
    for number, line in enumerate(lines):
        below = "".join(lines[number + 1 : number + 2])
        said = _said(line, below, above=above)
        if said is None and line.strip() and not (above and _is_between(line, below)):
            return values, "\n".join(lines[number:])
        if said and _repeats(said, values):
            return values, "\n".join(lines[number:])
        if said and said.left:
            return said.values | values, "\n".join([line.rstrip()[-said.left :], *lines[number + 1 :]])
        values = (said.values if said else {}) | values
        above = bool(line.strip())
    return values, ""


def _said(line: str, below: str, *, above: bool) -> Said | None:
    if not line.strip():
        return None
    followed = _is_header(below)
    runs_on = below[:1].islower() and not followed and not opens_with_a_field(below)
    return read(line, beside=(above or followed) and not runs_on)


def _is_header(line: str) -> bool:
    return bool(line.strip()) and read(line, beside=False) is not None


def _is_between(line: str, below: str) -> bool:
    return states_something_else(line) and _is_header(below)


def _repeats(said: Said, values: dict[str, str]) -> bool:
    return said.values.keys() <= values.keys() and not said.values.items() <= values.items()
