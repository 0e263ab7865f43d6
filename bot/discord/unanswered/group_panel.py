"""Groups of questions as people see them: five on a page of the list, or one with all that is known of it."""

from collections.abc import Callable, Iterable, Sequence

import discord

from bot.bilingual import counted
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.escape import block_quote, inline, shortened
from bot.discord.unanswered.words import UnansweredWords
from retrieval.curating.question_groups import Group

ON_A_PAGE = 5
_OPTION = 100
# How many characters a question may have, how many other wordings and comments are shown, and how long each
# of these may be: tried in turn until the page fits. The last of each always does.
_LISTED = ((300, 3, 2, 200), (200, 2, 1, 150), (150, 1, 1, 100), (150, 0, 0, 0))
_ALONE = ((500, 15, 10, 500), (500, 10, 5, 300), (500, 3, 2, 200), (500, 0, 0, 0))
_Measure = tuple[int, int, int, int]


def list_embed(
    groups: Sequence[Group], number: int, words: UnansweredWords, hidden: int = 0
) -> discord.Embed:
    """Return the page of that number, from 1; `hidden` are those that wait but are no questions."""
    start = (number - 1) * ON_A_PAGE
    shown = list(enumerate(groups[start : start + ON_A_PAGE], start + 1))

    def written(measure: _Measure) -> str:
        return "\n\n".join(f"**{place}.** {_group(group, measure, words)}" for place, group in shown)

    embed = discord.Embed(description=_fitting(written, _LISTED))
    no_questions = [counted(words.no_questions, hidden)] if hidden else []
    footer = " ".join([_count(groups, words), *no_questions])
    return embed.set_author(name=words.heading).set_footer(text=footer)


def group_embed(group: Group, words: UnansweredWords) -> discord.Embed:
    """Return one group with all that is known of it."""
    return discord.Embed(description=_fitting(lambda measure: _group(group, measure, words), _ALONE))


def options(groups: Sequence[Group], number: int) -> list[discord.SelectOption]:
    """Return the groups of a page as options of a menu, each by the answer that stands for it."""
    start = (number - 1) * ON_A_PAGE
    shown = enumerate(groups[start : start + ON_A_PAGE], start + 1)
    return [
        discord.SelectOption(
            label=shortened(f"{place}. {group.first.question}", _OPTION), value=group.first.answer_id
        )
        for place, group in shown
    ]


def _count(groups: Sequence[Group], words: UnansweredWords) -> str:
    count = sum(len(group.questions) for group in groups)
    if count == len(groups):
        return counted(words.waiting, count)
    return words.in_groups.format(count=count, groups=len(groups))


def _fitting(written: Callable[[_Measure], str], measures: Iterable[_Measure]) -> str:
    return next(text for text in map(written, measures) if len(text) <= DESCRIPTION)


def _group(group: Group, measure: _Measure, words: UnansweredWords) -> str:
    longest, wordings, comments, each = measure
    lines = [
        f"**{inline(group.first.question, longest)}**",
        _facts(group, words),
        *_wordings(group.other_wordings, wordings, each, words),
        *_comments(group.comments, comments, each, words),
    ]
    return "\n".join(lines)


def _facts(group: Group, words: UnansweredWords) -> str:
    last = f"<t:{int(group.last.timestamp())}:R>"
    asked = words.asked[len(group.questions) != 1].format(count=len(group.questions), last=last)
    people = [counted(words.people, group.people)] if group.people else []
    unhelpful = [counted(words.did_not_help, group.did_not_help)] if group.did_not_help else []
    said = ", ".join([asked, *people, *unhelpful, *([words.told] if group.told else [])])
    return said[0].upper() + said[1:]


def _wordings(wordings: Sequence[str], most: int, longest: int, words: UnansweredWords) -> list[str]:
    if not wordings:
        return []
    more = len(wordings) - most
    left_out = [f"- {counted(words.more_wordings, more)}"] if more > 0 else []
    return [f"{words.also}:", *(f"- {inline(one, longest)}" for one in wordings[:most]), *left_out]


def _comments(comments: Sequence[str], most: int, longest: int, words: UnansweredWords) -> list[str]:
    if not comments:
        return []
    more = len(comments) - most
    left_out = [counted(words.more_comments, more)] if more > 0 else []
    quoted = (block_quote(shortened(one, longest)) for one in comments[:most])
    return [f"{words.what_was_wrong}:", *quoted, *left_out]
