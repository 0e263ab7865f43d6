"""The link that invites the bot to a server: what it asks for there, and nothing more."""

import base64
import binascii
from collections.abc import Mapping
from urllib.parse import urlencode

# By the names that Discord shows, with the bits of its API: https://discord.com/developers/docs/topics/permissions.
PERMISSIONS: Mapping[str, int] = {
    "Add Reactions": 1 << 6,
    "View Channels": 1 << 10,
    "Send Messages": 1 << 11,
    "Embed Links": 1 << 14,
    "Attach Files": 1 << 15,
    "Read Message History": 1 << 16,
    "Create Public Threads": 1 << 35,
    "Send Messages in Threads": 1 << 38,
}
SCOPES = ("bot", "applications.commands")

_AUTHORISE = "https://discord.com/oauth2/authorize"


def invitation(token: str) -> str | None:
    """Return the link that invites the bot of that token; None where the token is not one of a bot.

    A token's first part is the application's number, in base64: nothing needs to be asked of Discord.
    """
    application = _application(token)
    if application is None:
        return None
    asked = {
        "client_id": application,
        "scope": " ".join(SCOPES),
        "permissions": str(sum(PERMISSIONS.values())),
    }
    return f"{_AUTHORISE}?{urlencode(asked)}"


def _application(token: str) -> str | None:
    first, dot, _ = token.partition(".")
    try:
        number = base64.b64decode(first + "=" * (-len(first) % 4), altchars=b"-_", validate=True).decode(
            "ascii"
        )
    except (binascii.Error, ValueError):
        return None
    return number if dot and number.isdecimal() else None
