"""A newsroom for the bot, made of a real desk; what answers may be another."""

from __future__ import annotations

from bot.assembly import Desk
from bot.discord.connection.newsroom import Ask, Newsroom, Parts
from corpus.reading.parsing.here import HERE
from corpus.reading.parsing.jobs import Parser


def newsroom_of(desk: Desk, ask: Ask | None = None, parser: Parser = HERE) -> Newsroom:
    return Newsroom(parts_of(desk, ask, parser))


def parts_of(desk: Desk, ask: Ask | None = None, parser: Parser = HERE) -> Parts:
    return Parts(
        catalogue=desk.catalogue,
        embedder=desk.embedder,
        reader=desk.reader,
        search=desk.search,
        ask=ask or desk.answerer.ask,
        suggest=desk.suggester.suggest,
        curator=desk.curator,
        previewer=desk.previewer,
        web_client=desk.web_client,
        parser=parser,
        standalone=desk.standalone if desk.chat_model else None,
        now=desk.now,
        tell=desk.tell,
        precedence=desk.precedence,
        seen=desk.seen,
        back_up=desk.nightly.make_if_due if desk.nightly else None,
        most_feeds=desk.settings.feeds_per_server,
        shards=desk.settings.shards,
    )
