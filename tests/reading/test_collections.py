import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading.sources import read

Save = Callable[[str, str | bytes], str]
FERRY = {
    "text": "The ferry sails again.\r\n",
    "url": "https://skelby.example/ferry",
    "title": "Ferry  sails\nagain",
    "outlet": "The Skelby Times",
    "author": "Nora Lee",
    "published": "2025-11",
    "modified": "2025-11-18T06:30:00Z",
    "language": "en-GB",
    "section": 4,
}


def test_a_line_of_json_is_an_article_with_all_that_it_says(save: Save) -> None:
    path = save("a.jsonl", json.dumps(FERRY) + "\n")
    assert list(read(path)) == [
        Draft(
            text="The ferry sails again.",
            source=f"{path}:1",
            url="https://skelby.example/ferry",
            title="Ferry sails again",
            outlet="The Skelby Times",
            author="Nora Lee",
            published=PartialDate(2025, 11),
            modified=PartialDate(2025, 11, 18),
            language="en",
        )
    ]


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (b'{"text": "De pont', "Line 3 is not valid JSON"),
        (b'["De pont"]', "Line 3 is not a JSON object"),
        (b"[" * 100_000, "Line 3 is not valid JSON"),
        (b'{"title": "Pont"}', "Line 3: `text` is missing"),
        (b'{"text": "  "}', "Line 3: `text` is missing"),
        (b'{"text": 7}', "Line 3: `text` must be text"),
        (b'{"text": "De pont.", "title": ["a"]}', "Line 3: `title` must be text"),
        (b'{"text": "De pont.", "published": "soon"}', "Line 3: The published date `soon`"),
        (b'{"text": "De pont.", "url": "pont"}', "Line 3: `pont` is not a web address"),
        (b'{"text": "De pont.", "language": "??"}', "Line 3: `??` is not a language"),
        (b"\x00\x01\x02\x03", "It is not text"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_kept(save: Save, broken: bytes, sentence: str) -> None:
    good = b'{"text": "De pont vaart.", "title": null}'
    path = save("a.jsonl", b"\xef\xbb\xbf" + good + b"\r\n\n" + broken + b"\n" + good)
    first, error, last = read(path)
    assert isinstance(first, Draft)
    assert isinstance(last, Draft)
    assert isinstance(error, SourceUnreadable)
    assert (error.source, last.source) == (f"{path}:3", f"{path}:4")
    assert str(error).startswith(sentence)


def test_half_a_surrogate_pair_in_json_can_still_be_stored(save: Save) -> None:
    (draft,) = read(save("a.jsonl", '{"text": "De pont \\ud83d vaart."}'))
    assert isinstance(draft, Draft)
    assert draft.text.encode() == b"De pont  vaart."


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(save: Save) -> None:
    first, second = read(save("a.jsonl", b'{"text": "' + b"a" * 20_000_000 + b'"}\n{"text": "De pont."}\n'))
    assert "Line 1 is over 20 MB" in str(first)
    assert isinstance(second, Draft)


def test_a_folder_is_read_in_order_and_its_bad_files_are_told_each(save: Save, tmp_path: Path) -> None:
    save("b/pont.txt", "De pont vaart.")
    save("a.md", "# Brug\n\nDe brug is open.")
    save("b/empty.txt", "")
    save("b/plan.docx", b"PK\x03\x04")
    save("b/two.jsonl", '{"text": "Een."}\n{}\n')
    save(".hidden.txt", "Niet lezen.")
    save(".git/also.txt", "Niet lezen.")
    (tmp_path / "b" / "circle").symlink_to(tmp_path)
    found = {Path(each.source).name: type(each) for each in read(str(tmp_path))}
    assert list(found.items()) == [
        ("a.md", Draft),
        ("empty.txt", SourceUnreadable),
        ("plan.docx", SourceUnreadable),
        ("pont.txt", Draft),
        ("two.jsonl:1", Draft),
        ("two.jsonl:2", SourceUnreadable),
    ]


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    (error,) = read(str(tmp_path))
    assert "no articles" in str(error)
    assert isinstance(error, SourceUnreadable)
