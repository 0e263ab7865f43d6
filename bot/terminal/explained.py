"""How an answer came about, on the terminal."""

from collections.abc import Sequence

from bot.terminal.console import output, print_table
from bot.terminal.found import described, print_answer
from bot.terminal.words import TERMINAL, TerminalWords, spoken
from corpus.catalogue.answers import narrowing
from corpus.filters import Filters
from retrieval.answering.explaining import Explanation
from retrieval.search.results import Hit


def print_explanation(explained: Explanation) -> None:
    """Print the question as it was understood, how sure the answer was, the answer, and what was weighed."""
    answer = explained.answer
    words = TERMINAL.of(spoken(answer.question))
    sure, threshold = f"{answer.confidence:.2f}", f"{explained.threshold:.2f}"
    output().print(answer.question, style="bold")
    told = {
        words.understood: explained.standalone,
        words.asked: explained.asked.strftime("%Y-%m-%d %H:%M UTC"),
        words.narrowed: _narrowed(explained.filters) or words.nothing,
        words.confidence: words.threshold.format(sure=sure, threshold=threshold),
    }
    for name, value in told.items():
        output().print(f"{name:>13}  {value}", style="dim")
    output().print()
    print_answer(answer)
    if explained.hits:
        output().print(f"\n{words.weighed}\n", style="dim")
        _print_weighed(explained.hits, words)


def _narrowed(filters: Filters) -> str:
    kept = narrowing(filters).items()
    return ", ".join(
        f"{name.replace('_', ' ')} {', '.join(value) if isinstance(value, list) else value}"
        for name, value in kept
    )


def _print_weighed(hits: Sequence[Hit], words: TerminalWords) -> None:
    parts = list(dict.fromkeys(name for hit in hits for name in hit.scores))
    rows = [
        (
            str(hit.rank),
            f"{hit.score:.4f}",
            *(f"{hit.scores[name]:.4f}" if name in hit.scores else "" for name in parts),
            hit.article.id,
            described(hit.article),
        )
        for hit in hits
    ]
    columns = ("", words.score, *parts, words.article, words.source)
    print_table(columns, rows, (*(0 for _ in columns[1:]), 1), named=True)
