"""The header that a text file may open with: what it says, and the text after it."""

from corpus.reading import fields, front_matter, header_lines
from corpus.reading.fields import Fields


def split(text: str) -> tuple[Fields, str]:
    """Return what the header of a text says and the text after it.

    A header is a front matter, or the opening lines that are `key: value` with a known key, or `date`
    and a date. A sentence that only begins as a header line does belongs to the text.

    Raises:
        fields.BadField: a header line holds something that its field cannot be.
    """
    matter = front_matter.split(text)
    if matter:
        return fields.read(matter[0]), matter[1]
    values, rest = header_lines.split(text)
    return (fields.read(values), rest) if values else (Fields(), text)
