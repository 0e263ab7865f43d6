"""How an answer came about in one paragraph that anybody understands, before any table or score."""

from collections.abc import Iterator

from bot.bilingual import counted
from bot.discord.asking.why.words import WhyWords
from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import inline
from bot.discord.display.sources import origin
from bot.wordings import Wording, wordings
from retrieval.answering.confidence import SURE
from retrieval.answering.explaining import Explanation

_QUESTION = 200
_WORDS = 120
_OUTLET = 60
_NAMED = 3
_CERTAIN = 0.9  # from here on nine answers in ten and more are right


def paragraph(explained: Explanation, words: WhyWords, card: CardWords) -> str:
    """Return how the question was understood, why these words, how sure, and what else was considered."""
    return " ".join(_sentences(explained, words, card))


def _sentences(explained: Explanation, words: WhyWords, card: CardWords) -> Iterator[str]:
    answer, meant = explained.answer, explained.standalone
    same = meant == answer.question
    yield words.as_asked if same else words.meant.format(question=inline(meant, _QUESTION))
    sure, threshold = int(answer.confidence * 100), round(explained.threshold * 100)
    if not answer.citations:
        yield counted(words.none_of, len(explained.hits))
        yield words.too_unsure.format(sure=sure, threshold=threshold)
        return
    first, *others = wordings(answer)
    yield counted(words.chosen, len(explained.hits)).replace("{words}", _told(first, card))
    yield _how_sure(answer.confidence, words).format(sure=sure)
    yield _considered(explained, others, words, card)


def _told(wording: Wording, card: CardWords) -> str:
    """Return the words that answer, or a beginning of the sentence, with outlet and date."""
    said = wording.reply.words if wording.reply else wording.quoted.quote
    where = origin(wording.quoted.article.draft, card)
    return f"“{inline(said, _WORDS)}”{f' ({where})' if where else ''}"


def _how_sure(confidence: float, words: WhyWords) -> str:
    if confidence >= _CERTAIN:
        return words.certain
    return words.fairly if confidence >= SURE else words.doubtful


def _considered(explained: Explanation, others: list[Wording], words: WhyWords, card: CardWords) -> str:
    """Return what else answers, else where the other passages come from."""
    if others:
        return words.also.format(others="; ".join(_told(one, card) for one in others[:_NAMED]))
    cited = {one.article.id for one in explained.answer.citations}
    rest = (hit.article.draft.outlet for hit in explained.hits if hit.article.id not in cited)
    outlets = list(dict.fromkeys(inline(outlet, _OUTLET) for outlet in rest if outlet))
    return words.others_from.format(outlets=", ".join(outlets[:_NAMED])) if outlets else words.nothing_else
