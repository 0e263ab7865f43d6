"""A page that shows messages as Discord does, from what the bot really sent: for pictures, and to look at."""

from __future__ import annotations

import base64
import datetime
import html
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from tests.small_discord.screen.markdown import Piece, read

Json = dict[str, Any]

_STYLE = """
body{margin:0;background:#313338;color:#dbdee1;width:720px;font:16px/1.375 'DejaVu Sans',sans-serif}
main{padding:16px 18px 18px}
article{display:flex;gap:14px;margin:0 0 14px}
.face{flex:none;width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;font-weight:700;
 display:grid;place-items:center;font-size:15px}
.name{font-weight:600;color:#f2f3f5}.tag{background:#5865f2;color:#fff;font-size:10px;border-radius:3px;
 padding:1px 4px;margin-left:5px;vertical-align:2px}.time{color:#949ba4;font-size:12px;margin-left:8px}
.body{flex:1;min-width:0;overflow-wrap:anywhere;white-space:pre-wrap}
.embed{background:#2b2d31;border-left:4px solid #1e1f22;border-radius:4px;padding:10px 14px 12px;
 margin-top:5px;max-width:560px;font-size:14px}
.author{font-weight:600;font-size:14px;color:#f2f3f5;margin-bottom:6px}
.title{font-weight:600;font-size:16px;color:#f2f3f5;margin-bottom:6px}
img{display:block;max-width:100%;border-radius:4px;margin-top:8px}
.footer{font-size:12px;color:#949ba4;margin-top:8px}
.field{margin-top:8px}.field b{display:block;color:#f2f3f5}
.fields{display:grid;grid-template-columns:repeat(3,1fr);gap:0 12px}.wide{grid-column:1/-1}
blockquote{margin:2px 0;border-left:4px solid #4e5058;border-radius:2px;padding:0 8px 0 10px}
.gap{height:8px}
a{color:#00a8fc;text-decoration:none}
code,pre{font:13px/1.3 'DejaVu Sans Mono',monospace;background:#1e1f22;border-radius:4px}
code{padding:1px 4px}pre{padding:8px;margin:4px 0;white-space:pre-wrap}
time{background:#3c3e44;border-radius:3px;padding:0 2px}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.button{background:#4e5058;color:#fff;border-radius:4px;padding:6px 14px;font-size:14px;font-weight:500}
.s1{background:#5865f2}.s3{background:#248046}.s4{background:#da373c}.off{opacity:.5}
.menu{background:#1e1f22;border-radius:4px;padding:8px 12px;font-size:14px;color:#949ba4;min-width:380px}
.small{color:#949ba4;font-size:12px}
.private{color:#949ba4;font-size:12px;margin-top:6px}
"""
_STYLES = {1: "s1", 2: "s2", 3: "s3", 4: "s4", 5: "s2"}
_BUTTON, _EPHEMERAL = 2, 1 << 6
_SMALL = "-# "


def page(messages: Iterable[Json], files: Mapping[str, bytes] | None = None) -> str:
    """Return the HTML of a channel with those messages, as Discord's API gives them.

    `files` are the pictures attached to them, by name.
    """
    shown = "".join(_message(message, files or {}) for message in messages)
    return f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style><main>{shown}</main>"


def _message(message: Json, files: Mapping[str, bytes]) -> str:
    author = message["author"]
    name = html.escape(str(author.get("global_name") or author["username"]))
    tag = "<span class=tag>APP</span>" if author.get("bot") else ""
    private = message.get("flags", 0) & _EPHEMERAL
    below = "<div class=private>Only you can see this</div>" if private else ""
    content = _markdown(message["content"]) if message["content"] else ""
    embeds = "".join(_embed(embed, files) for embed in message["embeds"])
    inside = content + embeds + "".join(map(_row, message["components"]))
    return (
        f"<article><div class=face>{name[:2]}</div><div class=body><span class=name>{name}</span>{tag}"
        f"<div>{inside}{below}</div></div></article>"
    )


