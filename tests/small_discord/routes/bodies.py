"""The body of an HTTP request: a document, and the files that came with it."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from tests.small_discord.state.payloads import Json
from tests.small_discord.state.world import File

# The request's document: most often an object, None where there is none.
BODY = web.RequestKey[Any]("body", object)
# The files by their number in `files[0]` and so on.
FILES = web.RequestKey[dict[int, File]]("files", dict)


async def read_body(request: web.Request) -> tuple[Any, dict[int, File]]:
    """Return the document and the files of a request."""
    if request.content_type == "application/json":
        raw = await request.read()
        return (json.loads(raw) if raw else None), {}
    if request.content_type != "multipart/form-data":
        return None, {}
    form = await request.post()
    files = {
        int(name[len("files[") : -1]): File(part.filename, part.file.read(), part.content_type)
        for name, part in form.items()
        if isinstance(part, web.FileField)
    }
    return json.loads(str(form.get("payload_json", "{}"))), files


def with_files(request: web.Request) -> Json:
    """Return the document of a new message with the files that came counted among its attachments."""
    body: Json = request[BODY]
    came: dict[int, File] = request[FILES]
    return body | {"attachments": body.get("attachments") or list(came)}
