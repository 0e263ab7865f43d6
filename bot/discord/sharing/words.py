"""The bot's own words about sharing, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class SharingWords(Words):
    """One language's words."""

    shared_by = both("Shared by {person}", "Gedeeld door {person}")
    shared_already = both("This has been shared already.", "Dit is al gedeeld.")
    may_not_write = both(
        "You may not write in this channel, so this cannot be shared here either.",
        "Je mag in dit kanaal niet schrijven, dus dit kan hier ook niet gedeeld worden.",
    )
    not_yours = both(
        "Only who shared it and moderators can delete it.",
        "Alleen wie het deelde en moderatoren kunnen het verwijderen.",
    )


SHARING = Bilingual(SharingWords)