def _embed(embed: Json, files: Mapping[str, bytes]) -> str:
    author = (embed.get("author") or {}).get("name")
    footer = (embed.get("footer") or {}).get("text")
    parts = [
        f"<div class=author>{html.escape(author)}</div>" if author else "",
        f"<div class=title>{_markdown(embed['title'])}</div>" if embed.get("title") else "",
        _markdown(embed["description"]) if embed.get("description") else "",
        f"<div class=fields>{''.join(map(_field, embed.get('fields') or []))}</div>",
        _image(files.get((embed.get("image") or {}).get("url", "").removeprefix("attachment://"))),
        f"<div class=footer>{html.escape(footer)}</div>" if footer else "",
    ]
    return f"<div class=embed>{''.join(parts)}</div>"


def _image(drawn: bytes | None) -> str:
    return f"<img src='data:image/png;base64,{base64.b64encode(drawn).decode()}'>" if drawn else ""


def _field(field: Json) -> str:
    wide = "" if field.get("inline") else " wide"
    return f"<div class='field{wide}'><b>{_markdown(field['name'])}</b>{_markdown(field['value'])}</div>"


def _row(row: Json) -> str:
    return f"<div class=row>{''.join(map(_component, row.get('components', [])))}</div>"


def _component(part: Json) -> str:
    off = " off" if part.get("disabled") else ""
    if part["type"] == _BUTTON:
        style, label = _STYLES[part["style"]], html.escape(part.get("label") or "")
        return f"<span class='button {style}{off}'>{label}</span>"
    chosen = [option["label"] for option in part.get("options") or [] if option.get("default")]
    shown = ", ".join(chosen) or part.get("placeholder") or ""
    return f"<span class='menu{off}'>{html.escape(shown)} ⌄</span>"


def _markdown(text: str) -> str:
    blocks = groupby(text.split("\n"), key=_kind)
    return "".join(_block("\n".join(lines), kind) for kind, lines in blocks)


def _kind(line: str) -> str:
    return next((kind for kind in ("> ", _SMALL) if line.lstrip().startswith(kind)), "")


def _block(text: str, kind: str) -> str:
    if kind == _SMALL:
        return "".join(f"<div class=small>{_inline(line)}</div>" for line in text.split("\n"))
    if not kind:
        gap = "<div class=gap></div>"
        return f"{gap if text.startswith(chr(10)) else ''}{_inline(text.strip(chr(10)))}{gap}"
    return f"<blockquote>{_inline(text)}</blockquote>"


def _inline(text: str) -> str:
    return "".join(map(_piece, read(text)))


def _piece(piece: Piece) -> str:
    shown = _PIECES.get(piece.kind)
    return shown(piece) if shown else html.escape(piece.shown)


def _code(piece: Piece) -> str:
    if piece.shown.startswith("```"):
        return f"<pre>{html.escape(piece.shown.strip('`').strip(chr(10)))}</pre>"
    return f"<code>{html.escape(piece.shown.strip('`'))}</code>"


def _moment(written: str) -> str:
    seconds, _, style = written.strip("<>").removeprefix("t:").partition(":")
    at = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    if style == "R":
        return "just now"
    return f"{at:%B} {at.day}, {at.year}"


_PIECES: dict[str, Callable[[Piece], str]] = {
    "masked": lambda piece: f"<a href='{html.escape(piece.target)}'>{html.escape(piece.shown)}</a>",
    "bold": lambda piece: f"<strong>{_inline(piece.shown[2:-2])}</strong>",
    "struck": lambda piece: f"<s>{_inline(piece.shown[2:-2])}</s>",
    "timestamp": lambda piece: f"<time>{_moment(piece.shown)}</time>",
    "code": _code,
    "italic": lambda piece: f"<em>{_inline(piece.shown[1:-1])}</em>",
    "list": lambda _: "• ",
    "subtext": lambda _: "",
}
