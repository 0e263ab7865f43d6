from __future__ import annotations

import datetime
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count

import pytest
from sqlalchemy import inspect, text

from bot.assembly import Desk, now
from corpus.article import Article, Draft, Span
from corpus.catalogue import answers, articles, models, vectors
from corpus.catalogue.decide import Status
from corpus.catalogue.matches import Held
from corpus.dates import PartialDate
from corpus.errors import ArticleNotFound, NotYours
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
from retrieval.answering.considering import FOUND
from retrieval.curating import screening
from retrieval.curating.article_vectors import cut
from retrieval.curating.curator import Added, Curator
from retrieval.curating.overlay import Overlay
from retrieval.curating.preview import Previewer
from retrieval.curating.progress import Progress, Step, Stopped
from retrieval.curating.rehearsal import Effect, Rehearsal
from retrieval.index.exact import ExactIndex
from retrieval.models.embedding import embedded_text
from retrieval.models.kept import KeepingEmbedder
from retrieval.search.results import Answer
from retrieval.search.search import Search
from tests.conftest import OpenDesk
from tests.retrieval.newsroom import BEES, BRIDGE, FERRY, add, draft, three

FARE = "what does the ferry to Saltmarsh cost?"
TODAY = datetime.date(2026, 7, 2)
CROSSING = "what does a ferry ticket from Oosterzijl to Saltmarsh cost on foot?"
LENGTH = "how long is the bridge over the Drost?"
CHESS = "who won the chess tournament in Lindervoort?"
DEARER = draft(
    "The night ferry between Oosterzijl and Saltmarsh will cost 71 euros from August 2026. "
    "The council of Saltmarsh has protested against the new fare.",
    "dearer",
    "2026-07-01",
    title="Ferry dearer again",
)
WON = draft("The chess tournament in Lindervoort was won by Hilde Brandsma on Sunday.", "chess")


def previewer(desk: Desk) -> Previewer:
    return Previewer(desk.catalogue, desk.embedder, desk.reader, desk.index, now)


def ask(desk: Desk, *questions: str, filters: Filters | None = None) -> list[Answer]:
    return [desk.answerer.ask(question, filters or Filters()) for question in questions]


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


def state(desk: Desk) -> str:
    """Return every row of every table, those of the word index too."""
    with desk.catalogue.reading() as connection:
        names = sorted(inspect(connection).get_table_names())
        assert "changes" in names
        rows = [(name, *row) for name in names for row in connection.execute(text(f'SELECT * FROM "{name}"'))]  # noqa: S608 - names of our own tables
    return "\n".join(sorted(map(str, rows)))


def test_a_new_article_shows_the_answers_it_changes_as_they_then_are(desk: Desk) -> None:
    three(desk)
    fare, _, unknown = ask(desk, FARE, LENGTH, CHESS)
    assert unknown.abstained
    preview = previewer(desk).adding(DEARER, None)
    assert (preview.status, preview.draft, preview.existing, preview.asked) == (Status.ADDED, DEARER, None, 3)
    (changed,) = preview.changed
    assert changed.question == FARE
    assert quotes(changed.before) == quotes(fare)
    assert "71 euros" in changed.after.text
    add(desk, [DEARER])
    assert [quotes(one) for one in ask(desk, FARE)] == [quotes(changed.after)]


def test_an_answer_to_what_nobody_could_answer_is_a_change(desk: Desk) -> None:
    three(desk)
    ask(desk, CHESS)
    (changed,) = previewer(desk).adding(WON, None).changed
    assert changed.before.abstained
    assert quotes(changed.after) == [WON.text]


def test_no_preview_leaves_a_trace(desk: Desk) -> None:
    ferry, *_ = three(desk)
    ask(desk, FARE, LENGTH)
    before = state(desk)
    ahead = previewer(desk)
    ahead.adding(DEARER, None)
    ahead.correcting(ferry.id, DEARER, None)
    ahead.removing(ferry.id, None)
    assert state(desk) == before


def test_a_removal_shows_the_answers_that_lose_their_quotes(desk: Desk) -> None:
    ferry, *_ = three(desk)
    ask(desk, FARE, LENGTH)
    effect = previewer(desk).removing(ferry.id, None)
    assert effect.asked == 2
    assert [(one.question, one.after.abstained) for one in effect.changed] == [(FARE, True)]


def test_a_correction_shows_the_answers_with_its_new_text(desk: Desk) -> None:
    ferry, *_ = three(desk)
    ask(desk, FARE, LENGTH)
    corrected = Draft(FERRY.replace("58 euros", "85 euros"), "a modal")
    preview = previewer(desk).correcting(ferry.id, corrected, None)
    assert preview.status is Status.REPLACED
    assert preview.draft == replace(ferry.draft, text=corrected.text)
    assert preview.existing == ferry
    (changed,) = preview.changed
    assert "58 euros" in changed.before.text
    assert "85 euros" in changed.after.text
    assert preview.near == ()


