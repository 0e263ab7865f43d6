"""An article on the terminal."""

from collections.abc import Sequence

from bot.marks import ENGLISH, kind_named, marks
from bot.terminal.console import output, print_text
from corpus.article import Article, Span


def print_article(article: Article, passages: Sequence[Span] | None) -> None:
    """Print where an article comes from and its text; with `passages`, each under its place."""
    console, draft = output(), article.draft
    console.print(draft.title or "(no title)", style="bold")
    described = {
        "id": article.id,
        "outlet": draft.outlet,
        "author": draft.author,
        "published": draft.published,
        "modified": draft.modified,
        "language": draft.language,
        "kind": kind_named(draft.genre, ENGLISH) if draft.genre else None,
        "mind": marks(draft, ENGLISH, kind=False) or None,
        "link": draft.url,
        "server": article.guild,
        "read from": draft.source,
        "added": article.added.strftime("%Y-%m-%d %H:%M UTC"),
    }
    for name, value in described.items():
        if value is not None:
            console.print(f"{name:>9}  {value}", style="dim", soft_wrap=True)
    console.print()
    if passages is None:
        print_text(draft.text)
        return
    for number, span in enumerate(passages, start=1):
        console.print(f"passage {number}, characters {span.start} to {span.end}", style="cyan")
        print_text(span.of(draft.text))
        console.print()
