"""`newsdesk reindex`: computes the vectors anew with the model now set."""

from bot.commands.desk import bring_up_to_date, open_desk
from bot.commands.options import Json


def reindex(*, as_json: Json = False) -> None:
    """Embed all articles with the model now set. Until that is complete the old vectors stay in use."""
    from bot.terminal.console import output, print_json
    from bot.terminal.progress import tracked
    from corpus.catalogue import articles
    from retrieval.models.reindexing import reindex as embed_anew

    desk = open_desk()
    with desk.catalogue.reading() as connection:
        total = articles.count(connection)[1]
    batches = embed_anew(desk.catalogue, desk.embedder)
    passages = sum(tracked(batches, "Embedding", "passages", total, size=int))
    bring_up_to_date(desk)
    model = desk.embedder.identity
    if as_json:
        print_json({"model": model.name, "revision": model.revision, "passages": passages})
    else:
        output().print(f"Embedded {passages} passages; the corpus now uses {model.name} ({model.revision}).")
