"""The bot's words about what it left undone, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class InterruptedWords:
    """One language's words."""

    ask_again: str
    do_again: str
    press_again: str
    look_again: str
    done_before: str
    dropped_before: str
    preview: str


INTERRUPTED = Bilingual(
    english=InterruptedWords(
        ask_again="I was interrupted and could not answer this: please ask it again.",
        do_again="I was interrupted and could not finish this: please do it again.",
        press_again="I was interrupted while I did this. Press the button again: what was done already is not done twice.",
        look_again="I was interrupted while I looked at this article, which I have read: *Preview* shows what adding it would do.",
        done_before="This was done before I was interrupted: `/corpus history` has it, and can take it back.",
        dropped_before="This was cancelled before I was interrupted.",
        preview="Preview",
    ),
    dutch=InterruptedWords(
        ask_again="Ik werd onderbroken en kon hier niet op antwoorden: stel de vraag opnieuw.",
        do_again="Ik werd onderbroken en kon dit niet afmaken: doe het opnieuw.",
        press_again="Ik werd onderbroken terwijl ik dit deed. Druk nog eens op de knop: wat al gedaan is, gebeurt geen tweede keer.",
        look_again="Ik werd onderbroken terwijl ik dit artikel bekeek, dat ik al heb gelezen: *Voorbeeld* toont wat toevoegen zou doen.",
        done_before="Dit was gedaan voordat ik werd onderbroken: `/corpus history` heeft het, en kan het terugdraaien.",
        dropped_before="Dit was geannuleerd voordat ik werd onderbroken.",
        preview="Voorbeeld",
    ),
)
