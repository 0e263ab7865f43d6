"""A fact deep in a long article is found, in the language of the article and in the other one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

import pytest

from bot.assembly import Desk
from corpus.filters import Filters
from retrieval.models.embedding import Embedder
from retrieval.models.reader import Reader
from tests.conftest import NewStores
from tests.retrieval.newsroom import add, draft
from tests.stores import desk_in

WORDS = 20_000
FACTS = (
    (
        "Burgemeester Hilde Vrolink trad af omdat zij haar reiskosten niet kon verantwoorden.",
        "Waarom trad Hilde Vrolink af?",
        "Why did Hilde Vrolink resign?",
        "reiskosten",
    ),
    (
        "De boete voor zwerfvuil is verhoogd naar 150 euro.",
        "Hoe hoog is de boete voor zwerfvuil?",
        "How high is the fine for litter?",
        "150 euro",
    ),
    (
        "De veerboot naar Schierhoek is uitgevallen door een defecte motor.",
        "Waarom is de veerboot naar Schierhoek uitgevallen?",
        "Why was the ferry to Schierhoek cancelled?",
        "defecte motor",
    ),
    (
        "Het nieuwe ziekenhuis in Kromwijk krijgt 410 bedden.",
        "Hoeveel bedden krijgt het ziekenhuis in Kromwijk?",
        "How many beds will the hospital in Kromwijk have?",
        "410",
    ),
)
_WHO = ("De wethouder", "De gemeenteraad", "Een groep bewoners", "Het waterschap", "De schoolleiding")
_DID = ("besprak", "bezocht", "prees", "onderzocht", "beschreef", "verdedigde", "tekende")
_WHAT = ("het nieuwe plan", "de oude haven", "de begroting", "het wandelpad", "de dijk", "de molen")
_HOW = ("op een regenachtige dag", "na veel overleg", "zonder tegenstemmen", "voor de derde keer")


def long_text() -> str:
    sayings = zip(cycle(_WHO), cycle(_DID), cycle(_WHAT), cycle(_HOW), strict=False)
    sentences = (" ".join(parts) + "." for parts in sayings)
    paragraphs = [list(islice(sentences, 12)) for _ in range(WORDS // 105)]
    for place, (fact, *_) in enumerate(FACTS, start=1):
        paragraphs[place * len(paragraphs) // (len(FACTS) + 1)].insert(6, fact)
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


@pytest.fixture(scope="module")
def chronicle(
    embedder: Embedder, reader: Reader, new_stores: NewStores, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """A desk with that article; tests ask it and leave it as it is."""
    desk = desk_in(tmp_path_factory.mktemp("chronicle"), new_stores())
    desk.embedder, desk.reader = embedder, reader
    text = long_text()
    assert len(text.split()) >= WORDS
    title, outlet = "Een jaar in de streek", "De Waterbode"
    add(desk, [draft(text, "year", "2025-05-05", title=title, outlet=outlet, language="nl")])
    yield desk
    desk.close()


def test_an_english_question_is_answered_from_a_long_dutch_article_as_a_dutch_one_is(chronicle: Desk) -> None:
    for _, dutch, english, words in FACTS:
        for question in (dutch, english):
            assert words in chronicle.answerer.consider(question, Filters()).answer.text, question


@pytest.mark.parametrize(
    "question",
    [
        "Why did Joris Haverkamp resign?",
        "How high is the fine for smoking?",
        "How many beds has the barracks?",
    ],
)
def test_looking_closer_finds_no_answer_where_there_is_none(chronicle: Desk, question: str) -> None:
    assert chronicle.answerer.consider(question, Filters()).answer.abstained
