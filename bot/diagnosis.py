"""Finding out what is wrong with a newsdesk, and what mends it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.assembly import Desk
from bot.invitation import PERMISSIONS, invitation
from bot.servers_found import Finding, of_servers
from corpus.catalogue import articles, integrity, models
from corpus.errors import CatalogueOutdated, CorpusError
from corpus.vector_space import Model, comparable
from retrieval.errors import RetrievalError


def diagnose(desk: Desk) -> list[Finding]:
    """Check the settings, the catalogue, the model, the index and the servers, in this order."""
    checks: list[tuple[str, Callable[[Desk], Iterator[Finding]]]] = [
        ("settings", _settings),
        ("catalogue", _catalogue),
        ("model", _model),
        ("vector index", _index),
        ("servers", of_servers),
    ]
    return [finding for name, check in checks for finding in _tried(name, check, desk)]


def _tried(name: str, check: Callable[[Desk], Iterator[Finding]], desk: Desk) -> list[Finding]:
    try:
        return list(check(desk))
    except CatalogueOutdated as error:
        return [_outdated(error)] if name == "catalogue" else []  # said once
    except (CorpusError, RetrievalError, OSError) as error:
        return [Finding(name, well=False, finding="does not work.", cure=str(error))]


def _outdated(error: CatalogueOutdated) -> Finding:
    finding = f"of an earlier release ({error.name})."
    return Finding("catalogue", well=False, finding=finding, cure="Run `newsdesk upgrade`.")


def _settings(desk: Desk) -> Iterator[Finding]:
    chosen = desk.settings
    yield _home(chosen.home)
    yield Finding("chat model", well=True, finding=chosen.chat_model or "none: answers are quotations.")
    yield Finding(
        "Discord",
        well=True,
        finding="a token is set."
        if chosen.discord_token
        else "no token: set DISCORD_TOKEN to run `newsdesk bot`.",
    )
    yield from _invitation(chosen.discord_token)


def _home(home: Path) -> Finding:
    """Tell whether files can be made in the home, by making one: rights alone do not say so."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            return Finding("home", well=True, finding=str(home))
    except OSError as error:
        finding = f"{home} cannot be written ({error.strerror})."
        cure = "Set NEWSDESK_HOME to a folder that can be written."
        return Finding("home", well=False, finding=finding, cure=cure)


def _invitation(token: str | None) -> Iterator[Finding]:
    if token is None:
        finding = "none without DISCORD_TOKEN, which names the bot."
        yield Finding("invite link", well=True, finding=finding)
        return
    link = invitation(token)
    if link is None:
        yield Finding(
            "invite link",
            well=False,
            finding="none: DISCORD_TOKEN is not the token of a bot.",
            cure="Copy it again from the Bot page of your application: it has three parts with dots between.",
        )
        return
    yield Finding("invite link", well=True, finding=link)
    yield Finding("permissions", well=True, finding=f"the link asks for {', '.join(PERMISSIONS)}.")


def _catalogue(desk: Desk) -> Iterator[Finding]:
    with desk.catalogue.reading() as connection:
        counted, passages = articles.count(connection)
        faults = integrity.faults(connection)
    if counted:
        yield Finding("corpus", well=True, finding=f"{counted} articles in {passages} passages.")
    else:
        yield Finding(
            "corpus",
            well=True,
            finding="no articles yet.",
            cure="Add some: `newsdesk add --samples`, or your own.",
        )
    for fault in faults:
        yield Finding("catalogue", well=False, finding=fault.what, cure=fault.cure)
    if not faults:
        yield Finding("catalogue", well=True, finding="whole.")


def _model(desk: Desk) -> Iterator[Finding]:
    identity = desk.embedder.identity
    with desk.catalogue.reading() as connection:
        active = models.active(connection)
    described = f"{identity.name} ({identity.revision}), {identity.dimensions} dimensions"
    if active is None or active[1] == identity:
        yield Finding("model", well=True, finding=f"{described}.")
    else:
        yield _embedded_otherwise(described, active[1], same_weights=comparable(active[1], identity))


def _embedded_otherwise(described: str, stored: Model, *, same_weights: bool) -> Finding:
    of = f"{stored.name} ({stored.revision})"
    if not same_weights:
        found = f"{described}, but the articles have vectors of {of}."
        cure = "Run `newsdesk reindex`, or set EMBEDDING_MODEL back."
        return Finding("model", well=False, finding=found, cure=cure)
    found = (
        f"{described}, but the articles were embedded by an earlier release ({of}), less exactly on some "
        "processors. They are still found."
    )
    return Finding("model", well=False, finding=found, cure="Run `newsdesk reindex`.")


def _index(desk: Desk) -> Iterator[Finding]:
    if desk.chroma is None:
        yield Finding(
            "vector index", well=True, finding="in use by another process, which keeps it up to date."
        )
        return
    came, went = desk.chroma.synchronise()
    finding = f"brought up to date: {came} in, {went} out." if came or went else "up to date."
    yield Finding("vector index", well=True, finding=finding)
