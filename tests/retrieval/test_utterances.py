"""A question is told from a request, a remark, thanks, a greeting and abuse, in Dutch and English."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import ModelUnavailable
from retrieval.lab.training.utterances.messages import TRAIN, Message, apart, read
from retrieval.models.embedding import Embedder
from retrieval.question.utterances import weights
from retrieval.question.utterances.classifying import lead, scores, telling, texts, utterance
from retrieval.question.utterances.kinds import Kind
from retrieval.question.utterances.message_tokens import EMOJI, LINK, NUMBER, PERSON, tokens
from retrieval.question.utterances.traits import traits

QUESTIONS = (
    "Hoeveel kost een kaartje voor de botanische tuin?",
    "hoeveel kost een kaartje voor de botanische tuin",
    "tekenbonus kustwacht 2024",
    "ferry price Skerrin",
    "omzet brouwerij De Kromme Tap",
    "wolves belgium how many",
    "hi, how much is a season ticket for the tram?",
    "hoi, wanneer gaat de sluis in Kornhaven weer open",
    "and at the lighthouse, how many?",
    "tell me about the lamps of the lighthouse",
    "i wonder how many lamps the lighthouse in Skerrin has",
    "iemand enig idee wat de nieuwe trap aan de kade kost",
    (
        "My aunt has lived beside that quarry for most of her life and she never complained about the dust. "
        "Since the spring she coughs all night. How much dust is the quarry allowed to emit?"
    ),
)
LESS = {
    Kind.REQUEST: (
        "how do I make you talk Dutch to us",
        "kun je jezelf aan ons clubje voorstellen",
        "render that answer into English, would you",
        "haal die kaart van jou nu maar weg van hier",
    ),
    Kind.REMARK: (
        "bijna elf euro voor een glaasje limonade, laat maar hoor",
        "wow that is a pricey lighthouse",
        "@Jan heb jij die docu gezien?",
        "who on earth cares about lamp posts?",
        "serieus, alweer lampen?",
        "my nephew rows past that lighthouse most mornings",
        "https://news.example/2026/a-story",
        "\N{FACE WITH TEARS OF JOY}\N{FACE WITH TEARS OF JOY}",
        (
            "My aunt has lived beside that quarry for most of her life and she never complained about the "
            "dust. Since the spring she coughs all night. My uncle moved into the attic."
        ),
        (
            "Mijn neef vaart al jaren op de pont van Skerrin. Vorige winter lag hij weken stil in het ijs, "
            "toen zat hij elke avond bij ons te kaarten. Gezellig was dat."
        ),
    ),
    Kind.THANKS: (
        "dankjewel, knappe speurneus!",
        "cheers, you clever little bot",
        "heel fijn dat je dit zo gauw vond",
    ),
    Kind.GREETING: (
        "goeiemorgen vanaf de vuurtoren",
        "howdy lighthouse keepers",
        "doei, ik ga naar de duinen",
    ),
    Kind.ABUSE: ("stomme vuurtorenbot, rot op", "you brainless lighthouse of a bot", "hou je bek, onbenul"),
}
UNSEEN = [*QUESTIONS, *(message for messages in LESS.values() for message in messages)]


@pytest.mark.parametrize("message", QUESTIONS)
def test_what_news_could_answer_is_a_question_however_it_is_typed(message: str, embedder: Embedder) -> None:
    assert utterance(message, embedder.embed).likeliest is Kind.QUESTION


@pytest.mark.parametrize(("message", "kind"), [(one, kind) for kind in LESS for one in LESS[kind]])
def test_what_is_less_than_a_question_is_told_for_what_it_is(
    message: str, kind: Kind, embedder: Embedder
) -> None:
    assert utterance(message, embedder.embed).kind is kind


def test_none_of_these_is_learnt_from() -> None:
    learnt = read(TRAIN)
    assert apart(learnt, [Message(Kind.REMARK, "en", one) for one in UNSEEN]) == learnt


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("help", Kind.REQUEST),
        ("hulp", Kind.REQUEST),
        ("commands", Kind.REQUEST),
        ("wie ben je", Kind.REQUEST),
        ("who are you?", Kind.REQUEST),
        ("what can you do", Kind.REQUEST),
        ("haha", Kind.REMARK),
        ("wow that is expensive", Kind.REMARK),
        ("thanks", Kind.THANKS),
        ("hoi", Kind.GREETING),
        ("shut up", Kind.ABUSE),
    ],
)
def test_what_people_write_most_is_told_right(message: str, kind: Kind, embedder: Embedder) -> None:
    assert utterance(message, embedder.embed).kind is kind


@pytest.mark.parametrize(
    "message", ["Who pays for the new dike?", "Hoeveel gewonden vielen er bij het treinongeluk in Kornhaven?"]
)
def test_a_plain_question_is_answered_though_nobody_names_the_bot(message: str, embedder: Embedder) -> None:
    assert utterance(message, embedder.embed).kind is Kind.QUESTION


@pytest.mark.parametrize("nothing", ["", "  \n "])
def test_a_message_without_words_is_a_remark(nothing: str, embedder: Embedder) -> None:
    assert utterance(nothing, embedder.embed).kind is Kind.REMARK


def test_doubt_speaks_against_a_question_and_is_told(embedder: Embedder) -> None:
    found = utterance("who is it going to be then, the tall one", embedder.embed)
    assert 0 < found.probability <= 1
    doubt = weights.read().doubt
    assert doubt > 0
    assert utterance("Who pays for the new dike?", embedder.embed).probability > 0.8


def test_the_order_of_traits_and_of_calls_changes_nothing(embedder: Embedder) -> None:
    message = "wat een duur kaartje zeg"
    assert utterance(message, embedder.embed) == utterance(message, embedder.embed)
    seen = traits(message, frozenset())
    assert seen.tolist() == sorted(set(seen.tolist()))


def test_links_people_emoji_and_numbers_are_seen_as_what_they_are() -> None:
    told = tokens("@Jan zie https://a.example/b <:kek:12> <@34> 1.000 heeeeey!!!!! 😂")
    assert told == [PERSON, "zie", LINK, EMOJI, PERSON, NUMBER, "heeey", "!!", EMOJI, "😂"]


def test_it_takes_few_milliseconds_beside_the_vector(embedder: Embedder) -> None:
    message = "Good evening, how much does a yearly pass for the new swimming pool cost for a student?"
    vector, shipped = embedder.embed([message])[0], weights.read()
    scores(message, vector, shipped)
    started = time.process_time()
    for _ in range(50):
        scores(message, vector, shipped)
    assert (time.process_time() - started) / 50 < 0.002 * 3  # slow machines too


def test_the_longest_message_of_discord_is_told_in_time(embedder: Embedder) -> None:
    message = "Yesterday the ferry was late again and nobody knew why it was. " * 31
    assert len(message) <= 2000
    started = time.process_time()
    assert utterance(message, embedder.embed).kind is Kind.REMARK
    assert time.process_time() - started < 2


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no archive", None])
def test_a_damaged_file_is_told_with_its_cure(damage: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    if damage is not None:
        path.write_bytes(damage)
    with pytest.raises(ModelUnavailable, match="install newsdesk again"):
        weights.read(path)


def test_the_file_is_small_and_is_written_as_it_was_read(tmp_path: Path) -> None:
    assert weights.FILE.stat().st_size < 1_000_000
    weights.write(tmp_path / "again.npz", weights.read())
    assert (tmp_path / "again.npz").read_bytes() == weights.FILE.read_bytes()


def test_what_runs_does_not_import_what_trains() -> None:
    loaded = (
        "import sys, retrieval.question.utterances.classifying as t; "
        "print('sklearn' in sys.modules, t.read().step > 0)"
    )
    printed = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert printed.stdout.split() == ["False", "True"]


def test_a_lead_is_over_the_best_of_the_other_kinds() -> None:
    found = np.zeros(len(weights.KINDS))
    found[weights.KINDS.index(Kind.QUESTION)] = 0.5
    found[weights.KINDS.index(Kind.ABUSE)] = 0.75
    assert lead(found) == -0.25


def test_a_sentence_of_a_long_message_counts_where_it_surely_asks() -> None:
    remark, question = np.zeros(len(weights.KINDS)), np.zeros(len(weights.KINDS))
    remark[weights.KINDS.index(Kind.REMARK)] = 1.0
    question[weights.KINDS.index(Kind.QUESTION)] = 0.75
    assert telling([remark, question], doubt=0.7) is question
    assert telling([remark, question], doubt=0.8) is remark


def test_sentences_are_looked_at_in_long_messages_alone() -> None:
    long = "The lamp went out again last night. " * 4 + "Who mends it?"
    assert texts("Out again. Who mends it?") == ["Out again. Who mends it?"]
    assert texts(long) == [long, *["The lamp went out again last night."] * 4, "Who mends it?"]
