"""The preview of an article: what it is, what would become of it, and which answers would change."""

from collections.abc import Iterator, Sequence

import discord

from bot.bilingual import counted
from bot.discord.adding.article_forms import labels
from bot.discord.adding.changed_answers import changed_answers
from bot.discord.adding.words import ADDING, AddingWords
from bot.discord.display.article_notices import beneath
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import block_quote, inline, shortened
from bot.discord.display.sources import day, published, source
from corpus.article import Article, Draft
from corpus.catalogue.decide import Status
from corpus.catalogue.proposals import Proposal
from retrieval.curating.article_vectors import cut
from retrieval.curating.near_duplicates import Near
from retrieval.curating.preview import Preview

# Both embeds together stay under Discord's 6,000 characters.
_ARTICLE, _CHANGES = 3000, 2800
_LINK, _OTHERS_LINK = 400, 200
_AUTHOR, _NOTE, _FINDER = 120, 200, 60
_OPENING = 400
_ALIKE = 3
_WORTH_KNOWING = ("title", "outlet", "published", "url")


def preview_embeds(preview: Preview, proposal: Proposal, language: str) -> list[discord.Embed]:
    """Return the preview of a proposal as embeds within Discord's limits."""
    words, card = ADDING.of(language), CARD.of(language)
    article = discord.Embed(description=_article(preview, proposal, words, card))
    article.set_author(name=words.heading)
    if preview.status in {Status.UNCHANGED, Status.DUPLICATE}:
        return [article]
    changes = changed_answers(preview.changed, preview.asked, words, card, _CHANGES, preview.left_out)
    return [article, discord.Embed(description=changes)]


def _article(preview: Preview, proposal: Proposal, words: AddingWords, card: CardWords) -> str:
    draft = preview.draft
    above = [
        *([words.found_by.format(by=inline(proposal.by, _FINDER))] if proposal.feed_id is not None else []),
        "\n".join([source(draft, draft.url, card, _LINK), *_facts(draft, words, card)]),
        block_quote(opening(draft.text)),
        _becomes(preview, proposal, words, card),
    ]
    every = (
        "\n\n".join([*above, *_alike(preview.near, count, words, card)])
        for count in range(min(len(preview.near), _ALIKE), -1, -1)
    )
    return next(text for text in every if len(text) <= _ARTICLE)


def _facts(draft: Draft, words: AddingWords, card: CardWords) -> Iterator[str]:
    yield from beneath(draft, None, card)
    if draft.author:
        yield words.by.format(author=inline(draft.author, _AUTHOR))
    if draft.modified:
        yield words.changed_on.format(date=published(draft.modified, card))
    code = draft.language or ""
    language = words.language.get(code, code) or words.no_language
    held = counted(words.words, len(draft.text.split())), counted(words.passages, len(cut(draft)))
    yield ", ".join((language, *held))
    unknown = [name for name in _WORTH_KNOWING if getattr(draft, name) is None]
    if unknown:
        yield words.not_stated.format(fields=", ".join(labels(unknown, words)).lower())


def _becomes(preview: Preview, proposal: Proposal, words: AddingWords, card: CardWords) -> str:
    there = preview.existing
    if there is None:
        return words.will_add
    if proposal.corrects is not None:
        note = inline(proposal.note or "", _NOTE)
        return words.will_correct.format(source=_line(there, card), note=note)
    said = {
        Status.REPLACED: words.will_replace,
        Status.UNCHANGED: words.is_unchanged,
        Status.DUPLICATE: words.is_duplicate,
    }[preview.status]
    return said.format(since=day(there.added), source=_line(there, card))


def _alike(near: Sequence[Near], count: int, words: AddingWords, card: CardWords) -> list[str]:
    if not near:
        return []
    lines = [f"{_percent(one)} {_line(one.article, card)}" for one in near[:count]]
    more = [counted(words.more_alike, len(near) - count)] if count < len(near) else []
    return ["\n".join([words.alike, *lines, *more])]


def _percent(near: Near) -> str:
    # What differs by a word is not "the same": 100 % is for that alone.
    return f"{int(near.likeness * 100)} %"


def _line(article: Article, card: CardWords) -> str:
    return source(article.draft, article.draft.url, card, _OTHERS_LINK)


def opening(text: str) -> str:
    """Return the first lines of a text, some 400 characters, the last line shortened at a word."""
    lines: list[str] = []
    room = _OPENING
    for line in filter(None, map(str.strip, text.splitlines())):
        lines.append(shortened(line, room))
        room -= len(line)
        if room < 1:
            break
    return "\n".join(lines)
