"""Reading what moderators name: addresses of the public web, attached files, and the words of a message."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import discord

from bot.discord.adding.feed_reasons import in_words
from bot.discord.adding.progress_notes import during
from bot.discord.adding.words import ADDING
from bot.discord.connection.errors import Refusal
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.retrying import persist
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import host, inline
from corpus.address import is_address
from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading import files
from corpus.reading.attachment import read_attachment
from corpus.reading.endings import ONE_ARTICLE
from corpus.reading.links import addresses_in
from corpus.reading.text_file import read_text
from corpus.reading.too_long import require_short_file
from corpus.reading.web import read_web

Read = Draft | SourceUnreadable
_SHOWN = 60
_NOT_GIVEN = "Discord did not give the file: attach it again."
_NAME, _SENTENCE = 60, 500


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that an article can be read from for a server, by its id, and how people call it."""

    name: str
    read: Callable[[str | None], Awaitable[Read]]


class Reader:
    """Makes offers of what people name; members never reach private addresses or files of this machine."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def links(self, written: str) -> list[Offer]:
        """Return the addresses in a text."""
        alone = written.strip()
        addresses = [alone] if is_address(alone) else addresses_in(written)
        return [Offer(host(address) or address, self._address(address)) for address in addresses]

    def named_links(self, written: str) -> list[Offer]:
        """Return the addresses in what somebody wrote to name some: there is at least one.

        Raises:
            Refusal: there is none.
        """
        offers = self.links(written)
        if not offers:
            shown = inline(written, _SHOWN)
            raise Refusal(lambda language: ADDING.of(language).no_address.format(written=shown))
        return offers

    def files(self, attachments: Iterable[discord.Attachment]) -> list[Offer]:
        """Return attached files."""
        return [Offer(attachment.filename, self._file(attachment)) for attachment in attachments]

    def message(self, message: discord.Message) -> list[Offer]:
        """Return what a message holds: its articles as files, else its links, else its words, else any files.

        A message that was passed on holds all that in a copy of the first.
        """
        copies: Sequence[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
        attached = [one for copy in copies for one in copy.attachments]
        readable = [one for one in attached if PurePath(one.filename).suffix.lower() in ONE_ARTICLE]
        text = "\n\n".join(copy.content for copy in copies if copy.content)
        shown = [embed for copy in copies for embed in copy.embeds]
        links = text if addresses_in(text) else " ".join(embed.url or "" for embed in shown)
        words = text or "\n\n".join(embed.description or "" for embed in shown)
        return (
            self.files(readable)
            or self.links(links)
            or self._words(words, message.jump_url)
            or self.files(attached)
        )

    def _words(self, text: str, link: str) -> list[Offer]:
        async def read(_guild: str | None) -> Read:
            try:
                return read_text(text.encode(), link, markdown=True)
            except SourceUnreadable as error:
                return error

        return [Offer(link, read)] if text.strip() else []

    def _address(self, address: str) -> Callable[[str | None], Awaitable[Read]]:
        def fetched(parts: Parts) -> Read:
            with parts.web_client() as client:
                return read_web(address, client)

        async def read(guild: str | None) -> Read:
            return await self._newsroom.read_site(guild, address, fetched)

        return read

    def _file(self, attachment: discord.Attachment) -> Callable[[str | None], Awaitable[Read]]:
        async def read(_guild: str | None) -> Read:
            if attachment.size > files.LIMIT:
                return SourceUnreadable(attachment.filename, files.TOO_LARGE)
            try:
                require_short_file(attachment.filename, attachment.size)
            except SourceUnreadable as error:
                return error
            try:
                content = await persist(attachment.read)
            except discord.HTTPException:
                return SourceUnreadable(attachment.filename, _NOT_GIVEN)
            return await self._newsroom.work_patiently(
                lambda _: read_attachment(attachment.filename, content)
            )

        return read


async def read_meanwhile(interaction: discord.Interaction[Any], visit: Visit, offer: Offer) -> Draft:
    """Return the article of an offer; the message that `think` or `hold` announced says what is read.

    Raises:
        Refusal: it gives no article, and why.
    """
    name = inline(offer.name, _NAME)
    read = await during(
        interaction, offer.read(visit.guild), ADDING.of(visit.language).reading.format(what=name)
    )
    if isinstance(read, SourceUnreadable):
        raise Refusal(lambda language: _unreadable(name, read, language))
    return read


def _unreadable(name: str, error: SourceUnreadable, language: str) -> str:
    sentence = inline(in_words(error, language), _SENTENCE)
    return ADDING.of(language).unreadable.format(what=name, sentence=sentence)
