"""The register of what looks into a catalogue: how it is called for a guild, or why it never is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.article import Article
from corpus.catalogue import (
    acronyms,
    alike,
    answered_before,
    answers,
    arrivals,
    articles,
    askers,
    barred,
    browsing,
    digests,
    editing,
    feed_entries,
    feedback,
    feeds,
    guild_settings,
    journal,
    looks,
    matches,
    notices,
    places,
    posted,
    proposals,
    purge,
    rows,
    shares,
    unanswered,
    uses,
    vectors,
    vocabulary,
    waiters,
    watches,
    words,
)
from corpus.catalogue.connection import Connection
from corpus.catalogue.exchange import reading
from corpus.filters import Filters
from retrieval.answering import suggesting
from retrieval.curating import deciding, followed_feeds, named_article, near_duplicates
from retrieval.curating.digest import gathering
from retrieval.index import lexical
from retrieval.index.exact import ExactIndex
from retrieval.question.names import acronym_readings, outlet_readings, understanding
from tests.storage.isolation.acts import GUILDS, NOON, PEOPLE, QUESTIONS, WORD, World, drafts

_DAYS = NOON.replace(day=29)
_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Eyes:
    """What somebody of a guild looks with: a connection, and the world they look at.

    Names of answers, looks, watches and proposals are those of every guild: anybody may guess one.
    """

    connection: Connection
    guild: str
    world: World
    program: int  # how many acts there are, with those that were left out

    @property
    def filters(self) -> Filters:
        return Filters(guild=self.guild)

    @property
    def seen(self) -> list[Article]:
        """The articles that this guild sees, in an order that no other guild changes."""
        found = articles.every(self.connection, self.filters)
        return sorted(found, key=lambda one: (one.guild or "", one.id))

    def guessed(self, made: Mapping[int, tuple[str | None, str]]) -> list[str]:
        """Return what every act of the program made, or might have made."""
        return [made[place][1] if place in made else f"none {place}" for place in range(self.program)]

    def own(self, made: Mapping[int, tuple[str | None, str]]) -> list[str]:
        return [name for guild, name in made.values() if guild == self.guild]

    def article_ids(self) -> list[str]:
        """Return the ids that every article of every guild has or would have."""
        every = (None, *GUILDS)
        return sorted({rows.article_id(one, guild) for guild in every for one in drafts(guild)})

    def passages(self) -> dict[int, int]:
        """Return the places of the passages that this guild sees, by their numbers."""
        return {one: place for place, one in enumerate(vectors.live_ids(self.connection, self.filters))}

    def placed(self, scores: Mapping[int, float]) -> list[tuple[object, float]]:
        """Return scores by the places of passages; a passage that is not seen stands out."""
        places = self.passages()
        return sorted((str(places.get(one, "foreign")), round(score, 5)) for one, score in scores.items())


Look = Callable[[Eyes], object]


def _each(given: Sequence[Any], look: Callable[[Any], object]) -> list[object]:
    """Return what is told of each, or that it is refused."""
    return [tried(lambda one=one: look(one)) for one in given]  # type: ignore[misc]


def tried(look: Callable[[], object]) -> object:
    """Return what is told, or the name of what is refused with."""
    try:
        return look()
    except Exception as error:  # noqa: BLE001 - whatever it is must be the same
        return type(error).__name__


_URLS = sorted({one.url for guild in (None, *GUILDS) for one in drafts(guild) if one.url})
_TERMS = ["rusland", "alfakwist", "bregjekwast", "cederkwint", "overkwant", "roebel", "miljo", "million"]

# What tells a guild of its own and of what is shared.
FOR_A_GUILD: dict[str, Look] = {
    "acronyms.known": lambda e: acronyms.known(
        e.connection, ["bvk", *(f"bond van {word} kappers" for word in WORD.values())], e.guild
    ),
    "answered_before.questions": lambda e: answered_before.questions(
        e.connection, e.filters, [f"77{guild}" for guild in GUILDS], 200
    ),
    "answers.find": lambda e: _each(
        e.guessed(e.world.given), lambda one: answers.find(e.connection, one, e.guild)
    ),
    "answers.recent": lambda e: answers.recent(e.connection, e.guild),
    "arrivals.arrived": lambda e: arrivals.arrived(e.connection, e.filters, 0, 10**9),
    "articles.find_seen": lambda e: _each(
        [*e.article_ids(), *_URLS], lambda one: articles.find_seen(e.connection, one, e.guild)
    ),
    "articles.changeable": lambda e: _each(
        [*e.article_ids(), *_URLS], lambda one: articles.changeable(e.connection, one, e.guild)
    ),
    "alike.alike": lambda e: alike.alike(
        e.connection,
        [
            *(alike.marks(one, guild) for guild in (None, *GUILDS) for one in drafts(guild)),
            *(alike.Marks(name, url, "") for name in e.article_ids() for url in (None, *_URLS)),
        ],
        e.guild,
    ),
    "articles.every": lambda e: articles.every(e.connection, e.filters),
    "articles.allowed": lambda e: len(articles.allowed(e.connection, range(200), e.filters)),
    "articles.languages": lambda e: sorted(map(str, articles.languages(e.connection, e.guild))),
    "articles.any_seen": lambda e: articles.any_seen(e.connection, e.guild),
    "browsing.outlets": lambda e: [
        browsing.outlets(e.connection, e.guild, one) for one in ("", "de", "kwast")
    ],
    "browsing.titled": lambda e: [
        browsing.titled(e.connection, e.guild, one, own=own)
        for one in ("", "kw", *WORD.values())
        for own in (True, False)
    ],
    "browsing.page": lambda e: browsing.page(e.connection, e.filters, 0, _LIMIT),
    "browsing.total": lambda e: browsing.total(e.connection, e.filters),
    "browsing.any_usable": lambda e: browsing.any_usable(e.connection, e.filters),
    "browsing.leaf": lambda e: browsing.leaf(e.connection, e.filters, 2, 2),
    "browsing.statistics": lambda e: browsing.statistics(e.connection, e.guild, _DAYS),
    "digests.find": lambda e: digests.find(e.connection, e.guild),
    "editing.undoable": lambda e: tried(lambda: editing.undoable(e.connection, None, e.guild)),
    "exchange.reading.count": lambda e: reading.count(e.connection, e.guild),
    "exchange.reading.every": lambda e: sorted(map(repr, reading.every(e.connection, e.guild))),
    "feedback.given_in": lambda e: feedback.given_in(e.connection, e.guild),
    "feeds.count": lambda e: feeds.count(e.connection, e.guild),
    "feeds.of_guild": lambda e: feeds.of_guild(e.connection, e.guild),
    "feeds.by_address": lambda e: [
        feeds.by_address(e.connection, e.guild, f"https://krant.example/{one}feed")
        for one in ("", *(f"{word}/" for word in WORD.values()))
    ],
    "guild_settings.read": lambda e: guild_settings.read(e.connection, e.guild),
    "journal.recent": lambda e: journal.recent(e.connection, None, e.guild),
    "journal.undoable": lambda e: tried(lambda: journal.undoable(e.connection, None, e.guild)),
    "looks.find": lambda e: _each(
        e.guessed(e.world.kept), lambda one: looks.find(e.connection, one, e.guild)
    ),
    "proposals.find": lambda e: _each(
        e.guessed(e.world.proposed), lambda one: proposals.find(e.connection, one, e.guild)
    ),
    "proposals.undecided": lambda e: _each(
        e.guessed(e.world.proposed), lambda one: proposals.undecided(e.connection, one, e.guild)
    ),
    "proposals.state_of": lambda e: _each(
        e.guessed(e.world.proposed), lambda one: proposals.state_of(e.connection, one, e.guild)
    ),
    "proposals.waiting": lambda e: proposals.waiting(e.connection, e.guild),
    "purge.holdings": lambda e: purge.holdings(e.connection, e.guild),
    "unanswered.open_ones": lambda e: unanswered.open_ones(e.connection, e.guild),
    "unanswered.closed_with": lambda e: _each(
        e.guessed(e.world.given), lambda one: unanswered.closed_with(e.connection, one, e.guild)
    ),
    "uses.uses": lambda e: _each(e.article_ids(), lambda one: uses.uses(e.connection, one, e.guild)),
    "vectors.of_version": lambda e: sum(
        len(vectors.of_version(e.connection, 1, one, e.filters)[0]) for one in range(200)
    ),
    "vectors.read_allowed": lambda e: vectors.read_allowed(e.connection, 1, range(500), e.filters)[1],
    "vectors.live_ids": lambda e: len(vectors.live_ids(e.connection, e.filters)),
    "watches.of_person": lambda e: [watches.of_person(e.connection, one, e.guild) for one in PEOPLE],
    "vocabulary.statistics": lambda e: vocabulary.statistics(e.connection, _TERMS, e.guild),
    "vocabulary.compounds": lambda e: vocabulary.compounds(
        e.connection, ["kwast", "kwist", "bregj", "miljo"], e.guild
    ),
    "vocabulary.spelt": lambda e: vocabulary.spelt(
        e.connection, list("abcdefghijklmnopqrstuvwxyz"), 2, 30, e.guild
    ),
    "matches.candidates": lambda e: e.placed(
        dict.fromkeys(matches.candidates(e.connection, _TERMS, e.filters, _LIMIT), 1.0)
    ),
    "retrieval.answering.suggesting.candidates": lambda e: [
        list(suggesting.candidates(e.connection, one, e.filters)) for one in QUESTIONS
    ],
    "retrieval.curating.deciding.decided": lambda e: [
        deciding.decided(e.connection, one, e.guild) for guild in (None, *GUILDS) for one in drafts(guild)
    ],
    "retrieval.curating.deciding.decided_all": lambda e: [
        deciding.decided_all(e.connection, drafts(guild), e.guild) for guild in (None, *GUILDS)
    ],
    "retrieval.curating.deciding.decided_together": lambda e: [
        deciding.decided_together(e.connection, drafts(guild), e.guild) for guild in (None, *GUILDS)
    ],
    "retrieval.curating.digest.gathering.came_in": lambda e: gathering.came_in(
        e.world.desk.catalogue, e.filters, 0, 10**9
    ),
    "retrieval.curating.followed_feeds.named": lambda e: _each(
        [f"https://krant.example/{word}/feed" for word in WORD.values()],
        lambda one: followed_feeds.named(e.connection, one, e.guild),
    ),
    "retrieval.curating.followed_feeds.numbered": lambda e: len(
        [
            one
            for one in _each(range(50), lambda n: followed_feeds.numbered(e.connection, str(n), e.guild))
            if not isinstance(one, str)
        ]
    ),
    "retrieval.curating.named_article.seen": lambda e: _each(
        [*e.article_ids(), *_URLS], lambda one: named_article.seen(e.connection, one, e.guild)
    ),
    "retrieval.curating.named_article.own": lambda e: _each(
        [*e.article_ids(), *_URLS], lambda one: named_article.own(e.connection, one, e.guild)
    ),
    "retrieval.curating.near_duplicates.near": lambda e: [
        near_duplicates.near(
            e.world.desk.catalogue,
            ExactIndex(e.world.desk.catalogue),
            e.world.desk.embedder,
            one,
            e.guild,
        )
        for guild in GUILDS[:2]
        for one in drafts(guild)[:2]
    ],
    "retrieval.index.exact.ExactIndex.nearest": lambda e: [
        e.placed(ExactIndex(e.world.desk.catalogue).nearest(vector, _LIMIT, e.filters))
        for vector in e.world.desk.embedder.embed(list(QUESTIONS))
    ],
    "retrieval.index.lexical.asked": lambda e: [
        lexical.asked(e.connection, one, e.guild) for one in QUESTIONS
    ],
    "retrieval.index.lexical.asked_together": lambda e: lexical.asked_together(
        e.connection, QUESTIONS, e.guild
    ),
    "retrieval.index.lexical.scored": lambda e: [
        e.placed(lexical.scored(e.connection, lexical.asked(e.connection, one, e.guild), e.filters, _LIMIT))
        for one in QUESTIONS
    ],
    "retrieval.question.names.acronym_readings.readings": lambda e: [
        acronym_readings.readings(e.connection, one, lexical.asked(e.connection, one, e.guild), e.filters)
        for one in QUESTIONS
    ],
    "retrieval.question.names.outlet_readings.outlet": lambda e: [
        outlet_readings.outlet(e.connection, f"de {word}en", e.guild) for word in WORD.values()
    ],
    "retrieval.question.names.outlet_readings.outlet_words": lambda e: [
        word in outlet_readings.outlet_words(e.connection, e.guild) for word in WORD.values()
    ],
    "retrieval.question.names.understanding.understand": lambda e: [
        understanding.understand(e.connection, one, e.filters) for one in QUESTIONS
    ],
    "retrieval.question.names.understanding.spelling_readings": lambda e: [
        understanding.spelling_readings(
            e.connection, one, lexical.asked(e.connection, one, e.guild), e.filters
        )
        for one in QUESTIONS
    ],
    "retrieval.search.search.Search.find": lambda e: [
        [
            (hit.article.id, hit.span, round(hit.score, 5), hit.scores)
            for hit in e.world.desk.search.find(one, _LIMIT, e.filters).hits
        ]
        for one in QUESTIONS
    ],
}

# What tells of a thing whose name, number or message somebody holds, who got it from what is told above.
OF_WHAT_IS_HELD: dict[str, Look] = {
    "articles.by_id": lambda e: [articles.by_id(e.connection, one.id) for one in e.seen],
    "articles.spans": lambda e: [articles.spans(e.connection, one.version) for one in e.seen],
    "articles.of_versions": lambda e: _in_order(
        articles.of_versions(e.connection, [one.version for one in e.seen])
    ),
    "places.places": lambda e: _in_order(places.places(e.connection, 1, list(e.passages()), e.filters)[0]),
    "articles.located": lambda e: _in_order(articles.located(e.connection, list(e.passages()))),
    "askers.asker_of": lambda e: [askers.asker_of(e.connection, f"9{one}") for one in e.own(e.world.given)],
    "barred.is_told": lambda e: [barred.is_told(e.connection, one, f"78{e.guild}") for one in PEOPLE],
    "feed_entries.seen": lambda e: [
        sorted(feed_entries.seen(e.connection, one.id, [f"an entry of {word}" for word in WORD.values()]))
        for one in feeds.of_guild(e.connection, e.guild)
    ],
    "feeds.is_followed": lambda e: [
        feeds.is_followed(e.connection, one.id) for one in feeds.of_guild(e.connection, e.guild)
    ],
    "journal.of_article": lambda e: [
        journal.of_article(e.connection, one.id) for one in e.seen if one.guild == e.guild
    ],
    "looks.find_any": lambda e: [looks.find_any(e.connection, one) for one in e.own(e.world.kept)],
    "notices.in_force": lambda e: _in_order(notices.in_force(e.connection, [one.id for one in e.seen])),
    "notices.about": lambda e: _in_order(notices.about(e.connection, e.seen)),
    "notices.said_since": lambda e: sorted(notices.said_since(e.connection, 0, [one.id for one in e.seen])),
    "notices.is_put_right": lambda e: [
        notices.is_put_right(e.connection, one, one.draft.text[:9]) for one in e.seen
    ],
    "posted.answer_of": lambda e: [posted.answer_of(e.connection, f"9{one}") for one in e.own(e.world.given)],
    "posted.shown_in": lambda e: [posted.shown_in(e.connection, one) for one in e.own(e.world.given)],
    "posted.channel_of": lambda e: [
        posted.channel_of(e.connection, f"9{one}") for one in e.own(e.world.given)
    ],
    "posted.answers_of": lambda e: sorted(
        posted.answers_of(e.connection, [f"9{one}" for one in e.own(e.world.given)]).items()
    ),
    "posted.channels_of": lambda e: sorted(
        (one, sorted(channels))
        for one, channels in posted.channels_of(e.connection, e.own(e.world.given)).items()
    ),
    "proposals.count_waiting": lambda e: [
        proposals.count_waiting(e.connection, one.id) for one in feeds.of_guild(e.connection, e.guild)
    ],
    "shares.of_look": lambda e: [shares.of_look(e.connection, one) for one in e.own(e.world.kept)],
    "vectors.read": lambda e: vectors.read(e.connection, 1, list(e.passages()))[1],
    "waiters.of": lambda e: sorted(
        (one, sorted(people)) for one, people in waiters.of(e.connection, e.own(e.world.given)).items()
    ),
    "words.held": lambda e: [
        held for _, held in sorted(words.held(e.connection, list(e.passages())).items())
    ],
}


def _in_order(held: Mapping[Any, Any]) -> list[str]:
    return [told for _, told in sorted(held.items())]


# What looks at all guilds, and the only files that may: commands of the operator, and chores of the bot,
# which carry what they find to the guild that it belongs to.
ACROSS_GUILDS: dict[str, set[str]] = {
    "answers.find_any": {"retrieval/answering/explaining.py", "retrieval/lab/evaluating/from_feedback.py"},
    "answers.named": {"retrieval/curating/watching/lookout.py"},
    "arrivals.last_before": {"bot/discord/digest/setting.py"},
    "articles.find": {"bot/commands/browse.py"},
    "articles.ids_of": {"retrieval/lab/evaluating/asking.py"},
    "articles.count": {
        "bot/commands/browse.py", "bot/commands/evaluate.py", "bot/commands/reindex.py", "bot/diagnosis.py",
        "bot/measuring.py", "bot/outside/glances.py", "bot/terminal/emptiness.py",
    },
    "backups.making.of_opened": set(),
    "backups.nightly.Nightly.make_if_due": set(),
    "backups.nightly.nights": {"bot/backups_found.py", "bot/outside/glances.py"},
    "backups.rows_between.holds_anything": set(),
    "backups.snapshot.of_postgresql": set(),
    "backups.snapshot.of_sqlite": set(),
    "backups.sqlite_file.counts": set(),
    "backups.sqlite_file.fault": set(),
    "backups.sqlite_file.require_catalogue": set(),
    "backups.sqlite_file.tables_format": set(),
    "copying.copy_articles": {"bot/measuring.py"},
    "exchange.reading.numbers": {"retrieval/curating/importing.py"},
    "exchange.reading.of": set(),
    "exchange.writing.coming": set(),
    "digests.switched_on": {"bot/discord/digest/post.py"},
    "facts.identity": {"retrieval/index/chroma_index.py"},
    "facts.read": {"bot/servers_found.py"},
    "feedback.every": {"bot/commands/evaluate.py"},
    "feeds.counted": {"bot/outside/glances.py"},
    "feeds.followed": {"retrieval/curating/polling.py"},
    "guild_settings.every": {"bot/discord/connection/preferences.py"},
    "integrity.damage": {"bot/diagnosis.py"},
    "integrity.faults": set(),
    "integrity.inconsistencies": {"bot/diagnosis.py"},
    "jobs.standing.counted": {
        "bot/jobs/jobs_found.py", "bot/jobs/tending.py", "bot/outside/glances.py",
    },
    "jobs.standing.listed": {"bot/commands/jobs.py", "bot/jobs/jobs_found.py"},
    "jobs.standing.stalled": {"bot/jobs/tending.py"},
    "journal.changed_since": {"retrieval/curating/watching/onlooker.py"},
    "journal.since": {"bot/outside/glances.py", "retrieval/curating/watching/lookout.py"},
    "posted.stale": {"bot/discord/curating/past_cards.py"},
    "proposals.unannounced": {"bot/discord/feeds/announcing.py"},
    "retrieval.answering.explaining.recall_any": {
        "bot/commands/explain.py", "bot/discord/curating/past_cards.py", "bot/discord/watching/news.py",
        "bot/discord/watching/starting.py",
    },
    "retrieval.lab.evaluating.asking.outcomes": {"bot/measuring.py"},
    "retrieval.lab.evaluating.asking.unknown": {"bot/commands/evaluate.py"},
    "retrieval.lab.evaluating.from_feedback.lines": {"bot/commands/evaluate.py"},
    "servers.present": {"bot/servers_found.py"},
    "servers.ungreeted": {"bot/discord/greeting/joining.py"},
    "shares.stale": {"bot/discord/sharing/shared_notes.py"},
    "underway.left": {"bot/discord/interrupted/apologies.py"},
    "vectors.count": {"bot/vector_index.py", "retrieval/index/chroma_index.py"},
    "vectors.indexable_ids": {"retrieval/index/chroma_difference.py"},
    "vectors.lacking": {"retrieval/models/reindexing.py"},
    "vectors.passages_of": {"retrieval/index/chroma_difference.py"},
    "vectors.read_all": {"retrieval/index/exact.py"},
    "warming.warm_counts": {"retrieval/index/chroma_sync.py"},
    "warming.warm_words": {"retrieval/index/chroma_sync.py"},
    "vocabulary.commonest": set(),
    "watches.any_marked": {"bot/discord/watching/round.py"},
    "watches.begun_before": {"retrieval/curating/watching/lookout.py"},
    "watches.every": {"bot/discord/watching/round.py", "retrieval/curating/watching/lookout.py"},
    "watches.found_ones": {"bot/discord/watching/round.py"},
    "watches.position": {"retrieval/curating/watching/lookout.py"},
}  # fmt: skip

# What tells of nothing but a number that grows with every change, the model, or one person's own.
OF_NOBODY = {
    "acronyms.are_to_be_learnt": "a fact of the catalogue",
    "migrations.running.configuration": "how a catalogue is upgraded",
    "jobs.standing.is_left": "whether a job that its caller has made is in the queue",
    "jobs.standing.of_guild": "a guild's jobs, counted for whoever purges that guild",
    "jobs.tables.are_there": "whether there is a queue at all",
    "engines.patient": "how SQLite waits while a catalogue is upgraded",
    "opening.is_ready": "whether a catalogue is to be upgraded",
    "revisions.standing": "which release made a catalogue",
    "journal.latest": "the number of the last change: whether anything changed at all",
    "journal.made": "a change that its caller has just made",
    "kept.begin": "that a visit may use what is kept",
    "kept.begin_trial": "that a trial counts on from what is kept",
    "kept.of": "what its caller computes or has computed, under a name that holds the guild",
    "kept.each": "the same of several keys",
    "kept.meet": "nothing: it reads what is kept before anybody asks",
    "kept.tally": "what its caller counts, of the guild that it names and of what is shared",
    "kept.best": "numbers of passages, of which `matches.candidates` shows those that may be seen",
    "retrieval.index.chroma_index.ChromaIndex.near": "such numbers, of which `places.places` gives those",
    "retrieval.index.chroma_mending.MendingChroma.near": "the same",
    "since.moved": "numbers of versions, for what is kept of them to be brought up to date",
    "since.state": "the number and the moment of the last change",
    "models.active": "the one model of all vectors",
    "watches.everywhere_of": "what a person watches, for that person alone",
}

# What looks through the functions above, and has no way of its own into the database.
COMPOSED = {
    "retrieval.answering.answerer.Answerer.ask",
    "retrieval.answering.answerer.Answerer.consider",
    "retrieval.answering.answerer.Answerer.load",
    "retrieval.answering.answerer.Answerer.remember",
    "retrieval.answering.considering.Considering.consider",
    "retrieval.answering.considering.Considering.load",
    "retrieval.answering.considering.Considering.quoted",
    "retrieval.answering.explaining.recall",
    "retrieval.answering.sample_questions.Examples.made",
    "retrieval.answering.suggesting.Suggester.suggest",
    "retrieval.curating.article_vectors.ArticleVectors.ahead",
    "retrieval.curating.article_vectors.ArticleVectors.ensure_model",
    "retrieval.curating.article_vectors.ArticleVectors.of",
    "retrieval.curating.article_vectors.ArticleVectors.of_one",
    "retrieval.curating.digest.answered_since.answered_now",
    "retrieval.curating.feed_intake.Intake.room",
    "retrieval.curating.preview.Previewer.adding",
    "retrieval.curating.preview.Previewer.correcting",
    "retrieval.curating.preview.Previewer.removing",
    "retrieval.curating.rehearsal.Rehearsal.of",
    "retrieval.curating.screening.screened",
    "retrieval.curating.screening.touched",
    "retrieval.curating.waiting_questions.WaitingQuestions.of",
    "retrieval.curating.watching.lookout.Lookout.ask",
    "retrieval.curating.watching.lookout.Lookout.look",
    "retrieval.curating.watching.touching.touched",
    "retrieval.index.chroma_index.ChromaIndex.close",
    "retrieval.index.chroma_index.ChromaIndex.is_in_step",
    "retrieval.index.chroma_index.ChromaIndex.nearest",
    "retrieval.index.chroma_mending.MendingChroma.close",
    "retrieval.index.chroma_mending.MendingChroma.is_in_step",
    "retrieval.index.chroma_mending.MendingChroma.nearest",
    "retrieval.index.chroma_opening.embedded",
    "retrieval.index.chroma_opening.served",
    "retrieval.question.names.spellings.Finder.meant",
    "retrieval.search.candidates.candidates",
    "retrieval.search.candidates.read",
    "retrieval.search.search.Search.cosines",
    "retrieval.search.search.Search.load",
    "retrieval.timeline.documents.timeline_of",
    "retrieval.timeline.timelines.Timelines.of",
}

WRITES = {
    "backups.rows_between.clear", "backups.rows_between.copy", "exchange.writing.put", "facts.remove",
    "retrieval.curating.importing.import_all", "turns.take", "leases.take",
    "leases.give_back", "retrieval.index.upkeep.Upkeep.turn",
    "acronyms.keep", "acronyms.learn", "acronyms.learn_all_once", "answers.remember",
    "askers.forget", "askers.remember",
    "barred.note_told", "digests.begin", "digests.complain", "digests.give_up", "digests.note_posted",
    "digests.pass_over", "digests.settle", "editing.correct", "editing.index_words_anew", "editing.put",
    "editing.put_all", "editing.remove", "editing.undo", "editing.withdraw", "facts.begin", "facts.write",
    "facts.write_format", "feed_entries.forget", "feed_entries.miss",
    "feed_entries.see", "feedback.give", "feeds.add", "feeds.claim_due", "feeds.lose", "feeds.note_failed",
    "feeds.note_polled", "feeds.pause", "feeds.remove", "feeds.resume", "forgetting.forget",
    "guild_settings.write", "jobs.queue.leave", "jobs.standing.drop", "jobs.standing.give_up",
    "jobs.standing.note_failure", "jobs.standing.purge", "jobs.standing.try_again", "jobs.tables.make_ready",
    "journal.note", "looks.keep", "models.remember", "models.switch", "notices.put",
    "migrations.running.run", "numbering.numbers", "opening.make_ready",
    "posted.forget", "posted.mark_stale", "posted.note_refreshed", "posted.remember", "proposals.change",
    "proposals.drop", "proposals.note_announced", "proposals.put", "proposals.sweep", "proposals.take",
    "purge.purge", "revisions.stamp", "servers.join", "servers.leave", "servers.meet", "servers.note_greeted",
    "servers.note_look", "shares.forget", "shares.mark_stale", "shares.note_refreshed", "shares.remember",
    "unanswered.close", "unanswered.put", "unanswered.reopen", "unanswered.tell", "underway.begin",
    "underway.concerns", "underway.end", "upgrading.upgrade", "vectors.put", "versioning.index_words",
    "versioning.retire", "versioning.revive", "versioning.write", "waiters.add", "watches.advance",
    "watches.end", "watches.mark", "watches.note_found", "watches.note_told", "watches.start",
    "watches.stop", "watches.try_first", "watches.unmark", "vocabulary.clear",
    "vocabulary.count", "words.clear", "words.create", "words.drop", "words.put",
    "retrieval.curating.adding.Adding.outcomes",
    "retrieval.curating.curator.Curator.add", "retrieval.curating.curator.Curator.correct",
    "retrieval.curating.curator.Curator.remove", "retrieval.curating.curator.Curator.undo",
    "retrieval.curating.curator.Curator.withdraw", "retrieval.curating.feed_intake.Intake.fresh",
    "retrieval.curating.feed_intake.Intake.take", "retrieval.curating.followed_feeds.follow",
    "retrieval.curating.followed_feeds.leave", "retrieval.curating.followed_feeds.put_forward",
    "retrieval.curating.followed_feeds.resume", "retrieval.curating.polling.Poller.poll_due",
    "retrieval.curating.polling.Poller.cut_short", "retrieval.curating.polling.Poller.poll",
    "retrieval.curating.polling.Poller.start", "retrieval.curating.polling.Poller.stop",
    "retrieval.curating.watching.onlooker.begin", "retrieval.curating.watching.onlooker.end",
    "retrieval.index.chroma_difference.difference",
    "retrieval.index.chroma_index.ChromaIndex.synchronise",
    "retrieval.index.chroma_index.ChromaIndex.synchronised_to",
    "retrieval.index.chroma_mending.MendingChroma.synchronise",
    "retrieval.index.chroma_mending.MendingChroma.synchronised_to", "retrieval.index.chroma_opening.rebuilt",
    "retrieval.index.chroma_sync.Follower.start", "retrieval.index.chroma_sync.Follower.stop",
    "retrieval.models.reindexing.reindex",
}  # fmt: skip
