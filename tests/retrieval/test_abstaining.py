"""An abstention says what it can: which names no article mentions, and which languages are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.assembly import Desk
from bot.telling.abstention_sentence import abstention
from corpus.filters import Filters
from retrieval.question.foreign_language import COMMON, foreign
from retrieval.search.results import Answer
from tests.retrieval.newsroom import BEES, BRIDGE, FERRY, add, draft

QUESTIONS = Path(__file__).parents[1] / "evaluation" / "questions.jsonl"
STORM = "Storm Bregje blew the roof off the church of Marrowdale on Sunday. Nobody was hurt."


@pytest.fixture
def stormy(desk: Desk) -> Desk:
    add(
        desk,
        [
            draft(STORM, "storm", "2025-11-03", title="Storm Bregje hits Marrowdale"),
            draft(FERRY, "ferry", "2025-05-21"),
            draft(BRIDGE, "bridge", "2024-02"),
            draft(BEES, "bees", "2023"),
        ],
    )
    return desk


def abstained(desk: Desk, question: str) -> Answer:
    answer = desk.answerer.ask(question, Filters())
    assert answer.abstained
    assert (answer.answers, answer.citations) == ((), ())
    return answer


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("What did storm Pippin blow off the church?", ("Pippin",)),
        ("Who is the mayor of Lindervoort?", ("Lindervoort",)),
        ("Why was the A12 near Lindervoort closed in 1987?", ("A12", "Lindervoort", "1987")),
        ("Who won the chess tournament?", ()),
    ],
)
def test_names_and_figures_that_no_article_mentions_are_told(
    stormy: Desk, question: str, strange: tuple[str, ...]
) -> None:
    answer = abstained(stormy, question)
    assert answer.unknown == strange
    assert all(name in answer.text for name in strange)


def test_a_name_that_an_article_mentions_is_not_called_unknown(stormy: Desk) -> None:
    assert abstained(stormy, "When was Bregje given a medal by the King of Norway?").unknown == (
        "King",
        "Norway",
    )


def test_what_was_found_instead_comes_with_the_abstention(stormy: Desk) -> None:
    answer = abstained(stormy, "What did storm Pippin do to the bakery in Lindervoort?")
    assert answer.nearest[0].article.draft.title == "Storm Bregje hits Marrowdale"


def test_what_is_answered_has_nothing_unknown_or_unread(stormy: Desk) -> None:
    answer = stormy.answerer.ask("How long is the new bridge over the Drost?", Filters())
    assert (answer.abstained, answer.unknown, answer.unread) == (False, (), None)


def test_an_empty_archive_mentions_no_name_and_says_only_that_it_does_not_know(desk: Desk) -> None:
    answer = abstained(desk, "Who is the mayor of Lindervoort?")
    assert (answer.unknown, answer.text) == ((), abstention((), None))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wie heißt der Bürgermeister von Lindervoort und seit wann?", "de"),
        ("Comment s'appelle le maire de Lindervoort et depuis quand ?", "fr"),
        ("¿Cómo se llama el alcalde de Lindervoort y desde cuándo?", "es"),
        ("Как зовут мэра Линдерворта и когда его избрали?", "ru"),  # noqa: RUF001 - Russian
    ],
)
def test_a_question_in_a_language_that_is_not_read_is_told_which_are(
    stormy: Desk, question: str, language: str
) -> None:
    answer = abstained(stormy, question)
    assert answer.unread == language
    assert "Dutch and English" in answer.text


def test_dutch_and_english_questions_are_not_taken_for_another_language() -> None:
    asked = [json.loads(line)["question"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    taken = [one for one in asked if foreign(one) is not None]
    assert len(asked) > 300
    assert len(taken) < len(asked) * 0.02


@pytest.mark.parametrize("question", ["", "?", "Bregje?", "Ferry 58", "Wie?"])
def test_too_few_words_are_of_no_language(question: str) -> None:
    assert foreign(question) is None


def test_the_language_is_told_before_the_names() -> None:
    assert abstention((), None) == "I do not know: no article that I have answers this."
    assert abstention(("Pippin", "A12"), None).endswith("mentions Pippin or A12.")
    assert "Pippin" not in abstention(("Pippin",), "de")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Warum ist die Brücke bei Lindervoort gesperrt?", "de"),
        ("Pourquoi le pont est-il fermé ?", "fr"),
        ("¿Cuánto cuesta el puente?", "es"),
        ("Quantas pessoas ficaram feridas no acidente?", "pt"),
        ("Quando riapre la scuola elementare?", "it"),
        ("Dlaczego most jest zamknięty?", "pl"),
        ("Köprü neden kapatıldı?", "tr"),  # noqa: RUF001 - Turkish
        ("لماذا أغلق الجسر؟", "ar"),
        ("Почему закрыт мост?", "ru"),
        ("Чому закритий міст?", "uk"),
    ],
)
def test_short_questions_in_ten_languages_are_known(question: str, language: str) -> None:
    assert language in COMMON
    assert foreign(question) == language


@pytest.mark.parametrize(
    "question",
    [
        "Wat zei Volodymyr Zelenskyj over Zaporizja?",
        "Wie is Recep Tayyip Erdoğan?",
        "Who is Luiz Inácio Lula da Silva?",
        "Did Przemysław Czarnek resign?",
        "Who is the CEO of Société Générale?",
        "Who wrote Cien años de soledad?",
        "Wat zei de trainer met “c'est la fête”?",
        "uitslag Galatasaray Fenerbahçe",
        "Wat betekent Москва?",
        "Is the Palácio do Planalto open?",
        "Waarom is de bridge bij Lindervoort closed?",
        "Hoe duur is een döner kebab in de Rue Neuve?",
        "hoezo dan",
        "Deutsche Bank?",
    ],
)
def test_names_and_foreign_words_in_a_question_do_not_make_it_another_languages(question: str) -> None:
    assert foreign(question) is None
