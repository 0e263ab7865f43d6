"""Finding out what is wrong with a newsdesk, and what mends it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.assembly import Desk
from bot.backups_found import of_backups
from bot.discretion import struck
from bot.invitation import PERMISSIONS, invitation
from bot.jobs.jobs_found import of_jobs
from bot.servers_found import Finding, of_servers
from bot.settings import Settings
from corpus.catalogue import articles, integrity, models
from corpus.errors import CatalogueOutdated, CatalogueUnusable, CorpusError
from corpus.vector_space import Model, comparable
from retrieval.errors import RetrievalError

_ROOM = 1 << 20  # bytes that must fit into the home


def diagnose(desk: Desk) -> list[Finding]:
    """Check settings, catalogue, model, index, jobs, servers and backups, in this order.

    Whatever one of them meets, the others are checked all the same, as far as they can be.
    """
    findings = _tried("settings", _settings, desk)
    try:
        catalogue = desk.catalogue
    except CatalogueUnusable as error:
        broken = _broken(error)
        rest = "not checked, for lack of the catalogue."
        unchecked = [Finding(name, well=False, finding=rest) for name in ("vector index", "servers")]
        return [*findings, broken, *_tried("model", _model_alone, desk), *unchecked]
    if catalogue.unwritable:
        findings.append(_unwritable(str(catalogue.unwritable)))
    checks: list[tuple[str, Callable[[Desk], Iterator[Finding]]]] = [
        ("catalogue", _catalogue),
        ("model", _model),
        ("vector index", _index),
        ("jobs", of_jobs),
        ("servers", of_servers),
        ("backups", of_backups),
    ]
    return findings + [finding for name, check in checks for finding in _tried(name, check, desk)]


def _tried(name: str, check: Callable[[Desk], Iterator[Finding]], desk: Desk) -> list[Finding]:
    findings: list[Finding] = []
    try:
        findings.extend(check(desk))
    except (CorpusError, RetrievalError, OSError) as error:
        findings.append(Finding(name, well=False, finding="does not work.", cure=struck(str(error))))
    except Exception as error:  # noqa: BLE001 - what is wrong here must not hide what is wrong elsewhere
        said = struck(" ".join(f"{type(error).__name__}: {error}".split()))
        cure = "Report it, with what `newsdesk --debug list` shows."
        findings.append(Finding(name, well=False, finding=f"does not work ({said}).", cure=cure))
    return findings


def _unwritable(why: str) -> Finding:
    return Finding("catalogue", well=False, finding="can be read but not changed.", cure=why)


def _broken(error: CatalogueUnusable) -> Finding:
    if isinstance(error, CatalogueOutdated):
        finding = f"of an earlier release ({error.name})."
        return Finding("catalogue", well=False, finding=finding, cure="Run `newsdesk upgrade`.")
    return Finding("catalogue", well=False, finding="cannot be used.", cure=struck(str(error)))


def _settings(desk: Desk) -> Iterator[Finding]:
    chosen = desk.settings
    yield _home(chosen.home)
    yield Finding("chat model", well=True, finding=chosen.chat_model or "none: answers are quotations.")
    yield _discord(chosen)
    yield from _invitation(chosen.discord_token)


def _discord(chosen: Settings) -> Finding:
    if chosen.discord_token is None:
        return Finding("Discord", well=True, finding="no token: set DISCORD_TOKEN to run `newsdesk bot`.")
    finding = "a token is set."
    if chosen.shards is not None:
        named = ", ".join(map(str, chosen.shards.ids))
        finding = f"a token is set; this process has of {chosen.shards.count} shards: {named}."
    return Finding("Discord", well=True, finding=finding)


def _home(home: Path) -> Finding:
    """Tell whether files can be made in the home, by making one: rights alone do not say so."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home) as file:
            file.write(bytes(_ROOM))
        return Finding("home", well=True, finding=str(home))
    except OSError as error:
        finding = f"{home} cannot be written ({error.strerror})."
        cure = "Make that possible, or set NEWSDESK_HOME to a folder that can be written."
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
        faults = integrity.damage(connection)
        if not faults:
            counted, passages = articles.count(connection)
            yield _corpus(counted, passages)
            faults = integrity.inconsistencies(connection)
    for fault in faults:
        yield Finding("catalogue", well=False, finding=fault.what, cure=fault.cure)
    if not faults:
        yield Finding("catalogue", well=True, finding="whole.")


def _corpus(counted: int, passages: int) -> Finding:
    if counted:
        return Finding("corpus", well=True, finding=f"{counted} articles in {passages} passages.")
    cure = "Add some: `newsdesk add --samples`, or your own."
    return Finding("corpus", well=True, finding="no articles yet.", cure=cure)


def _model_alone(desk: Desk) -> Iterator[Finding]:
    yield Finding("model", well=True, finding=f"{_described(desk.embedder.identity)}.")


def _described(model: Model) -> str:
    return f"{model.name} ({model.revision}), {model.dimensions} dimensions"


def _model(desk: Desk) -> Iterator[Finding]:
    identity = desk.embedder.identity
    with desk.catalogue.reading() as connection:
        active = models.active(connection)
    described = _described(identity)
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
