"""Having ready what the first question would wait for: the counts, and the places of the commonest words."""

from collections.abc import Callable

from corpus.catalogue import articles, browsing, kept, vocabulary
from corpus.catalogue.connection import Catalogue

_COMMONEST = 200  # words: some of them stand in every question


def warm_counts(catalogue: Catalogue) -> None:
    """Count what every search needs, or bring it up to date.

    Raises:
        CatalogueUnusable: the database does not do its work.
    """
    with catalogue.reading() as connection:
        vocabulary.statistics(connection, [], None)
        articles.languages(connection, None)
        browsing.outlets(connection, None)
        kept.meet(connection, None)


def warm_words(catalogue: Catalogue, stopped: Callable[[], bool]) -> None:
    """Read the places of the commonest words, where they are kept, each in a visit of its own.

    So no question waits for more than one of them, and none of them is held against writers.

    Raises:
        CatalogueUnusable: the database does not do its work.
    """
    with catalogue.reading() as connection:
        commonest = vocabulary.commonest(connection, _COMMONEST)
    for term in commonest:
        if stopped():
            return
        with catalogue.reading() as connection:
            kept.meet(connection, term)
