"""The buttons under a card; each names its answer, so that it works as long as the answer is remembered."""

from typing import Any

import discord

from bot.discord.asking.words import ASKING, AskingWords
from bot.discord.connection.components import button, fits, rows
from bot.discord.display.escape import shortened
from retrieval.question.names.readings import Reading
from retrieval.search.results import Answer

PASSAGES, HELPFUL, NOT_HELPFUL, FOLLOW_UP, TELL = "passages", "helpful", "unhelpful", "followup", "tell"
WATCH = "watch"
DELETE = "delete"
MEANT = "meant"
_LABEL = 80  # characters of a button's label


def buttons(
    answer: Answer, language: str, *, in_guild: bool, instead: Reading | None = None
) -> discord.ui.View:
    """Return what can be done with an answer; only servers have threads and moderators.

    `instead` is a word of the question and what may have been meant by it.
    """
    words = ASKING.of(language)
    offered = _abstained(answer, words) if answer.abstained else _answered(answer, words)
    did_you_mean = [(one, False) for one in meant_button(answer, instead, language)]
    first = [one for one, needs_guild in (*did_you_mean, *offered) if in_guild or not needs_guild]
    return rows(first, [button(words.delete, DELETE, answer.id)])


def _answered(answer: Answer, words: AskingWords) -> list[tuple[discord.ui.Button[Any], bool]]:
    return [
        (button(words.passages, PASSAGES, answer.id, 1), False),
        (button(words.helpful, HELPFUL, answer.id), False),
        (button(words.not_helpful, NOT_HELPFUL, answer.id), False),
        (button(words.follow_up, FOLLOW_UP, answer.id), True),
        (button(words.watch, WATCH, answer.id), False),
    ]


def _abstained(answer: Answer, words: AskingWords) -> list[tuple[discord.ui.Button[Any], bool]]:
    nearest = [(button(words.nearest, PASSAGES, answer.id, 1), False)] if answer.nearest else []
    # What is asked in a language that is not read waits for no article.
    waits = [(button(words.tell, TELL, answer.id), True), (button(words.watch, WATCH, answer.id), False)]
    return [*nearest, *([] if answer.unread else waits)]


def meant_button(answer: Answer, instead: Reading | None, language: str) -> list[discord.ui.Button[Any]]:
    """Return the button that asks with the word that was meant; none where none was found."""
    if instead is None or not fits(MEANT, answer.id, instead.written, instead.read_as):
        return []
    label = shortened(ASKING.of(language).did_you_mean.format(read_as=instead.read_as), _LABEL)
    style = discord.ButtonStyle.primary
    return [button(label, MEANT, answer.id, instead.written, instead.read_as, style=style)]