def test_a_correction_without_a_new_text_changes_no_answer(desk: Desk) -> None:
    ferry, *_ = three(desk)
    ask(desk, FARE)
    preview = previewer(desk).correcting(ferry.id, None, None)
    assert (preview.status, preview.existing, preview.changed) == (Status.UNCHANGED, ferry, ())


def test_what_would_not_be_stored_says_what_is_there_already(desk: Desk) -> None:
    ferry, *_ = three(desk)
    ask(desk, FARE)
    ahead = previewer(desk)
    same = ahead.adding(ferry.draft, None)
    assert (same.status, same.existing, same.changed, same.asked) == (Status.UNCHANGED, ferry, (), 0)
    elsewhere = ahead.adding(draft(FERRY, "elsewhere"), None)
    assert (elsewhere.status, elsewhere.existing, elsewhere.near) == (Status.DUPLICATE, ferry, ())


def test_a_new_version_is_compared_with_others_and_not_with_the_one_it_replaces(desk: Desk) -> None:
    ferry, *_ = three(desk)
    (copy,) = add(desk, [draft(f"{FERRY} Tickets go on sale on Monday.", "copy")])
    preview = previewer(desk).adding(draft(f"{FERRY} Dogs travel free.", "ferry"), None)
    assert (preview.status, preview.existing) == (Status.REPLACED, ferry)
    assert [one.article for one in preview.near] == [copy]
    assert preview.draft.title == "Ferry fares rise"


def test_each_question_keeps_its_own_filters(desk: Desk) -> None:
    three(desk)
    ask(desk, FARE, filters=Filters(until=PartialDate(2025)))
    assert previewer(desk).adding(DEARER, None).changed == ()


def test_a_guild_is_shown_its_own_questions_and_articles_alone(desk: Desk) -> None:
    (ferry,) = add(desk, [draft(FERRY, "ferry")])
    (of_eight,) = add(desk, [draft(f"{FERRY} Dogs pay.", "eight")], guild="8")
    ask(desk, FARE)
    ask(desk, CHESS, filters=Filters(guild="7"))
    ask(desk, "how much is the ferry?", filters=Filters(guild="8"))
    ahead = previewer(desk)
    preview = ahead.adding(draft(f"{FERRY} Dogs travel free.", "seven"), "7")
    assert (preview.asked, preview.changed) == (1, ())
    assert [one.article for one in preview.near] == [ferry]
    assert [one.question for one in ahead.adding(WON, "7").changed] == [CHESS]
    with pytest.raises(NotYours):
        ahead.removing(ferry.id, "7")
    with pytest.raises(ArticleNotFound):
        ahead.correcting(of_eight.id, None, "7")


def test_chroma_searched_beneath_a_trial_gives_the_same(open_desk: OpenDesk) -> None:
    desk = open_desk(long_running=True)
    ferry, *_ = three(desk)
    desk.opened_index.bring_up_to_date()
    desk.index.synchronise()  # type: ignore[attr-defined]
    ask(desk, FARE, LENGTH)
    ahead = previewer(desk)
    (gained,) = ahead.adding(DEARER, None).changed
    assert "71 euros" in gained.after.text
    (lost,) = ahead.removing(ferry.id, None).changed
    assert (lost.question, lost.after.abstained) == (FARE, True)


QUESTIONS = (
    CROSSING,
    "hoeveel wolven leven er in het Drostenwoud?",
    "wat kost de waterkering van Waardermonde?",
    "which ports have shore power?",
)


def added_dearer(curator: Curator) -> Article:
    (added,) = curator.add([DEARER], "test")
    assert isinstance(added, Added)
    return added.article


def test_exactly_the_answers_that_a_full_trial_changes_are_named(samples: Desk) -> None:
    """Among more passages than an answer weighs, so that a question can be left out unasked."""
    mine = Filters(guild="full trial")
    before = dict(zip(QUESTIONS, ask(samples, *QUESTIONS, filters=mine), strict=True))
    with samples.catalogue.reading() as connection:
        recent = answers.recent(connection, mine.guild)
        ferry = next(one for one in articles.every(connection) if "betaalt vanaf 1 juni" in one.draft.text)
    rehearsal = Rehearsal(
        samples.catalogue, KeepingEmbedder(samples.embedder), samples.reader, samples.index, now
    )

    def removed(curator: Curator) -> None:
        curator.remove([ferry.id], "test")

    effects = {
        added_dearer: rehearsal.of(added_dearer, recent, comes=DEARER),
        removed: rehearsal.of(removed, recent, goes=ferry),
    }
    for change, effect in effects.items():
        with samples.catalogue.trial() as trial:
            change(Curator(trial, samples.embedder, now))
            answerer = Answerer(
                trial,
                Search(trial, samples.embedder, ExactIndex(trial), now),
                samples.reader,
                now,
            )
            after = {question: answerer.ask(question, mine) for question in QUESTIONS}
        differing = {
            question for question in QUESTIONS if quotes(before[question]) != quotes(after[question])
        }
        assert {one.question for one in effect.changed} == differing == {CROSSING}
        assert [quotes(one.after) for one in effect.changed] == [quotes(after[CROSSING])]
        assert effect.asked == len(QUESTIONS)


