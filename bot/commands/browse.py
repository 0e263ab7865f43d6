"""`newsdesk list` and `newsdesk show`: what is in the corpus."""

from typing import Annotated

import typer

from bot.commands.desk import open_desk
from bot.commands.options import Guild, Json, Kind
from corpus.filters import Filters

Name = Annotated[str, typer.Argument(metavar="ARTICLE", help="An id, the beginning of one, or an address.")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many, newest first.", show_default=False)]


def list_articles(
    *, guild: Guild = None, kind: Kind = None, limit: Limit = None, as_json: Json = False
) -> None:
    """List the articles, newest first. With --guild those which that server sees, with --kind those of it."""
    from bot.documents import articles as documents
    from bot.terminal.console import notices, print_json, print_table
    from corpus.catalogue import articles

    with open_desk(reads_only=True).catalogue.reading() as connection:
        found = articles.every(connection, Filters(guild=guild) if guild else None, limit, kind)
        total = articles.count(connection)[0]
    if as_json:
        print_json({"articles": [documents.article(one) for one in found]})
        return
    rows = [
        (
            one.id,
            str(one.draft.published or ""),
            one.draft.language or "",
            one.draft.outlet or "",
            _title(one.draft.title),
        )
        for one in found
    ]
    print_table(("id", "published", "", "outlet", "title"), rows, (0, 0, 0, 2, 3))
    if not total:
        notices().print("There are no articles yet: `newsdesk add --samples` adds some to try.")


def show(
    name: Name,
    *,
    passages: Annotated[bool, typer.Option("--passages", help="Show how it is cut into passages.")] = False,
    as_json: Json = False,
) -> None:
    """Show an article and where it comes from. Its text is exactly as it is kept."""
    from bot.documents import articles as documents
    from bot.terminal.article import print_article
    from bot.terminal.console import print_json
    from corpus.catalogue import articles

    with open_desk(reads_only=True).catalogue.reading() as connection:
        article = articles.find(connection, name)
        spans = articles.spans(connection, article.version) if passages else None
    if as_json:
        print_json(documents.shown(article, spans))
    else:
        print_article(article, spans)


def _title(title: str | None) -> str:
    return title or "(no title)"
