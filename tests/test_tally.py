from pathlib import Path

from tests import tally

DOCUMENT = (
    "# Kills\n\n<!-- tally kills -->\nnothing yet\n<!-- /tally -->\n\n<!-- tally other -->\n<!-- /tally -->\n"
)


def test_what_was_counted_last_stands_in_the_place_of_its_table(tmp_path: Path) -> None:
    tally.note("kills", {"act": "add"}, {"kills": 3, "lost": 1, "longest, s": 2.0}, tmp_path)
    tally.note("kills", {"act": "undo"}, {"kills": 1200, "lost": 0, "longest, s": 1.5}, tmp_path)
    tally.note("kills", {"act": "add"}, {"kills": 5, "lost": 0, "longest, s": 0.5}, tmp_path)
    lines = tally.written(DOCUMENT, tmp_path).splitlines()
    assert lines[4:9] == [
        "| act | kills | lost | longest, s |",
        "| --- | ---: | ---: | ---: |",
        "| add | 5 | 0 | 0.5 |",
        "| undo | 1,200 | 0 | 1.5 |",
        "|  | **1,205** | **0** | **1.5** |",
    ]
    assert lines[10].startswith("20")
    assert "cores" in lines[10]
    assert lines[-2:] == ["<!-- tally other -->", "<!-- /tally -->"]
    assert tally.written("\n".join(lines), tmp_path) == "\n".join(lines)
