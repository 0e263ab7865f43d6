"""Choosing the sentence that answers before the one that only names the topic."""

from __future__ import annotations

import numpy as np
import pytest

from bot.assembly import Desk
from corpus.filters import Filters
from retrieval import quoting
from retrieval.answering import WEIGHED
from retrieval.embedding import Embedder
from retrieval.kept_vectors import KeepingEmbedder
from retrieval.quoting import Quote
from retrieval.weighing.asking import Asking, asking, asking_words
from retrieval.weighing.offering import Offering, offered
from tests.retrieval.newsroom import add, draft, three

HARBOUR = (
    "The new harbour master of Oosterzijl starts in June. "
    "The port picked Ingrid Vaalman from sixty candidates. "
    "She keeps her office above the fish market in Saltmarsh. "
    "Her predecessor left because the nights on call had worn him out."
)


def weighed(desk: Desk, question: str) -> list[Quote]:
    return quoting.weighed(desk.search.find(question, WEIGHED, Filters()), desk.embedder)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who was picked as harbour master?", "Ingrid Vaalman"),
        ("Wie werd er uit de kandidaten gekozen?", "Ingrid Vaalman"),
        ("Where does the harbour master keep her office?", "Saltmarsh"),
        ("Why did the last harbour master of Oosterzijl leave?", "worn him out"),
        ("Hoeveel mensen wilden havenmeester worden?", "sixty"),
        ("When does the new harbour master start?", "June"),
    ],
)
def test_the_sentence_that_answers_goes_before_the_one_that_names_the_topic(
    desk: Desk, question: str, answer: str
) -> None:
    three(desk)
    add(desk, [draft(HARBOUR, "harbour", "2026-02-01", title="A new harbour master for Oosterzijl")])
    assert answer in weighed(desk, question)[0].text


def test_every_sentence_of_the_best_passages_is_weighed_once_the_best_first(desk: Desk) -> None:
    three(desk)
    quotes = weighed(desk, "How long is the bridge?")
    assert len({(one.article.id, one.span) for one in quotes}) == len(quotes) == 9
    scores = [one.score for one in quotes]
    assert scores == sorted(scores, reverse=True)
    assert all(-1 <= one.merits.dense <= 1 and 0 <= one.merits.coverage <= 1 for one in quotes)


def test_a_sentence_is_weighed_in_its_passage(desk: Desk) -> None:
    add(
        desk,
        [
            draft("The bridge over the Drost was opened. It is 412 metres long.", "bridge", title="Bridge"),
            draft("The quay of Saltmarsh was closed. It is 412 metres long.", "quay", title="Quay"),
        ],
    )
    first, second = (one for one in weighed(desk, "How long is the bridge?") if "412" in one.text)
    assert first.article.draft.title == "Bridge"
    assert first.merits.dense > second.merits.dense


def test_a_sentence_far_down_an_article_is_read_where_it_stands(desk: Desk) -> None:
    before = " ".join(["The council spoke about the trees along the road for another hour."] * 13)
    add(desk, [draft(f"{before}\n\n{HARBOUR}", "long", title="Council")])
    best, *_ = weighed(desk, "Who was picked as harbour master?")
    assert best.span.start > len(before)
    assert "Ingrid Vaalman" in best.text
    assert best.merits.words > 0.5


@pytest.mark.parametrize(
    ("question", "asked", "word", "following"),
    [
        ("When does it start?", Asking.WHEN, "When", " does"),
        ("In welk jaar begon het?", Asking.WHEN, "welk", " jaar"),
        ("Hoe lang duurt het?", Asking.HOW_LONG, "Hoe", " lang"),
        ("How many packs are there?", Asking.HOW_MANY, "How", " many"),
        ("Hoeveel roedels zijn er?", Asking.HOW_MANY, "Hoeveel", " roedels"),
        ("Hoeveel kost de overtocht?", Asking.HOW_MUCH, "Hoeveel", " kost"),
        ("What does the ferry cost?", Asking.HOW_MUCH, "What", " does"),
        ("Waardoor kwam dat?", Asking.WHY, "Waardoor", " kwam"),
        ("Welke wethouder vond dat?", Asking.WHO, "Welke", " wethouder"),
        ("In which city was she born?", Asking.WHERE, "which", " city"),
        ("Which nightclub was shut?", None, "Which", " nightclub"),
        ("And what?", None, "what", ""),
    ],
)
def test_what_a_question_asks_for(question: str, asked: Asking | None, word: str, following: str) -> None:
    assert asking(question) is asked
    found = asking_words(question)
    assert found is not None
    assert (question[found.start : found.end], question[found.end : found.end_of_next]) == (word, following)


def test_a_question_without_a_word_of_asking_asks_for_anything() -> None:
    assert asking("Waardermonde 2026") is None
    assert asking_words("Waardermonde 2026") is None


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("Then Ingrid Vaalman was picked.", "en", {Offering.NAME, Offering.PERSON}),
        ("Toen werd het Oosterzijl.", "nl", set()),
        ("Zij woont in Saltmarsh.", "nl", {Offering.NAME, Offering.PLACE}),
        ("It opened on 3 May 2024.", "en", {Offering.NUMBER, Offering.DATE, Offering.NAME}),
        ("Het kost 495 duizend roebel.", "nl", {Offering.NUMBER, Offering.AMOUNT}),
        ("In 2019 nobody came.", "en", set()),
        ("Dat kwam doordat het regende.", "nl", {Offering.REASON}),
        ("", "en", set()),
    ],
)
def test_what_a_sentence_offers_beyond_the_question(
    sentence: str, language: str, expected: set[Offering]
) -> None:
    assert offered(sentence, "Wat gebeurde er in Oosterzijl in 2019?", language) == expected


def test_a_read_text_has_a_vector_for_every_word_in_its_context(embedder: Embedder) -> None:
    text = "De bank leende geld. Zij zat op een bank in het park."
    (read,) = embedder.read([text])
    assert "".join(text[start:end] for start, end in zip(read.starts, read.ends, strict=True)) == "".join(
        text.split()
    )
    assert read.vectors.shape == (len(read.starts), embedder.identity.dimensions)
    money, park = (read.vectors[read.within(at, at + 4)][0] for at in (3, 40))
    assert not np.allclose(money, park, atol=0.05)
    assert np.allclose(np.linalg.norm(read.units, axis=1), 1.0, atol=1e-5)


def test_the_words_of_a_text_together_stand_for_it(embedder: Embedder) -> None:
    text = "Beekeepers in Marrowdale have lost a third of their colonies."
    (read,), (vector,) = embedder.read([text]), embedder.embed([text])
    mean = read.vectors.mean(axis=0)
    assert mean @ vector / np.linalg.norm(mean) > 0.95


def test_a_word_meets_its_translation(embedder: Embedder) -> None:
    question, passage = embedder.read(["bridge", "De burgemeester opende de brug met een kus."])
    best = int((question.units @ passage.units.T)[0].argmax())
    assert (passage.starts[best], passage.ends[best]) == (26, 30)


def test_an_empty_text_is_read_as_nothing(embedder: Embedder) -> None:
    (read,) = embedder.read([""])
    assert len(read.starts) == len(read.vectors) == 0


def test_texts_that_were_read_are_kept_up_to_so_many_words(embedder: Embedder) -> None:
    keeping = KeepingEmbedder(embedder, most=20)
    one, again = keeping.read(["The ferry.", "The ferry."])
    assert one is again
    assert keeping.read(["The ferry."])[0] is one
    keeping.read(["So many other words follow that nothing of the first text can be kept beside them all."])
    assert keeping.read(["The ferry."])[0] is not one
