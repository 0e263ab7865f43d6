"""The forms behind *Correct…* and *Withdraw…*, which ask for the note that readers will see."""

from typing import Any

import discord

from bot.discord.connection.components import field, modal
from bot.discord.curating.article_options import NOTE_LENGTH
from bot.discord.curating.refused_changes import no_note
from bot.discord.curating.words import CURATING, CuratingWords

CORRECT, WITHDRAW = "corpus-correct-form", "corpus-withdraw-form"
NOTE, LINK = "note", "link"
_LONGEST_LINK = 1000


def correct_form(name: str, language: str) -> discord.ui.Modal:
    """Return the form to correct the article of that name, with a link to the corrected text or without."""
    words = CURATING.of(language)
    how = words.corrected_text_how
    link = field(LINK, words.corrected_text, description=how, longest=_LONGEST_LINK)
    return modal(words.correct_now, [_note(words), link], CORRECT, name)


def withdraw_form(name: str, language: str) -> discord.ui.Modal:
    """Return the form to withdraw the article of that name."""
    words = CURATING.of(language)
    return modal(words.withdraw_now, [_note(words)], WITHDRAW, name)


def worded(note: str) -> str:
    """Return a note on one line.

    Raises:
        Refusal: it says nothing.
    """
    line = " ".join(note.split())
    if not any(map(str.isalnum, line)):
        raise no_note()
    return line


def _note(words: CuratingWords) -> discord.ui.Label[Any]:
    return field(NOTE, words.note, description=words.note_how, longest=NOTE_LENGTH, required=True)
