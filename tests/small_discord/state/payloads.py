"""What Discord sends: the documents of its gateway and HTTP API, as small as its client accepts."""

from __future__ import annotations

import datetime
from typing import Any

from tests.small_discord.state import people
from tests.small_discord.state.people import DIRECT, FORUM, THREADS, Channel, Guild, Person, Role

Json = dict[str, Any]

APPLICATION_ID = people.BOT.id
GUILD_ID = people.GUILD_ID
CHANNEL_ID = people.CHANNEL_ID
_FORUM: Json = {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None}


def now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat()


def user(person: Person) -> Json:
    return {
        "id": person.id,
        "username": person.name,
        "discriminator": "0",
        "global_name": person.name,
        "avatar": None,
        "bot": person.bot,
    }


def application(flags: int) -> Json:
    return {
        "id": APPLICATION_ID,
        "name": "newsdesk",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": flags,
        "team": None,
        "owner": user(people.OWNER),
        "summary": "",
    }


def ready(resume_at: str, session: str, guilds: list[str], flags: int) -> Json:
    return {
        "v": 10,
        "user": user(people.BOT),
        "guilds": [{"id": number, "unavailable": True} for number in guilds],
        "session_id": session,
        "resume_gateway_url": resume_at,
        "application": {"id": APPLICATION_ID, "flags": flags},
    }


def guild(described: Guild, channels: list[Channel]) -> Json:
    return {
        "id": described.id,
        "name": described.name,
        "owner_id": people.OWNER.id,
        "member_count": len(described.members),
        "preferred_locale": described.locale,
        "system_channel_id": described.system_channel,
        "roles": [role(each, place) for place, each in enumerate(described.roles.values())],
        "channels": [channel(each) for each in channels if each.kind not in THREADS],
        "threads": [channel(each) for each in channels if each.kind in THREADS and not each.archived],
        "members": [{**member(described, people.BOT), "user": user(people.BOT)}],
    }


def role(described: Role, position: int = 1) -> Json:
    return {
        "id": described.id,
        "name": described.name,
        "permissions": str(described.permissions),
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": described.id == people.BOT_ROLE,
        "mentionable": False,
        "flags": 0,
    }


def channel(described: Channel) -> Json:
    document = {"id": described.id, "type": described.kind, "last_message_id": None, "flags": 0}
    if described.kind == DIRECT:
        return {**document, "recipients": [user(person) for person in described.recipients]}
    document |= {"guild_id": described.guild, "name": described.name, "parent_id": described.parent}
    if described.kind in THREADS:
        return document | _of_thread(described)
    overwrites = [
        {"id": number, "type": int(number[0] != "6"), "allow": str(allow), "deny": str(deny)}
        for number, (allow, deny) in described.overwrites.items()
    ]
    document |= {"position": 0, "topic": None, "nsfw": False, "permission_overwrites": overwrites}
    return document | (_FORUM if described.kind == FORUM else {})


def _of_thread(described: Channel) -> Json:
    return {
        "owner_id": described.owner,
        "message_count": 0,
        "member_count": 1,
        "rate_limit_per_user": 0,
        "thread_metadata": {
            "archived": described.archived,
            "auto_archive_duration": 1440,
            "archive_timestamp": now(),
            "create_timestamp": now(),
            "locked": described.locked,
        },
    }


def member(of: Guild, person: Person) -> Json:
    """Describe a member without the user, as it comes beside a message's author."""
    return {
        "roles": sorted(of.members.get(person.id, ())),
        "joined_at": now(),
        "deaf": False,
        "mute": False,
        "flags": 0,
    }


def attachment(number: str, name: str, size: int, kind: str | None, url: str) -> Json:
    document = {"id": number, "filename": name, "size": size, "url": url, "proxy_url": url}
    return {**document, "content_type": kind} if kind else document


def message(number: str, place: str, author: Person, body: Json) -> Json:
    return {
        "id": number,
        "channel_id": place,
        "author": user(author),
        "content": body.get("content") or "",
        "timestamp": now(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": body.get("embeds") or [],
        "pinned": False,
        "type": 0,
        "flags": body.get("flags") or 0,
        "components": body.get("components") or [],
    }
