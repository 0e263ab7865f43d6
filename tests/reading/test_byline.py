import pytest

from corpus.reading.byline import Byline, find


@pytest.mark.parametrize(
    ("text", "author", "outlet"),
    [
        (
            "Over de auteur\n\nJoost van der Meer is verslaggever van de Havenbode.",
            "Joost van der Meer",
            "de Havenbode",
        ),
        ("Over de auteurs\nAnna Smit is redacteur economie bij NRC. Zij woont in Riga.", "Anna Smit", "NRC"),
        ("Over de auteur\nAnna Smit is correspondent voor Rusland.", "Anna Smit", None),
        ("Over de auteur\nAnna Smit is correspondent voor de Skelbykrant.", "Anna Smit", "de Skelbykrant"),
        (
            "About the author\n\nNora Lee is a reporter at The Skelby Times, based in Hull.",
            "Nora Lee",
            "The Skelby Times",
        ),
        (
            "About the author\nJohn Smith is Moscow correspondent for The Guardian.",
            "John Smith",
            "The Guardian",
        ),
        ("About the author\nJane Doe is a professor at Leiden University.", "Jane Doe", None),
        ("Brug dicht\n\nDoor Sanne de Wit\n\nDe brug is dicht.", "Sanne de Wit", None),
        ("Brug dicht\n\nDoor Sanne de Wit en Bram Kolk | NOS\n\nDicht.", "Sanne de Wit en Bram Kolk", "NOS"),
        ("Ferry\n\nBy Nora Lee, The Skelby Times\n\nText.", "Nora Lee", "The Skelby Times"),
        ("By Nora Lee in London\n\nText.", "Nora Lee", None),
        ("KYIV (Reuters) - The talks went on.", None, "Reuters"),
        ("AMSTERDAM (ANP) – De treinen rijden.", None, "ANP"),  # noqa: RUF001 - as ANP typesets it
        ("By the time they came, Nora Lee had left.", None, None),
        ("Door de storm is de brug dicht.", None, None),
        ("De auteur is Jan Smit van de krant.", None, None),
        ("Over de auteur van dit boek is weinig bekend.", None, None),
    ],
)
def test_author_and_outlet_are_those_that_the_text_names(
    text: str, author: str | None, outlet: str | None
) -> None:
    assert find(text) == Byline(author, outlet)


def test_a_review_with_a_byline_is_not_by_the_author_of_the_book() -> None:
    text = (
        "De zee\n\nDoor Sanne de Wit\n\nMooi boek.\n\nOver de auteur\nPiet Bos is redacteur van de Havenbode."
    )
    assert find(text) == Byline("Sanne de Wit", None)
