"""What people are told while a store does not do its work, or holds the vectors of another model."""

from bot.discord.display.words import WORDS
from corpus.errors import CatalogueUnusable, Trouble
from retrieval.errors import IndexUnavailable, ModelChanged

_MENDED_BY_HAND = {Trouble.DAMAGED, Trouble.EMPTIED}


def out_of_reach(error: Exception, language: str) -> str | None:
    """Return the sentence for what is not the request's fault and mends; None where it is something else."""
    words = WORDS.of(language)
    match error:
        case CatalogueUnusable(reads_on=True):
            return words.not_stored
        case CatalogueUnusable(trouble=trouble) if trouble in _MENDED_BY_HAND:
            return words.unreadable
        # Nobody knows what it is: whoever is told a number can have it looked up.
        case CatalogueUnusable(trouble=Trouble.OTHER):
            return None
        case CatalogueUnusable() | IndexUnavailable():
            return words.out_of_reach
        case ModelChanged():
            return words.model_changed
    return None
