"""A preview while it is made: how far it is, in words, and whether somebody has stopped it."""

import time

from bot.discord.adding.words import ADDING
from bot.discord.connection.newsroom import Parts
from corpus.catalogue import proposals
from corpus.catalogue.connection import Connection
from corpus.catalogue.proposals import Proposal, State
from corpus.errors import DecidedAlready, ProposalNotFound
from retrieval.curating.preview import Preview
from retrieval.curating.progress import Progress, Step, Stopped

STOP = "draft-stop"
_FEW = 20  # passages, which take no longer than it takes to read how long they will take
# Seconds that a passage takes to embed, before the first few of this article have told better.
_USUAL = 0.04
_TOLD = 8


class LookingAhead:
    """Makes one preview, on a worker's thread, while another thread says how far it is."""

    def __init__(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self._progress = Progress(Step.EMBEDDING, 0, 0)
        self._began = time.monotonic()

    def make(self, parts: Parts) -> Preview:
        """Return the preview.

        Raises:
            Stopped: somebody has turned the proposal down meanwhile, in whatever process.
            CorpusError: the proposal was dealt with otherwise, or corrects an article that is gone.
            RetrievalError: a model or an index fails.
        """
        proposal = self._proposal
        self._began = time.monotonic()

        def told(progress: Progress) -> None:
            self._progress = progress
            _require_waiting(parts, proposal)

        if proposal.corrects is not None:
            return parts.previewer.correcting(proposal.corrects, proposal.draft, proposal.guild, told)
        return parts.previewer.adding(proposal.draft, proposal.guild, told)

    def sentence(self, language: str) -> str:
        """Return how far it is and, of a long text, what it will take."""
        words, progress = ADDING.of(language), self._progress
        if progress.of <= _FEW:
            return words.trying if progress.step is Step.TRYING else words.comparing
        if progress.step is Step.TRYING:
            return words.trying_much.format(done=progress.done, of=progress.of)
        return words.comparing_much.format(
            size=max(1, round(len(self._proposal.draft.text) / 1000)),
            done=progress.done,
            of=progress.of,
            seconds=left(progress, time.monotonic() - self._began),
        )


def left(progress: Progress, seconds: float) -> int:
    """Return about how many seconds the rest of a step takes, from those that what is done took."""
    each = seconds / progress.done if progress.done >= _TOLD else _USUAL
    return max(1, round(each * (progress.of - progress.done)))


def require_not_dropped(connection: Connection, proposal: Proposal) -> State | None:
    """Return what has become of a proposal, unless it was turned down.

    Raises:
        Stopped: it was.
    """
    state = proposals.state_of(connection, proposal.id, proposal.guild)
    if state is State.DROPPED:
        raise Stopped
    return state


def _require_waiting(parts: Parts, proposal: Proposal) -> None:
    with parts.catalogue.reading() as connection:
        state = require_not_dropped(connection, proposal)
    if state is None:
        raise ProposalNotFound(proposal.id)
    if state is State.TAKEN:
        raise DecidedAlready
