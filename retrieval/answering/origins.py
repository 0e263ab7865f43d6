"""How many independent origins the articles of an answer have: copies of one report count once."""

from collections.abc import Callable, Iterable

from corpus.article import Article
from retrieval.language.likeness import NEARLY_SAME, Shingles, shared, shingles
from retrieval.search.repetition import one_holds_the_other
from retrieval.search.results import Answer


def origins_of(answer: Answer) -> tuple[tuple[Article, ...], ...]:
    """Return the articles that an answer quotes in groups of nearly the same text.

    Those whose words that answer differ, as another number or another name does, are not of one group.
    """
    said: dict[str, set[str]] = {}
    for one in answer.answers:
        said.setdefault(one.citation.article.id, set()).add(one.words)

    def differ(one: Article, other: Article) -> bool:
        mine, theirs = said.get(one.id, set()), said.get(other.id, set())
        languages = one.draft.language, other.draft.language
        return bool(mine and theirs) and not any(
            one_holds_the_other(a, b, *languages) for a in mine for b in theirs
        )

    return origins((one.article for one in answer.citations), differ)


def origins(
    articles: Iterable[Article], differ: Callable[[Article, Article], bool] = lambda _one, _other: False
) -> tuple[tuple[Article, ...], ...]:
    """Return the articles in groups of nearly the same text, each article once.

    A copy of a copy has the origin of both, also where it is like one of them alone. Groups come in the order
    of their first articles, and in a group the one that was published first comes first: the others may
    have taken it from there. A translation is taken for a report of its own.
    """
    groups: list[list[Article]] = []
    each = {one.id: one for one in articles}
    said = {number: shingles(one.draft.text) for number, one in each.items()} if len(each) > 1 else {}
    for article in each.values():
        alike = [
            group
            for group in groups
            if any(_are_copies(said[article.id], said[one.id]) for one in group)
            and not any(differ(article, one) for one in group)
        ]
        joined = [one for group in alike for one in group] + [article]
        if alike:
            groups[groups.index(alike[0])] = joined
            groups = [group for group in groups if group not in alike[1:]]
        else:
            groups.append(joined)
    return tuple(tuple(sorted(group, key=_published)) for group in groups)


def _are_copies(one: Shingles, other: Shingles) -> bool:
    return shared(one, other) >= NEARLY_SAME


def _published(article: Article) -> tuple[bool, str]:
    """Order articles by date, those without one last; a vaguer date stands before a day of it."""
    published = article.draft.published
    return published is None, str(published or "")
