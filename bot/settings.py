"""The settings: read once, from the environment and `.env`, into a frozen record.

This is the only module that looks at the environment.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values, find_dotenv
from platformdirs import user_data_path

from bot.errors import SettingWrong
from bot.outside.log_format import LogFormat
from bot.sharding import Shards, chosen, numbers

_MOST_THREADS = 4  # more threads than that gain little on a model this small
_THIS_MACHINE = "127.0.0.1"
_HIGHEST_PORT = 65_535
_FEEDS = 50  # of one server; more than any newsroom follows, and polled in a quarter of an hour
_CHAT_SECONDS = 30  # nobody waits longer for words when the quotations are there


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator chose; None where nothing was said. `.env.example` explains each.

    What is or can hold a secret is not shown by `repr`, and never written; see `bot.discretion`.
    """

    home: Path
    database_url: str = field(repr=False)
    embedding_threads: int
    chroma_url: str | None = field(default=None, repr=False)
    chroma_token: str | None = field(default=None, repr=False)
    embedding_model: str | None = None
    reranker_model: str | None = None
    chat_model: str | None = None
    chat_model_url: str | None = field(default=None, repr=False)
    chat_model_key: str | None = field(default=None, repr=False)
    chat_model_seconds: int = _CHAT_SECONDS
    backup_folder: Path | None = None
    feeds_per_server: int = _FEEDS
    discord_token: str | None = field(default=None, repr=False)
    discord_api: str | None = None
    shard_ids: tuple[int, ...] | None = None
    shard_count: int | None = None
    log_format: LogFormat = LogFormat.TEXT
    metrics_port: int | None = None
    metrics_host: str = _THIS_MACHINE

    @property
    def shards(self) -> Shards | None:
        """The shards of Discord that this process has; None where it has all that Discord advises."""
        return chosen(self.shard_ids, self.shard_count)


def read_settings() -> Settings:
    """Read the environment, and `.env` of this folder or one above for what it does not say.

    Raises:
        SettingWrong: a value cannot be what it should be, or `.env` cannot be read.
    """
    return settings_from({**_dotenv(), **os.environ})  # noqa: TID251 - this is that one module


def settings_from(given: Mapping[str, str | None]) -> Settings:
    """Return the settings that `given` names; an empty value is the same as none.

    Raises:
        SettingWrong: a value cannot be what it should be.
    """
    said = {name: value.strip() for name, value in given.items() if value and value.strip()}
    home = _home(said.get("NEWSDESK_HOME"))
    read = Settings(
        home=home,
        database_url=said.get("DATABASE_URL") or _catalogue_in(home),
        embedding_threads=_number(
            "EMBEDDING_THREADS", said.get("EMBEDDING_THREADS"), min(os.cpu_count() or 1, _MOST_THREADS)
        ),
        chroma_url=said.get("CHROMA_URL"),
        chroma_token=said.get("CHROMA_TOKEN"),
        embedding_model=said.get("EMBEDDING_MODEL"),
        reranker_model=said.get("RERANKER_MODEL"),
        chat_model=said.get("CHAT_MODEL"),
        chat_model_url=said.get("CHAT_MODEL_URL"),
        chat_model_key=said.get("CHAT_MODEL_KEY"),
        chat_model_seconds=_number("CHAT_MODEL_SECONDS", said.get("CHAT_MODEL_SECONDS"), _CHAT_SECONDS),
        backup_folder=_folder(said.get("BACKUP_FOLDER")),
        feeds_per_server=_number("FEEDS_PER_SERVER", said.get("FEEDS_PER_SERVER"), _FEEDS),
        discord_token=said.get("DISCORD_TOKEN"),
        discord_api=said.get("DISCORD_API"),
        shard_ids=numbers(said.get("SHARD_IDS")),
        shard_count=_number("SHARD_COUNT", said.get("SHARD_COUNT"), 0) or None,
        log_format=_log_format(said.get("LOG_FORMAT")),
        metrics_port=_port("METRICS_PORT", said.get("METRICS_PORT")),
        metrics_host=said.get("METRICS_HOST") or _THIS_MACHINE,
    )
    chosen(read.shard_ids, read.shard_count)  # both are right by themselves: together they may not be
    return read


def _catalogue_in(home: Path) -> str:
    # The commands that never open the catalogue need not wait for SQLAlchemy.
    from corpus.catalogue.engines import sqlite_url  # noqa: PLC0415

    return sqlite_url(home / "catalogue.db")


def _dotenv() -> dict[str, str | None]:
    try:
        return dotenv_values(find_dotenv(usecwd=True))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingWrong(
            f"The settings in .env cannot be read ({error}): save it as UTF-8 text."
        ) from error


def _home(said: str | None) -> Path:
    try:
        return Path(said or user_data_path("newsdesk")).expanduser()
    except RuntimeError as error:  # nobody has a home folder here
        raise SettingWrong("Set NEWSDESK_HOME to a folder: this account has no home folder.") from error


def _folder(said: str | None) -> Path | None:
    try:
        return Path(said).expanduser() if said else None
    except RuntimeError as error:
        raise SettingWrong(f"BACKUP_FOLDER is {said!r}: write a folder without ~.") from error


def _number(name: str, written: str | None, default: int) -> int:
    if written is None:
        return default
    if not written.isdecimal() or int(written) < 1:
        raise SettingWrong(f"{name} is {written!r}: write a number from 1, or leave it empty.")
    return int(written)


def _port(name: str, written: str | None) -> int | None:
    if written is None:
        return None
    number = _number(name, written, 0)
    if number > _HIGHEST_PORT:
        raise SettingWrong(f"{name} is {written!r}: ports end at {_HIGHEST_PORT}; leave it empty for none.")
    return number


def _log_format(written: str | None) -> LogFormat:
    try:
        return LogFormat((written or LogFormat.TEXT).lower())
    except ValueError:
        raise SettingWrong(f"LOG_FORMAT is {written!r}: write text or json, or leave it empty.") from None
