"""A digest as a card: a line for each article, by story, then the questions that they answer."""

from collections.abc import Callable, Sequence

import discord

from bot.bilingual import counted
from bot.cautions import captioned
from bot.discord.digest.words import DIGEST, DigestWords
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import host, inline, web_link
from bot.discord.display.sources import OUTLET_LENGTH, source
from bot.marks import kind_named
from bot.wordings import Wording, wordings
from corpus.article import Article
from retrieval.curating.digest.answered_since import Answered, Drawn
from retrieval.search.results import Answer

# Longer addresses are left out; an article's own is seldom longer than 200 characters.
_LINK = 500
_COPIES = 3  # outlets of one report that are named beside the first
_QUESTIONS = 1500  # characters at most for the questions: the articles come first
_QUESTION, _WORDS = 150, 100


def digest_card(drawn: Drawn, language: str) -> discord.Embed:
    """Return a digest as an embed within Discord's limits: whole lines, and what is left out is counted."""
    words, card = DIGEST.of(language), CARD.of(language)
    heading = _heading(drawn, words)
    questions = _questions(drawn, words, card)
    room = DESCRIPTION - len(heading) - len(questions) - 4
    stories = _stories(drawn, words, card, room)
    text = "\n\n".join(filter(None, (heading, stories, questions)))
    return discord.Embed(description=text).set_author(name=words.heading)


def _heading(drawn: Drawn, words: DigestWords) -> str:
    found = drawn.came_in
    return words.came_in.format(
        articles=counted(words.articles, found.total),
        stories=counted(words.stories, len(found.stories)),
        since=f"<t:{int(drawn.since.timestamp())}:f>",
    )


def _stories(drawn: Drawn, words: DigestWords, card: CardWords, room: int) -> str:
    lines = [
        [(_report(report, words, card), len(report)) for report in story.reports]
        for story in drawn.came_in.stories
    ]
    reports = sum(map(len, lines))

    def first(count: int) -> str:
        shown, told, blocks = count, 0, []
        for story in lines:
            kept, shown = story[:shown], max(0, shown - len(story))
            told += sum(number for _, number in kept)
            blocks.append("\n".join(line for line, _ in kept))
        more = drawn.came_in.total - told
        return "\n\n".join(filter(None, [*blocks, counted(words.left_out, more) if more else ""]))

    return _fullest(first, reports, room)


def _report(report: Sequence[Article], words: DigestWords, card: CardWords) -> str:
    first, *copies = report
    line = f"- {_line(first, card)}"
    if not copies:
        return line
    named = [_outlet(one, card) for one in copies[:_COPIES]]
    more = [counted(words.more, len(copies) - _COPIES)] if len(copies) > _COPIES else []
    return f"{line} ({words.also_in.format(outlets=', '.join([*named, *more]))})"


def _line(article: Article, card: CardWords) -> str:
    genre = article.draft.genre
    kind = f"*{kind_named(genre, card.code)}* " if genre else ""
    return kind + source(article.draft, article.draft.url, card, _LINK)


def _outlet(article: Article, card: CardWords) -> str:
    draft = article.draft
    name = inline(draft.outlet or host(draft.url) or draft.title or card.article, OUTLET_LENGTH)
    link = web_link(draft.url)
    return f"[{name}](<{link}>)" if link and len(link) <= _LINK else name


def _questions(drawn: Drawn, words: DigestWords, card: CardWords) -> str:
    lines = [_answered(one, drawn.came_in.articles, card) for one in drawn.answered]
    not_asked = f"-# {counted(words.not_asked, drawn.not_asked)}" if drawn.not_asked else ""

    def first(count: int) -> str:
        more = len(lines) - count
        left_out = counted(words.more_answered, more) if more else ""
        heading = words.answered if lines else ""
        return "\n".join(filter(None, [heading, *lines[:count], left_out, not_asked]))

    return _fullest(first, len(lines), _QUESTIONS)


def _answered(one: Answered, came_in: frozenset[str], card: CardWords) -> str:
    telling = _telling(one.answer, came_in)
    quoted, reply = telling.quoted, telling.reply
    said = inline(reply.words if reply else quoted.quote, _WORDS)
    told = captioned([card.cautions[caution] for caution in telling.cautions], f"**{said}**")
    where = source(quoted.article.draft, quoted.link, card, _LINK)
    return f"- {inline(one.question, _QUESTION)} {told} ({where})"


def _telling(answer: Answer, came_in: frozenset[str]) -> Wording:
    """Return the wording to go by, if possible one of an article that came in."""
    every = wordings(answer)
    new = (one for one in every if any(cited.article.id in came_in for cited in one.citations))
    return next(new, every[0])


def _fullest(first: Callable[[int], str], most: int, room: int) -> str:
    """Return the text with the greatest number of lines that fits; the one without any always does."""
    every = (first(count) for count in range(most, -1, -1))
    return next(text for text in every if len(text) <= room)
