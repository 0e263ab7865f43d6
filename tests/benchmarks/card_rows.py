"""How many rows of a phone the cards of the own questions take: `python -m tests.benchmarks.card_rows [30]`.

Asks until so many are answered, and prints each card's rows with its question, the median and the worst.
"""

from __future__ import annotations

import itertools
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import corpus
from bot.assembly import Desk
from bot.discord.display.card import card, plain
from bot.discord.display.card_words import CARD
from bot.settings import settings_from
from corpus.dates import PartialDate
from corpus.filters import Filters
from corpus.reading.sources import read
from retrieval.lab.evaluating.questions import questions
from retrieval.search.results import Answer
from tests.small_discord.screen.phone import rows, rows_of

_OWN = Path(__file__).parents[1] / "evaluation" / "questions.jsonl"
_ASKED = PartialDate(2026, 11, 22)  # the day of questions that name none, as on the quality page


def main(most: int) -> None:
    """Measure and print."""
    counted: list[int] = []
    texts: list[int] = []
    for answer, language in itertools.islice(_answered(), most):
        words = CARD.of(language)
        counted.append(len(rows({"embeds": [card(answer, words).to_dict()]})))
        texts.append(len(rows_of(plain(answer, words))))
        articles = len({one.article.id for one in answer.citations})
        print(f"{counted[-1]:3} rows, {articles} articles: {answer.question}")  # noqa: T201 - a report
    for name, each in (("cards", counted), ("texts", texts)):
        print(f"{len(each)} {name}: median {statistics.median(each)}, worst {max(each)} rows")  # noqa: T201


def _answered() -> Iterator[tuple[Answer, str | None]]:
    """Yield the answers to the own questions, each with the language of its question."""
    asked = [replace(one, asked=one.asked or _ASKED) for one in questions(_OWN.read_bytes().splitlines())]
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(settings_from({"NEWSDESK_HOME": home}))
        try:
            list(desk.curator.add(read(str(Path(corpus.__file__).parent / "samples")), "operator"))
            for one in asked:
                answer = desk.answerer.ask(one.question, Filters(as_of=one.asked))
                if not answer.abstained:
                    yield answer, answer.language
        finally:
            desk.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
