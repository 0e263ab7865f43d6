"""`newsdesk add`: puts articles into the corpus."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.desk import actor, bring_up_to_date, open_desk, require_writable
from bot.commands.options import Guild, Json, parsed_date
from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.errors import CorpusError, SourceUnreadable
from retrieval.errors import RetrievalError

if TYPE_CHECKING:
    from corpus.reading.parsing.jobs import Parser
    from retrieval.curating.curator import Added

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="An http(s) address; a .txt .md .html .pdf .docx .epub .eml file; a .jsonl of articles; "
        "a folder of those; or - for standard input.",
        show_default=False,
    ),
]
Samples = Annotated[bool, typer.Option("--samples", help="Add the sample articles that come with newsdesk.")]
Url = Annotated[str | None, typer.Option("--url", help="The article's address.", show_default=False)]
Title = Annotated[str | None, typer.Option("--title", help="Its headline.", show_default=False)]
OutletOf = Annotated[str | None, typer.Option("--outlet", help="Who published it.", show_default=False)]
AuthorOf = Annotated[str | None, typer.Option("--author", help="Who wrote it.", show_default=False)]
Published = Annotated[
    PartialDate | None,
    typer.Option("--published", parser=parsed_date, metavar="D", help="When, as far as known."),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Say only what went wrong.")]
Later = Annotated[
    bool,
    typer.Option("--later", help="Leave it to the workers: addresses are read by them; needs PostgreSQL."),
]
LanguageOf = Annotated[str | None, typer.Option("--language", help="nl, en, …", show_default=False)]


def add(
    *,
    sources: Sources = None,
    samples: Samples = False,
    guild: Guild = None,
    url: Url = None,
    title: Title = None,
    outlet: OutletOf = None,
    author: AuthorOf = None,
    published: Published = None,
    language: LanguageOf = None,
    later: Later = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Put articles into the corpus. What is there already stays as it is."""
    given = _described(url, title, outlet, author, published, language)
    _require_fitting(sources, given, samples=samples, later=later)
    if later:
        from bot.commands.adding_later import leave

        leave(sources, guild or None, quiet=quiet, as_json=as_json)
        return
    started = time.perf_counter()
    outcomes, broken_off = _stored(sources, guild or None, given, quiet=quiet or as_json)
    _report(outcomes, time.perf_counter() - started, quiet=quiet, as_json=as_json)
    if broken_off is not None:
        raise broken_off
    if any(isinstance(one, SourceUnreadable) for one in outcomes):
        raise typer.Exit(1)


def _require_fitting(
    sources: Sequence[str] | None, given: dict[str, Any], *, samples: bool, later: bool
) -> None:
    """Refuse what does not go together.

    Raises:
        BadParameter: the sentence says what to do.
    """
    if bool(sources) == samples:
        raise typer.BadParameter("Name at least one source, or --samples.", param_hint="SOURCE")
    if given and len(sources or []) != 1:
        raise typer.BadParameter("These describe one article: name one source.", param_hint=" ".join(given))
    if given and later:
        raise typer.BadParameter("These describe an article that is added now.", param_hint="--later")


def _described(
    url: str | None,
    title: str | None,
    outlet: str | None,
    author: str | None,
    published: PartialDate | None,
    language: str | None,
) -> dict[str, Any]:
    from corpus.language import code

    if language is not None and code(language) is None:
        raise typer.BadParameter("Write a language as nl or en.", param_hint="--language")
    said = {
        "url": url,
        "title": title,
        "outlet": outlet,
        "author": author,
        "published": published,
        "language": code(language) if language else None,
    }
    return {name: value for name, value in said.items() if value is not None}


def _stored(
    sources: Sequence[str] | None, guild: str | None, given: dict[str, Any], *, quiet: bool
) -> tuple[list[Added | SourceUnreadable], CorpusError | RetrievalError | None]:
    """Return what became of each article, and what broke it off in the middle, such as a full disk."""
    from bot.terminal.added import print_as_it_comes
    from bot.terminal.progress import tracked
    from corpus.reading.expected import expected, is_parsed

    desk = open_desk()
    require_writable(desk)
    outcomes: list[Added | SourceUnreadable] = []
    broken_off = None
    with as_file(files("corpus") / "samples") as shipped, closing(desk.parsers) as parsers:
        named = sources if sources is not None else [str(shipped)]
        if any(map(is_parsed, named)):
            parsers.warm()
        reading = _Reading(named, given, parsers)
        total = sum(expected(source) for source in named)
        stored = desk.curator.add(reading.articles(), actor(), guild)
        try:
            for one in tracked(stored, "Adding", "articles", total):
                outcomes.append(one)
                if not quiet:
                    print_as_it_comes(one)
        except (CorpusError, RetrievalError) as error:
            broken_off = error
            outcomes += reading.left(len(outcomes), str(error))
    if any(not isinstance(one, SourceUnreadable) and one.stored for one in outcomes):
        bring_up_to_date(desk)
    return outcomes, broken_off


class _Reading:
    """Articles read from sources, and which of them are left when it is broken off."""

    def __init__(self, sources: Sequence[str], given: dict[str, Any], parser: Parser) -> None:
        self._sources = sources
        self._given = given
        self._parser = parser
        self._whole = 0  # sources read to their end
        self._read: list[str] = []

    def articles(self) -> Iterator[Draft | SourceUnreadable]:
        """Read every source, one after the other."""
        from corpus.reading.sources import read

        for source in self._sources:
            for one in read(source, stdin=sys.stdin.buffer, parser=self._parser):
                self._read.append(one.source)
                yield replace(one, **self._given) if isinstance(one, Draft) and self._given else one
            self._whole += 1

    def left(self, settled: int, why: str) -> list[SourceUnreadable]:
        """Return what was read beyond the first `settled` articles, and each source not read to its end."""
        unfinished = self._sources[self._whole :]
        return [
            SourceUnreadable(source, why) for source in dict.fromkeys([*self._read[settled:], *unfinished])
        ]


def _report(
    outcomes: Sequence[Added | SourceUnreadable], seconds: float, *, quiet: bool, as_json: bool
) -> None:
    from bot.documents import articles
    from bot.terminal.added import print_additions
    from bot.terminal.console import print_json

    if as_json:
        print_json(articles.additions(outcomes))
    else:
        print_additions(outcomes, seconds, quiet=quiet)