def test_no_question_is_left_out_among_whose_hits_the_new_passages_come(samples: Desk) -> None:
    filters = Filters(guild="screening")
    questions = (*QUESTIONS, "how long does the ferry take?", "welke veerboot is duurder geworden?")
    ask(samples, *questions, filters=filters)
    vector = samples.embedder.embed([embedded_text(DEARER, Span(0, len(DEARER.text)))])
    moving = screening.of_draft(DEARER, [Span(0, len(DEARER.text))], vector)
    with samples.catalogue.reading() as connection:
        recent = answers.recent(connection, filters.guild)
        asked = samples.embedder.embed([given.standalone for given in recent])
        touched = {given.standalone for given in screening.touched(connection, recent, asked, moving, TODAY)}
        beside_the_point = [replace(one, vector=-asked.mean(axis=0), words=Held.of([])) for one in moving]
        assert screening.touched(connection, recent, asked, beside_the_point, TODAY) == []
    with samples.catalogue.trial() as trial:
        added = added_dearer(Curator(trial, samples.embedder, now))
        search = Search(trial, samples.embedder, ExactIndex(trial), now)
        found = {question: search.find(question, FOUND, filters).hits for question in questions}
    reached = {
        question
        for question, hits in found.items()
        if any(hit.article.version == added.version for hit in hits)
    }
    assert len(reached) > 1
    assert reached <= touched


def test_the_index_laid_over_is_that_of_the_catalogue_after_the_change(samples: Desk) -> None:
    (vector,) = samples.embedder.embed([CROSSING])
    with samples.catalogue.reading() as connection:
        active = models.active(connection)
        assert active is not None
        ferry = next(one for one in articles.every(connection) if "46 euros" in one.draft.text)
        gone, _ = vectors.of_version(connection, active[0], ferry.version)
    overlay = Overlay(ExactIndex(samples.catalogue), gone)
    beneath, real = (one.nearest(vector, 5, Filters()) for one in (overlay.beneath, samples.index))
    assert beneath == pytest.approx(real, abs=1e-6)  # of all at once, or of the few that Chroma finds
    with samples.catalogue.trial() as trial:
        curator = Curator(trial, samples.embedder, now)
        curator.remove([ferry.id], "test")
        overlay.lay(trial, added_dearer(curator).version)
        for filters in (Filters(), Filters(until=PartialDate(2025)), Filters(outlet="nobody")):
            exact = ExactIndex(trial).nearest(vector, 5, filters)
            assert list(overlay.nearest(vector, 5, filters)) == list(exact)


def test_the_first_article_of_all_can_be_looked_at(desk: Desk) -> None:
    ask(desk, CHESS)
    assert [one.question for one in previewer(desk).adding(WON, None).changed] == [CHESS]


def test_kept_vectors_are_those_of_the_model_whichever_were_forgotten(desk: Desk) -> None:
    keeping = KeepingEmbedder(desk.embedder, most=2)
    texts = [FERRY, BRIDGE, BEES, FERRY]
    expected = desk.embedder.embed(texts)
    for _ in range(3):
        assert (keeping.embed(texts) == expected).all()
    threads = [threading.Thread(target=keeping.embed, args=(texts[place:],)) for place in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (keeping.embed(texts[::-1]) == expected[::-1]).all()


def test_a_trial_has_ten_seconds_and_says_what_it_left_out(desk: Desk) -> None:
    three(desk)
    ask(desk, FARE, LENGTH, CHESS, CROSSING)
    with desk.catalogue.reading() as connection:
        recent = answers.recent(connection, None)
    parts = (desk.catalogue, KeepingEmbedder(desk.embedder), desk.reader, desk.index, now)

    def effect(clock: Callable[[], float]) -> Effect:
        return Rehearsal(*parts, clock=clock).of(added_dearer, recent, comes=DEARER)

    whole = effect(lambda: 0.0)
    assert (whole.asked, whole.left_out) == (4, 0)
    late = count(step=11)
    cut_short = effect(lambda: float(next(late)))
    assert (cut_short.asked, cut_short.left_out) == (1, 3)
    assert len(cut_short.changed) <= 1


def test_a_preview_says_how_far_it_is_and_stops_between_two_pieces(desk: Desk) -> None:
    three(desk)
    ask(desk, FARE, LENGTH)
    long = draft("\n\n".join([FERRY, BRIDGE, BEES] * 6), "long")
    told: list[Progress] = []
    previewer(desk).adding(long, None, told.append)
    passages = len(cut(long))
    assert passages > 2
    assert [one for one in told if one.step is Step.EMBEDDING] == [
        Progress(Step.EMBEDDING, number, passages) for number in range(passages)
    ]
    assert {one.of for one in told if one.step is Step.TRYING} == {2}

    def stops(at: Progress, progress: Progress) -> None:
        if progress == at:
            raise Stopped

    before = state(desk)
    for at in (told[1], told[-1]):
        with pytest.raises(Stopped):
            previewer(desk).adding(long, None, partial(stops, at))
    assert state(desk) == before
