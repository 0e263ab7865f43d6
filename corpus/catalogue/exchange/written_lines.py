"""From the history of an article to a line of an export, of which `newsdesk add` reads the live version."""

from __future__ import annotations

import json
from typing import Any

from corpus.article import Draft
from corpus.catalogue.exchange.history import History, PastChange, PastVersion

FORMAT = 1


def line(history: History, *, plain: bool = False) -> str:
    """Return the line, without its end.

    Args:
        history: the article.
        plain: whether letters beyond ASCII are escaped.
    """
    live = history.versions[history.live - 1] if history.live else None
    document = {
        "export": FORMAT,
        "id": history.id,
        "guild": history.guild,
        **(_version(live) if live else {}),
        "live": history.live,
        # The live one stands above, where whoever reads articles looks for it.
        "versions": [None if one is live else _version(one) for one in history.versions],
        "changes": [_change(one) for one in history.changes],
    }
    return json.dumps(document, ensure_ascii=plain, separators=(",", ":"))


def _version(version: PastVersion) -> dict[str, Any]:
    return {**_draft(version.draft), "added": version.added.isoformat()}


def _draft(draft: Draft) -> dict[str, Any]:
    stated = {
        "text": draft.text,
        "url": draft.url,
        "title": draft.title,
        "outlet": draft.outlet,
        "author": draft.author,
        "published": str(draft.published) if draft.published else None,
        "modified": str(draft.modified) if draft.modified else None,
        "language": draft.language,
        "kind": draft.genre,
        "shortfall": draft.shortfall,
        "source": draft.source,
    }
    return {name: value for name, value in stated.items() if value is not None}


def _change(change: PastChange) -> dict[str, Any]:
    stated = {
        "at": change.at.isoformat(),
        "actor": change.actor,
        "guild": change.guild,
        "action": change.action,
        "before": change.before,
        "after": change.after,
        "undoes": change.undoes,
        "note": change.note,
    }
    return {name: value for name, value in stated.items() if value is not None}
