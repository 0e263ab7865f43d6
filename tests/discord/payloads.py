"""What Discord sends: the documents of its gateway and HTTP API, as small as its client accepts."""

from __future__ import annotations

import datetime
from typing import Any

Json = dict[str, Any]

APPLICATION_ID = "1000"
GUILD_ID = "2000"
CHANNEL_ID = "3000"
EMBED_LINKS = 1 << 14


def user(number: str, name: str, *, bot: bool = False) -> Json:
    return {
        "id": number,
        "username": name,
        "discriminator": "0",
        "global_name": name,
        "avatar": None,
        "bot": bot,
    }


BOT = user(APPLICATION_ID, "newsdesk", bot=True)
READER = user("4000", "reader")


def application() -> Json:
    return {
        "id": APPLICATION_ID,
        "name": "newsdesk",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": 0,
        "team": None,
        "owner": READER,
        "summary": "",
    }


def ready(resume_at: str) -> Json:
    return {
        "v": 10,
        "user": BOT,
        "guilds": [{"id": GUILD_ID, "unavailable": True}],
        "session_id": "session",
        "resume_gateway_url": resume_at,
        "application": {"id": APPLICATION_ID, "flags": 0},
    }


def guild() -> Json:
    return {
        "id": GUILD_ID,
        "name": "Readers",
        "owner_id": READER["id"],
        "member_count": 2,
        "roles": [],
        "channels": [],
        "members": [],
        "threads": [],
    }


def interaction(number: str, token: str, command: str, options: Json) -> Json:
    """Describe the use of a slash command, without the place where it was used."""
    typed = [{"name": name, "type": 3, "value": value} for name, value in options.items()]
    return {
        "id": number,
        "application_id": APPLICATION_ID,
        "type": 2,
        "token": token,
        "version": 1,
        "channel_id": CHANNEL_ID,
        "attachment_size_limit": 10_000_000,
        "entitlements": [],
        "data": {"id": "5000", "name": command, "type": 1, "options": typed},
    }


def place(guild_id: str | None) -> Json:
    """Describe a channel of a server, or a direct message where there is none."""
    if guild_id is None:
        return {"context": 1, "channel": {"id": CHANNEL_ID, "type": 1, "recipients": []}, "user": READER}
    channel = {"id": CHANNEL_ID, "type": 0, "name": "news", "position": 0, "permission_overwrites": []}
    member = {"user": READER, "roles": [], "joined_at": _now(), "deaf": False, "mute": False, "flags": 0}
    return {
        "context": 0,
        "guild_id": guild_id,
        "guild": {"id": guild_id, "locale": "en-US", "features": []},
        "channel": channel,
        "member": {**member, "permissions": "0"},
    }


def message(number: str, body: Json) -> Json:
    return {
        "id": number,
        "channel_id": CHANNEL_ID,
        "author": BOT,
        "content": body.get("content") or "",
        "timestamp": _now(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": body.get("embeds") or [],
        "pinned": False,
        "type": 20,
        "flags": body.get("flags") or 0,
        "components": [],
    }


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat()
