"""Words that carry grammar and not the matter of a question, in Dutch and English.

A large corpus shows by itself that they are common; in one of a few articles "does" would look as
rare as a name. The words that ask belong to them. They are written as `corpus.tokens.words` folds them.
"""

from collections.abc import Collection, Sequence

from retrieval.language.asking_words import asking_words

_ENGLISH = """
a about after all also am an and any are as at be because been before being between both but by can could
did do does doing during each for from had has have having he her here hers him his i if in into is it
its itself just many me more most much my no nor not now of off on once only or other our out over own
same she should so some such than that the their them then there these they this those through to too
under until up very was we were while will with would you your
"""
_DUTCH = """
aan al alle alleen als altijd andere ben bij daar dan dat de deze die dit doen door dus een en er had
hadden heb hebben heeft hem het hier hij hun iets ik in is ja je kan kon kunnen maar me meer men met mij
mijn naar niet niets nog nu of om omdat onder ons ook op over te tegen toch toen tot u uit uw van veel
voor want waren was we wel werd werden wezen wij wil worden wordt zal ze zich zij zijn zo zonder zou
"""
_BY_LANGUAGE = {
    "en": asking_words("en").union(_ENGLISH.split()),
    "nl": asking_words("nl").union(_DUTCH.split()),
}
LANGUAGES = tuple(_BY_LANGUAGE)
FUNCTION_WORDS: frozenset[str] = frozenset().union(*_BY_LANGUAGE.values())


def language(question: Sequence[str], among: Collection[str]) -> str | None:
    """Return the language whose function words a question has more of; None where that does not decide.

    It decides only between Dutch and English, and without the half second that a detector's model takes
    to load.
    """
    if set(among) != set(_BY_LANGUAGE):
        return None
    counts = {code: sum(word in known for word in question) for code, known in _BY_LANGUAGE.items()}
    first, second = sorted(counts, key=lambda code: -counts[code])
    return first if counts[first] > counts[second] else None
