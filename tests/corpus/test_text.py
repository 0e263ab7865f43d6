import pytest

from corpus.text import normalise


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("gemeente\u200braad", "gemeenteraad"),
        ("kin\u200dder\u2060op\u00advang", "kinderopvang"),
        ("\ufeffDe\u200e brug\u200f\u202c", "De brug"),
        ("e\u200b\u0301\u00e9n", "\u00e9\u00e9n"),
        ("gemeente\u00ad\nraad", "gemeenteraad"),
    ],
)
def test_characters_without_width_leave_the_words_whole(raw: str, kept: str) -> None:
    assert normalise(raw) == kept == normalise(kept)


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d💻",
        "❤\ufe0f\u200d🔥",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u05e9\u05dc\u05d5\u05dd\u200f!",
    ],
)
def test_they_stay_where_a_script_or_a_sign_needs_them(text: str) -> None:
    assert normalise(text) == text
