"""The answers that a change would alter: each question with what is quoted now and then."""

from __future__ import annotations

from collections.abc import Sequence

from bot.discord.adding.words import AddingWords
from bot.discord.cards.escape import block_quote, inline
from bot.discord.cards.words import CardWords
from bot.discord.words import counted
from retrieval.rehearsal import ChangedAnswer
from retrieval.results import Answer

_QUESTION = 150
_SHOWN = 5
_LONGEST_QUOTE = 600


def changed_answers(
    changed: Sequence[ChangedAnswer], asked: int, words: AddingWords, card: CardWords, room: int
) -> str:
    """Return what would change of the `asked` last answers as Markdown of at most `room` characters.

    At most five answers are shown, fewer where they do not fit: quotes are never cut.
    """
    if not asked:
        return words.nothing_asked
    if not changed:
        return counted(words.nothing_changes, asked)
    heading = _heading(len(changed), asked, words)
    blocks = [_block(one, words, card) for one in changed[:_SHOWN]]
    every = (
        "\n\n".join([heading, *blocks[:count], *_more(len(changed) - count, words)])
        for count in range(len(blocks), -1, -1)
    )
    return next(text for text in every if len(text) <= room)


def _heading(changed: int, asked: int, words: AddingWords) -> str:
    if asked == 1:
        return words.only_one_changes
    return words.changes[changed != 1].format(count=changed, asked=asked)


def _block(one: ChangedAnswer, words: AddingWords, card: CardWords) -> str:
    before, after = _first(one.before, one.after), _first(one.after, one.before)
    return "\n".join(
        (
            f"**{inline(one.question, _QUESTION)}**",
            *_said(words.now, before, words, card),
            *_said(words.then, after, words, card),
        )
    )


def _first(answer: Answer, other: Answer) -> str | None:
    """Return the first quote that the other answer has not, for that is what changes."""
    quotes = [citation.quote for citation in answer.citations]
    beside = {citation.quote for citation in other.citations}
    return next((quote for quote in quotes if quote not in beside), next(iter(quotes), None))


def _said(when: str, quote: str | None, words: AddingWords, card: CardWords) -> tuple[str, ...]:
    if quote is None:
        return (f"{when}: {words.no_answer}",)
    return (f"{when}:", block_quote(quote) if len(quote) <= _LONGEST_QUOTE else card.too_long)


def _more(count: int, words: AddingWords) -> list[str]:
    return [counted(words.more_changes, count)] if count else []
