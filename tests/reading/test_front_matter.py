from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.reading.fields import Fields
from corpus.reading.headers import split

DAY = PartialDate(2023, 9, 4)
BODY = "De raad besloot dinsdag om de brug te sluiten."


def stated(block: str, fence: str = "---") -> Fields:
    found, rest = split(f"{fence}\n{block}\n{fence}\n{BODY}")
    assert rest == BODY
    return found


@pytest.mark.parametrize(
    "title",
    [
        ">-\n  Raad sluit\n  de brug",
        '"Raad sluit\\u0020de brug"',
        "'Raad sluit de brug'",
        "!important Raad sluit de brug",
    ],
)
def test_a_title_is_read_as_yaml_writes_it(title: str) -> None:
    assert stated(f"title: {title}\ndate: 2023-09-04") == Fields(title="Raad sluit de brug", published=DAY)


def test_escaped_quotation_marks_are_shown_as_marks() -> None:
    assert stated('title: "Raad: \\"brug dicht\\""').title == 'Raad: "brug dicht"'


@pytest.mark.parametrize(
    "line", ["Raad: brug dicht", "@raad: brug", "[Raad] brug dicht", "*Raad* brug dicht"]
)
def test_a_title_that_is_no_yaml_is_read_as_it_stands(line: str) -> None:
    assert stated(f"title: {line}\nauthors:\n  - Sanne de Wit\ndate: 2023-09-04") == Fields(
        title=line, author="Sanne de Wit", published=DAY
    )


@pytest.mark.parametrize(
    "authors",
    [
        "author: Sanne de Wit, Bram Kolk",
        "authors: [Sanne de Wit, 'Bram Kolk']",
        "authors:\n- Sanne de Wit\n- Bram Kolk",
        "authors:\n  - name: Sanne de Wit\n    email: s@krant.example\n  - name: Bram Kolk",
        'author:\n  - "[[Sanne de Wit]]"\n  - "[[mensen/bram|Bram Kolk]]"',
        "author:\n  - [[Sanne de Wit]]\n  - Bram Kolk <bram@krant.example>",
    ],
)
def test_authors_are_named_in_every_form_that_they_are_listed_in(authors: str) -> None:
    assert stated(authors) == Fields(author="Sanne de Wit, Bram Kolk")


def test_keys_inside_another_are_not_the_articles_own() -> None:
    image = "image:\n  title: Foto\n  author: Jan Fotograaf\nmenu: {url: 'https://menu.example/x', date: 1}"
    assert stated(f"title: Brug dicht\n{image}") == Fields(title="Brug dicht")


def test_a_date_inside_a_block_of_text_is_no_date() -> None:
    assert stated("description: |\n  date: 1999-01-01\ndate: 2023-09-04T18:32:00Z") == Fields(published=DAY)


def test_a_path_within_the_makers_own_site_is_no_address() -> None:
    assert stated("title: Brug dicht\nurl: /2023/09/brug/\npermalink: brug/dicht") == Fields(
        title="Brug dicht"
    )


def test_a_clipped_page_gives_its_address() -> None:
    clipped = (
        'title: Brug\nsource: "https://krant.example/a"\npublished: "[[2023-09-04]]"\ncreated: 2024-01-01'
    )
    assert stated(clipped) == Fields(title="Brug", url="https://krant.example/a", published=DAY)
    assert stated('source: "[De Krant](https://krant.example/a)"') == Fields(
        outlet="De Krant", url="https://krant.example/a"
    )


def test_toml_is_read_with_its_dates_and_without_its_tables() -> None:
    block = (
        'title = "Brug"\ndate = 2023-09-04T18:32:00+02:00\nauthors = ["Sanne de Wit"]\n[params]\nauthor = "X"'
    )
    assert stated(block, "+++") == Fields(title="Brug", published=DAY, author="Sanne de Wit")
    assert stated('title = "1984"\nauthor = {name = "Sanne de Wit"}', "+++") == Fields(
        title="1984", author="Sanne de Wit"
    )


def test_json_is_read_as_the_others_are() -> None:
    block = '{"title": "Brug dicht", "date": "2023-09-04", "authors": ["Sanne de Wit"], "draft": false}'
    assert split(f"{block}\n{BODY}")[0] == Fields(title="Brug dicht", published=DAY, author="Sanne de Wit")
    assert split(f"{{brug}} {BODY}")[0] == Fields()


def test_a_remark_behind_a_date_or_language_is_no_part_of_it() -> None:
    assert stated("date: 2023-09-04 18:32:00 Europe/Amsterdam\nlang: Nederlands (NL)") == Fields(
        published=DAY, language="nl"
    )


def test_front_matter_of_programs_alone_leaves_the_text() -> None:
    assert stated("layout: post\ntags: [brug, raad]\nlast_modified_at: 2023-09-04") == Fields(modified=DAY)
    assert stated("layout: post\ndraft: false") == Fields()


@pytest.mark.parametrize("value", ["no", "1.10", "2023", "null and void", "0x10"])
def test_a_title_is_words_whatever_type_yaml_would_make_of_it(value: str) -> None:
    assert stated(f"title: {value}").title == value


def test_nothing_in_front_matter_is_run_or_grows() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    bomb = "\n".join([*rows, "authors: [*a11, *a11]", "title: Brug dicht"])
    assert stated(bomb) == Fields(title="Brug dicht")
    assert stated("title: !!python/object/apply:os.getcwd []\nauthor: Sanne de Wit").author == "Sanne de Wit"
    assert stated("title: Brug dicht\ndeep: " + "[" * 3_000) == Fields(title="Brug dicht")
    assert stated("title: Brug dicht\nauthors: &a [Sanne de Wit, *a]").title == "Brug dicht"


def test_dashes_around_prose_are_no_front_matter() -> None:
    for text in ("---\nNota: de brug is dicht.\n---\nTekst.", "+++\nDe brug is dicht.\n+++\nTekst."):
        assert split(text) == (Fields(), text)


def test_a_note_of_a_vault_becomes_an_article(
    save: Callable[[str, str | bytes], str], article: Callable[[str], Draft]
) -> None:
    draft = article(
        save("a.md", f"---\ntitle: Brug dicht\nauthor:\n  - '[[Sanne de Wit]]'\n---\n# Brug dicht\n{BODY}")
    )
    assert (draft.title, draft.author, draft.text) == ("Brug dicht", "Sanne de Wit", BODY)
