"""Which articles a timeline is made of: those about its matter, whatever their age."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.text import folded
from retrieval.language.countries import in_the_other_language
from retrieval.question.asked_names import missing, names
from retrieval.search.results import Hit
from retrieval.search.search import Found

MOST = 40  # articles
_READ = 3  # passages of an article, its best
# Shares of the best article's score, on 38 questions about the sample articles: 91 of the 93 articles that
# are meant and hold the names have at least 0.53. Of 1,850 others that lack one none has more than 0.74; the
# only one in another language that is meant and lacks one has 0.80.
_ABOUT = 0.53
_ABOUT_WITHOUT_NAME = 0.76
# Where nothing is found, the best passage shares hardly a word and is hardly like the question. Of the 324
# questions of tests/evaluation, those with no better cosine than 0.4, follow-ups, have at least 0.12 of the
# words; of 84 made of random letters, of 2 to 500 characters, none has a better one than 0.37, and 81 have no
# more than 0.06 of the words.
_NO_WORDS = 0.08
_NOT_LIKE = 0.4


@dataclass(frozen=True, slots=True)
class Story:
    """An article and its best passages, the best first; `score` is the best one's, without regard to age."""

    article: Article
    hits: tuple[Hit, ...]
    score: float


def gathered(found: Found) -> list[Story]:
    """Return the articles that are about a question, the best first; only those with a date.

    An article is, where its best passage scores at least half of what the best of all does, and it holds as
    many names and figures of the question as the best one. One in another language may lack a name,
    which is written otherwise there, where it scores higher. None is where no passage has to do with it.
    """
    stories = sorted(_stories(found.hits), key=lambda story: -story.score)
    if not stories or _is_about_nothing(found.hits):
        return []
    best = stories[0]
    fewest = _missing(found, best.article)
    return [story for story in stories if _is_about(found, story, best.score, fewest)][:MOST]


def _is_about_nothing(hits: Sequence[Hit]) -> bool:
    """Tell whether no passage has to do with the question, so that reading any is of no use."""
    words = max((hit.scores.get("lexical", 0.0) for hit in hits), default=0.0)
    likeness = max((hit.scores.get("dense", 0.0) for hit in hits), default=0.0)
    return words < _NO_WORDS and likeness < _NOT_LIKE


def _stories(hits: Iterable[Hit]) -> list[Story]:
    by_article: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.article.draft.published is not None:
            by_article.setdefault(hit.article.id, []).append(replace(hit, score=_ageless(hit)))
    return [_story(sorted(own, key=lambda hit: -hit.score)) for own in by_article.values()]


def _story(hits: Sequence[Hit]) -> Story:
    return Story(hits[0].article, tuple(hits[:_READ]), hits[0].score)


def _ageless(hit: Hit) -> float:
    """Return the fused score without what being new gives; a reranker's has another scale."""
    return hit.scores.get("fused", hit.score) - hit.scores.get("recent", 0.0)


def _is_about(found: Found, story: Story, best: float, fewest: int) -> bool:
    if _missing(found, story.article) <= fewest:
        return story.score >= _ABOUT * best
    foreign = found.words.foreign_to(story.article.draft.language)
    return foreign and story.score >= _ABOUT_WITHOUT_NAME * best


def _missing(found: Found, article: Article) -> int:
    """Return how many names of the question an article lacks; countries may have their other name."""
    text = folded(f"{article.draft.title or ''}\n{article.draft.text}")
    abroad = in_the_other_language()
    also = [
        name for name in names(found.question) if any(other in text for other in abroad.get(folded(name), ()))
    ]
    return len(missing(found.question, "\n".join([text, *also])))
