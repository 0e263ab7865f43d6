"""Draws the pictures of the README from what the bot really shows: `python -m tests.pictures FOLDER`."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.settings import settings_from
from tests.discord.conftest import running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import SAMPLES, stocked
from tests.pictures.page import page
from tests.retrieval import browser
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import ADMIN
from tests.small_discord.state.world import File

_WIDTH = 720  # CSS pixels
_SCALE = 1.5
_QUESTIONS = (
    "Who won the chess tournament in Reykjavik?",
    "Wie won het schaaktoernooi in Reykjavik?",
    "When does the swimming pool in Brammerveen open?",
)
_CORRECTED = """title: Drostenwoud telt nu 44 wolven
outlet: De Noorderpost
date: 2026-11-20
author: Ilse Vonk
url: https://samples.newsdesk.example/2026/wolventelling

In het Drostenwoud leven 44 wolven, vijf meer dan bij de vorige telling.
Dat maakte de boswachterij vrijdag bekend.

De tellers vonden negen welpen. Vorig jaar waren dat er vier.
"""


async def _draw(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as home:
        desk = stocked(Desk(settings_from({"NEWSDESK_HOME": home})), SAMPLES)
        try:
            async with Loopback() as discord, running(Newsdesk(newsroom_of(desk)), discord):
                for name, act in _PICTURES.items():
                    message = await act(discord)
                    files = {
                        file["filename"]: discord.file(message).content for file in message["attachments"]
                    }
                    (folder / f"{name}.png").write_bytes(await _picture(message, files))
        finally:
            desk.close()


async def _card(discord: Loopback) -> Message:
    return await _shown(discord, "ask", {"question": "how much is Russia's signing bonus?"})


async def _preview(discord: Loopback) -> Message:
    await _shown(discord, "ask", {"question": "hoeveel wolven leven er in het Drostenwoud?"})
    file = File("wolven.md", _CORRECTED.encode(), "text/markdown")
    return await _shown(discord, "corpus add", {"file": file}, by=ADMIN)


async def _unanswered(discord: Loopback) -> Message:
    for question in _QUESTIONS:
        card = await _shown(discord, "ask", {"question": question})
    await discord.click(card, "Tell the moderators")
    return await _shown(discord, "corpus unanswered", {}, by=ADMIN)


async def _timeline(discord: Loopback) -> Message:
    return await _shown(
        discord, "timeline", {"question": "How much will the Waardermonde flood barrier cost?"}
    )


async def _help(discord: Loopback) -> Message:
    turn = await discord.use("help", {})
    await discord.until(lambda: turn.message and turn.message.embeds)
    assert turn.message is not None
    return turn.message


async def _shown(discord: Loopback, path: str, options: dict[str, Any], **how: Any) -> Message:
    turn = await discord.use(path, options, **how)
    await discord.until(lambda: turn.message and turn.message.embeds and turn.message.parts)
    assert turn.message is not None
    return turn.message


_PICTURES: dict[str, Callable[[Loopback], Awaitable[Message]]] = {
    "card": _card,
    "preview": _preview,
    "unanswered": _unanswered,
    "timeline": _timeline,
    "help": _help,
}


async def _picture(message: Message, files: dict[str, bytes]) -> bytes:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.exit("Drawing the pictures needs Chromium.")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page([message.document], files), encoding="utf-8")
        with browser.running(program, Path(folder) / "profile") as opened:
            return await opened.picture(source.as_uri(), _WIDTH, _SCALE)


if __name__ == "__main__":
    asyncio.run(_draw(Path(sys.argv[1])))
