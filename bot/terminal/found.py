"""Passages and answers on the terminal."""

from collections.abc import Sequence

from rich.text import Text

from bot.languages_read import LANGUAGES, languages_read
from bot.marks import marks
from bot.telling.abstention_sentence import abstention as sentence
from bot.terminal.console import output, print_parts, print_text
from bot.terminal.quoted import print_quoted
from bot.terminal.remarks import cautious, noticed, print_remarks
from bot.terminal.words import TERMINAL, spoken
from bot.wordings import wordings
from corpus.article import Article
from retrieval.phrasing.streamed import is_phrased
from retrieval.search.results import Answer, Citation, Hit


class Shown:
    """What a terminal shows of an answer that still grows."""

    def __init__(self) -> None:
        self._text = ""

    def show(self, answer: Answer) -> None:
        """Show the sentences that have come since the last time."""
        print_text(answer.text[len(self._text) :].strip())
        self._text = answer.text

    def all_of(self, answer: Answer) -> bool:
        """Tell whether the terminal shows the whole text; where quotations replaced it, say so."""
        if self._text and self._text != answer.text:
            output().print(f"{TERMINAL.of(spoken(answer.question)).quotations_instead}\n", style="dim")
        return bool(self._text) and self._text == answer.text


def print_hits(hits: Sequence[Hit], language: str | None, *, explain: bool) -> None:
    """Print passages with their sources; with `explain`, every part of their scores.

    `language` is that of the question.
    """
    if not hits:
        output().print(TERMINAL.of(language).no_passage)
    for hit in hits:
        output().print(Text.assemble((f"{hit.rank}. ", "bold"), (described(hit.article), "cyan")))
        if explain:
            parts = ", ".join(f"{name} {value:.4f}" for name, value in hit.scores.items())
            output().print(f"   score {hit.score:.4f}: {parts}", style="dim")
        _print_marks(hit.article, language)
        _print_indented(hit.text)
        output().print()


def print_answer(answer: Answer, *, told: bool = False) -> None:
    """Print an answer with its sources, or an abstention with the nearest passages.

    `told`: its text stands on the terminal already.
    """
    language = spoken(answer.question)
    words = TERMINAL.of(language)
    if answer.abstained:
        output().print(abstention(answer), style="bold")
        if answer.nearest:
            output().print(f"{words.nearest}\n", style="dim")
            print_hits(answer.nearest, language, explain=False)
    else:
        _print_quotations(answer, told=told)
    print_remarks(answer)
    # What `newsdesk explain` goes by.
    output().print(f"{words.answer} {answer.id}", style="dim")


def described(article: Article) -> str:
    """Return outlet, date and title of an article, as far as they are known."""
    draft = article.draft
    origin = ", ".join(str(part) for part in (draft.outlet, draft.published) if part)
    return ": ".join(part for part in (origin, draft.title) if part) or draft.source


def _print_quotations(answer: Answer, *, told: bool) -> None:
    quoted = wordings(answer)
    if is_phrased(answer) or not answer.answers:
        _print_said(cautious(quoted, spoken(answer.question)), "" if told else answer.text)
    for one in quoted:
        if one.reply is not None:
            print_quoted(one, answer.language, spoken(answer.question))
    for citation in answer.citations:
        _print_source(citation, spoken(answer.question))
        _print_marks(citation.article, spoken(answer.question), kind=False)


def _print_said(caution: str, text: str) -> None:
    if caution:
        output().print(caution)
    print_text(f"{text}\n" if text else "")


def _print_source(citation: Citation, language: str | None) -> None:
    output().print(Text.assemble((f"[{citation.number}] ", "bold"), (described(citation.article), "cyan")))
    if citation.notice:
        _print_indented(noticed(citation.notice, language), by=4)
    if citation.link:
        # Never broken over lines, so that it can be clicked and copied.
        output().print(f"    {citation.link}", style="dim", soft_wrap=True)


def _print_marks(article: Article, language: str | None, *, kind: bool = True) -> None:
    told = marks(article.draft, language, kind=kind)
    if told:
        print_parts([(f"({told})", "yellow")], by=4)


def _print_indented(text: str, by: int = 3) -> None:
    print_parts([(text, "")], by)


def abstention(answer: Answer) -> str:
    """Return that nothing answers, with the names that no article mentions or the languages that are read."""
    dutch = spoken(answer.question) == "nl"
    # The English sentence was remembered with the answer: what it is about is not.
    said = sentence(answer.unknown, answer.unread, "nl") if dutch else answer.text
    return f"{said}\n{languages_read(answer.unread)}" if answer.unread in LANGUAGES else said
