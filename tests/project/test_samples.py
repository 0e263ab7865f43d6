from __future__ import annotations

from pathlib import Path

import pytest

import corpus
from corpus.article import Draft
from corpus.reading.sources import read

FOLDER = Path(corpus.__file__).parent / "samples"
FILES = sorted(FOLDER.iterdir(), key=lambda file: file.name)
SAYS_SO = {"nl": ("voorbeeld", "newsdesk"), "en": ("sample", "newsdesk")}


def sample(file: Path) -> Draft:
    (draft,) = read(str(file))
    assert isinstance(draft, Draft), draft
    return draft


def test_sixty_ship_half_of_them_in_dutch_from_2022_to_2026() -> None:
    drafts = [sample(file) for file in FILES]
    assert len(drafts) >= 60
    dutch = sum(draft.language == "nl" for draft in drafts)
    english = sum(draft.language == "en" for draft in drafts)
    assert dutch + english == len(drafts)
    assert abs(dutch - english) <= 3
    years = {draft.published.year for draft in drafts if draft.published}
    assert years == {2022, 2023, 2024, 2025, 2026}
    assert len({draft.url for draft in drafts}) == len({draft.title for draft in drafts}) == len(drafts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_has_complete_headers_and_says_that_it_is_a_sample(file: Path) -> None:
    draft = sample(file)
    assert all((draft.title, draft.outlet, draft.author, draft.published, draft.language))
    assert str(draft.published).startswith(file.name[: len("2025-01")])
    assert draft.url is not None
    assert draft.url.startswith("https://samples.newsdesk.example/")
    last = draft.text.rsplit("\n\n", 1)[-1].casefold()
    assert all(word in last for word in SAYS_SO[draft.language or ""])


def test_one_carries_what_the_example_question_asks_for() -> None:
    (asked,) = [
        draft for draft in map(sample, FILES) if "495 duizend roebel, ongeveer 4.700 euro" in draft.text
    ]
    assert str(asked.published) == "2023-09"
    assert "190 duizend roebel per maand" in asked.text
