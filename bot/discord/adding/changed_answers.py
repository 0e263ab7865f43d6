"""The answers that a change would alter: each question with what is quoted now and then."""

from collections.abc import Sequence

from bot.bilingual import counted
from bot.discord.adding.words import AddingWords
from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import block_quote, inline
from bot.wordings import Wording, wordings
from retrieval.curating.rehearsal import ChangedAnswer
from retrieval.search.results import Answer

_QUESTION = 150
_SHOWN = 5
_LONGEST_QUOTE = 600
_BETWEEN = "\n\n"


def changed_answers(
    changed: Sequence[ChangedAnswer],
    asked: int,
    words: AddingWords,
    card: CardWords,
    room: int,
    left_out: int = 0,
) -> str:
    """Return what would change of the `asked` last answers as Markdown of at most `room` characters.

    At most five answers are shown, fewer where they do not fit: quotes are never cut. What there was no time
    to try is said below.
    """
    if not asked:
        return words.nothing_asked
    if left_out:
        beyond = words.tried_some.format(tried=asked, count=asked + left_out)
        above = changed_answers(changed, asked, words, card, room - len(beyond) - len(_BETWEEN))
        return f"{above}{_BETWEEN}{beyond}"
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


def _first(answer: Answer, other: Answer) -> Wording | None:
    """Return the first wording that is other, or read otherwise, in the other answer."""
    quoted = wordings(answer)
    beside = {_said_in(one) for one in wordings(other)}
    return next((one for one in quoted if _said_in(one) not in beside), next(iter(quoted), None))


def _said_in(wording: Wording) -> tuple[str, str | None]:
    return wording.quoted.quote, wording.reply.words if wording.reply else None


def _said(when: str, wording: Wording | None, words: AddingWords, card: CardWords) -> tuple[str, ...]:
    if wording is None:
        return (f"{when}: {words.no_answer}",)
    quote, within = wording.quoted.quote, wording.reply.within if wording.reply else None
    return (f"{when}:", block_quote(quote, within) if len(quote) <= _LONGEST_QUOTE else card.too_long)


def _more(count: int, words: AddingWords) -> list[str]:
    return [counted(words.more_changes, count)] if count else []
