"""A change as people read it: number, who, what and when."""

import re

from bot.discord.curating.words import CuratingWords
from bot.discord.display.escape import inline, shortened
from corpus.catalogue.journal import Action, Change

_NAME, _TITLE, _NOTE = 40, 100, 200
_CHOICE = 100
# The journal names people of Discord by the name of the day and the number that stays.
_PERSON = re.compile(r"(.*) \((\d+)\)", re.DOTALL)


def change_line(change: Change, words: CuratingWords, *, titled: bool = True) -> str:
    """Return a change as Markdown, in a line or two, without its article's title where that is known."""
    title = inline(change.title or "", _TITLE) or words.untitled
    did = words.did[change.action].format(number=f"`{change.undoes}`")
    done = f"{did} **{title}**" if titled else did.rstrip(":")
    line = f"`{change.id}` <t:{int(change.at.timestamp())}:R> {who(change, words)} {done}"
    if not change.holds:
        line = f"{line} ({words.undone_by.format(number=f'`{change.undone_by}`')})"
    return f"{line}\n> {inline(change.note, _NOTE)}" if change.note else line


def who(change: Change, words: CuratingWords) -> str:
    """Return who made a change: the name then, and a link to the person; the operator has no name here."""
    if change.guild is None:
        return words.operator
    person = _PERSON.fullmatch(change.actor)
    if person is None:
        return inline(change.actor, _NAME)
    return f"{inline(person[1], _NAME)} (<@{person[2]}>)"


def change_choice(change: Change, words: CuratingWords) -> str:
    """Return a change for a list to choose from, which shows text as it is, of at most 100 characters."""
    person = _PERSON.fullmatch(change.actor)
    name = shortened(person[1] if person else change.actor, _NAME // 2)
    done = words.did[change.action].format(number=change.undoes).rstrip(":")
    # The action first: Dutch and English agree on `number action title`, whatever their word order.
    before, after = f"{change.id} {done}: ", f" ({name}, {change.at:%Y-%m-%d %H:%M} UTC)"
    room = _CHOICE - len(before) - len(after)
    title = shortened(change.title or words.untitled, room) if change.action is not Action.PURGE else ""
    return f"{before}{title}{after}"
