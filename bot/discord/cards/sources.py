"""One article as a line of a card: outlet, date and title, the title leading to it."""

from __future__ import annotations

from bot.discord.cards.escape import inline
from bot.discord.cards.links import host, web_link
from bot.discord.cards.published import published
from bot.discord.words import Words
from corpus.article import Draft

TITLE_LENGTH = 120
OUTLET_LENGTH = 60


def source(draft: Draft, link: str | None, words: Words, longest_link: int) -> str:
    """Return `outlet, date: title`, without what the article does not say.

    The title leads to `link`, or to the article's own address where that link is longer than `longest_link`.
    """
    outlet = inline(draft.outlet or host(draft.url) or "", OUTLET_LENGTH)
    date = published(draft.published, words) if draft.published else ""
    where = ", ".join(part for part in (outlet, date) if part)
    title = _linked(draft.title or "", _first_that_fits((link, draft.url), longest_link), words)
    return f"{where}: {title}" if where else title


def _first_that_fits(links: tuple[str | None, ...], longest: int) -> str | None:
    return next((fit for fit in map(web_link, links) if fit is not None and len(fit) <= longest), None)


def _linked(title: str, link: str | None, words: Words) -> str:
    shown = inline(title, TITLE_LENGTH) or words.article
    if link is None:
        return shown
    # Discord shows no link whose text looks like an address: such a title stands beside its link.
    if "://" in title:
        return f"{shown} ([{words.opens}](<{link}>))"
    return f"[{shown}](<{link}>)"
