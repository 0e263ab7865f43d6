import json
from collections.abc import Callable

from corpus.article import Draft
from corpus.reading.fields import Fields, read
from corpus.reading.form import draft_of
from corpus.reading.sources import read as read_source


def test_an_address_for_an_outlet_is_the_address_of_the_article() -> None:
    assert read({"outlet": "https://krant.example/a"}) == Fields(url="https://krant.example/a")
    both = read({"outlet": "https://krant.example", "url": "https://krant.example/a"})
    assert both == Fields(url="https://krant.example/a")


def test_a_mail_address_is_no_part_of_a_name() -> None:
    assert read({"author": "Sanne de Wit <s@krant.example>, Bram Kolk"}).author == "Sanne de Wit, Bram Kolk"
    assert read({"author": "s@krant.example"}).author is None


def test_forms_and_lines_of_json_are_held_to_the_same(save: Callable[[str, str | bytes], str]) -> None:
    said = {
        "text": "De brug is dicht.",
        "outlet": "https://krant.example/a",
        "author": "Sanne de Wit (s@krant.example)",
    }
    (line,) = read_source(save("a.jsonl", json.dumps(said)))
    for draft in (line, draft_of(**said)):
        assert isinstance(draft, Draft)
        assert (draft.url, draft.outlet, draft.author) == ("https://krant.example/a", None, "Sanne de Wit")
