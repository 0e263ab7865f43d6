"""The chat model of the settings: the one door to LangChain's chat models."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from retrieval.errors import ChatFailed, ModelUnavailable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_TOO_MANY = 429
_REST = 20.0  # seconds without a question after "too many", where the server does not say how long
_LONGEST_REST = 300.0
_KEYLESS = "none"  # a key must be sent by OpenAI's client; servers that want none do not read it
_REASON = 200  # characters of a foreign error that are told


# What mends it, by the status of the reply; None: there was none.
_CURES = {
    401: ": check CHAT_MODEL_KEY",
    403: ": check CHAT_MODEL_KEY",
    404: ": check CHAT_MODEL and CHAT_MODEL_URL",
    None: ": check CHAT_MODEL_URL, and whether a server answers there",
}


class ChatModel:
    """One chat model, loaded when it is first used. It is given no tools."""

    def __init__(
        self,
        name: str,
        url: str | None = None,
        key: str | None = None,
        *,
        seconds: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Name the model.

        Args:
            name: `provider:model`, as LangChain's `init_chat_model` reads it.
            url: where the provider's protocol is spoken; None: at the provider's own address.
            key: the key sent there; None: with `url` none is sent, else what the provider's library finds.
            seconds: how long the network may be silent.
            clock: seconds that only grow.
        """
        self._name = name
        self._url = url
        self._key = key
        self._seconds = seconds
        self._clock = clock
        self._rests_until = 0.0

    def load(self) -> None:
        """Load the model's library; nothing is asked yet.

        Raises:
            ModelUnavailable: there is no such provider, its library is not installed, or it wants a key.
        """
        _ = self._model

    def stream(self, system: str, said: str) -> Iterator[str]:
        """Yield what the model says, piece by piece; a piece may be empty.

        Raises:
            ModelUnavailable: as `load`.
            ChatFailed: it does not answer, or has asked to be left alone for a while.
        """
        model = self._model
        if self._clock() < self._rests_until:
            raise ChatFailed("it asked for a rest after too many questions")
        try:
            for chunk in model.stream([("system", system), ("human", said)]):
                yield chunk.text
        # Each provider's library has errors of its own: network, status, quota, format.
        except Exception as error:
            status = getattr(error, "status_code", None)
            if status == _TOO_MANY:
                self._rests_until = self._clock() + _rest(error)
            raise ChatFailed(f"{_told(error)}{_CURES.get(status, '')}") from error

    @cached_property
    def _model(self) -> BaseChatModel:
        # Importing it takes a second or two, which nobody without a chat model must pay.
        from langchain.chat_models import init_chat_model  # noqa: PLC0415

        # The clients of the providers tell of every request they make.
        for client in ("httpx", "httpx2"):
            logging.getLogger(client).setLevel(logging.WARNING)
        try:
            model: BaseChatModel = init_chat_model(self._name, **self._options())
        except ImportError as error:
            provider = self._name.partition(":")[0]
            raise ModelUnavailable(
                f"The chat model {self._name!r} needs a library that is not installed: run "
                f"`pip install -c constraints.txt -e '.[{provider}]'` in the folder of newsdesk, or install "
                f"LangChain's library for that provider ({_told(error)})."
            ) from error
        # A provider's library raises whatever its settings check raises.
        except Exception as error:
            raise ModelUnavailable(
                f"The chat model {self._name!r} cannot be used ({_told(error)}): set CHAT_MODEL to "
                "provider:model, such as ollama:llama3.2, and CHAT_MODEL_KEY to its key; or leave it empty."
            ) from error
        return model

    def _options(self) -> dict[str, Any]:
        """Return what the provider's class is told, of which each has names of its own."""
        provider = self._name.partition(":")[0]
        options: dict[str, Any] = {}
        if self._url:
            options["base_url"] = self._url
        if self._key:
            options["api_key"] = self._key
        if provider == "ollama":
            return {**options, "temperature": 0, "client_kwargs": {"timeout": self._seconds}}
        if self._url:
            # Some of OpenAI's own models refuse a temperature; the servers that are set by address take it.
            # A key found in the environment is another server's: it is not sent there.
            options = {"api_key": _KEYLESS, "temperature": 0, **options}
        # Whoever asked waits for the quotations: nothing is tried twice.
        return {**options, "timeout": self._seconds, "max_retries": 0}


def _rest(error: Exception) -> float:
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        asked_for = float(headers.get("retry-after", _REST))
    except ValueError:  # a date, which no provider sends
        asked_for = _REST
    return min(max(asked_for, 1.0), _LONGEST_REST)


def _told(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:_REASON]}" if lines else type(error).__name__
