"""The bot's words about what it left undone, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class InterruptedWords(Words):
    """One language's words."""

    ask_again = both(
        "I was interrupted and could not answer this: please ask it again.",
        "Ik werd onderbroken en kon hier niet op antwoorden: stel de vraag opnieuw.",
    )
    do_again = both(
        "I was interrupted and could not finish this: please do it again.",
        "Ik werd onderbroken en kon dit niet afmaken: doe het opnieuw.",
    )
    press_again = both(
        "I was interrupted while I did this. Press the button again: what was done already is not done twice.",
        "Ik werd onderbroken terwijl ik dit deed. Druk nog eens op de knop: wat al gedaan is, gebeurt geen tweede keer.",
    )
    look_again = both(
        "I was interrupted while I looked at this article, which I have read: *Preview* shows what adding it would do.",
        "Ik werd onderbroken terwijl ik dit artikel bekeek, dat ik al heb gelezen: *Voorbeeld* toont wat toevoegen zou doen.",
    )
    done_before = both(
        "This was done before I was interrupted: `/corpus history` has it, and can take it back.",
        "Dit was gedaan voordat ik werd onderbroken: `/corpus history` heeft het, en kan het terugdraaien.",
    )
    dropped_before = both(
        "This was cancelled before I was interrupted.", "Dit was geannuleerd voordat ik werd onderbroken."
    )
    preview = both("Preview", "Voorbeeld")


INTERRUPTED = Bilingual(InterruptedWords)
