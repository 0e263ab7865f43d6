"""A real browser without a window, told where to go over its debugging protocol."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import os
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

_STARTING = 60  # seconds; a busy machine takes its time
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--window-size=900,700", "--remote-debugging-port=0"),
)


_Tab = aiohttp.ClientWebSocketResponse[bool]


@dataclass(frozen=True)
class Browser:
    """A browser that listens on a port of loopback."""

    port: int

    async def opened(self, url: str, expression: str, width: int | None = None, scheme: str = "") -> Any:
        """Open `url` as somebody would who clicks a link, and return what a script finds there.

        `width` is that of the window in CSS pixels, `scheme` dark or light where somebody prefers it.
        """
        async with self._at(url) as tab:
            sizes = {"width": width or 0, "height": 0, "deviceScaleFactor": 0, "mobile": False}
            await _told(tab, 4, "Emulation.setDeviceMetricsOverride", **sizes)
            await _told(tab, 6, "Emulation.setFocusEmulationEnabled", enabled=True)
            preferred = [{"name": "prefers-color-scheme", "value": scheme}]
            await _told(tab, 5, "Emulation.setEmulatedMedia", features=preferred)
            told = await _told(
                tab, 3, "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
            )
            assert "exceptionDetails" not in told, told
            return told["result"]["value"]

    async def picture(self, url: str, width: int, scale: float) -> bytes:
        """Return a PNG of the whole page, `width` CSS pixels wide."""
        async with self._at(url) as tab:
            sizes = {"width": width, "height": 100, "deviceScaleFactor": scale, "mobile": False}
            await _told(tab, 3, "Emulation.setDeviceMetricsOverride", **sizes)
            told = await _told(tab, 4, "Page.getLayoutMetrics")
            clip = {"x": 0, "y": 0, "width": width, "height": told["cssContentSize"]["height"], "scale": 1}
            told = await _told(tab, 5, "Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
            return base64.b64decode(told["data"])

    @contextlib.asynccontextmanager
    async def _at(self, url: str) -> AsyncIterator[_Tab]:
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(await self._new_tab(session), max_msg_size=0) as tab,
        ):
            await _told(tab, 1, "Page.enable")
            await _told(tab, 2, "Page.navigate", url=url)
            await _event(tab, "Page.loadEventFired")
            yield tab

    async def _new_tab(self, session: aiohttp.ClientSession) -> str:
        async with session.put(f"http://127.0.0.1:{self.port}/json/new?about:blank") as answer:
            return str((await answer.json())["webSocketDebuggerUrl"])


@contextlib.contextmanager
def running(program: str, profile: Path) -> Iterator[Browser]:
    """Start the browser with an empty profile and end it with all its processes."""
    process = subprocess.Popen(
        [program, *_QUIET, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield Browser(_port(profile / "DevToolsActivePort"))
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _port(told: Path) -> int:
    late = time.monotonic() + _STARTING
    while not (told.is_file() and told.read_text().strip()):
        assert time.monotonic() < late, "the browser does not start"
        time.sleep(0.1)
    return int(told.read_text().splitlines()[0])


async def _told(tab: _Tab, number: int, method: str, **params: object) -> Any:
    await tab.send_json({"id": number, "method": method, "params": params})
    async with asyncio.timeout(30):
        while (message := await tab.receive_json()).get("id") != number:
            pass
    assert "error" not in message, message
    return message["result"]


async def _event(tab: _Tab, name: str) -> None:
    async with asyncio.timeout(30):
        while (await tab.receive_json()).get("method") != name:
            pass
