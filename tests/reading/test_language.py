import subprocess
import sys

import pytest

from corpus.language import code, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De gemeente meldde zondag dat de brug tot mei dicht blijft.", "nl"),
        ("The council said on Monday that the bridge stays closed until May.", "en"),
        ("Die Regierung hat am Montag ein neues Gesetz über die Häfen beschlossen.", "de"),
        ("Het is een mooie dag", None),
        ("Amsterdam Barcelona Toronto Madrid Milano", None),
        ("12 345 678 — 90", None),
        ("", None),
    ],
)
def test_a_language_is_told_where_there_is_enough_text(text: str, language: str | None) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("written", "language"), [("nl", "nl"), ("EN-gb", "en"), ("nl_NL", "nl"), ("Engels", "en"), ("qqq", None)]
)
def test_a_language_is_understood_as_people_write_it(written: str, language: str | None) -> None:
    assert code(written) == language


def test_importing_the_reading_loads_no_foreign_library() -> None:
    heavy = {"httpx", "trafilatura", "pypdfium2", "py3langid", "numpy", "lxml", "charset_normalizer"}
    asked = f"import sys, corpus.reading.sources; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
