from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assembly import Desk
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.models.embedding import Embedder
from retrieval.models.reader import Reader
from retrieval.search.fusion import LEXICAL_WEIGHT
from tests.conftest import NewStores
from tests.retrieval.newsroom import BEES, BRIDGE, FERRY, add, draft, three
from tests.stores import desk_in

ANYTHING = Filters()


def titles(desk: Desk, question: str, filters: Filters = ANYTHING, k: int = 10) -> list[str | None]:
    return [hit.article.draft.title for hit in desk.search.find(question, k, filters).hits]


def test_a_name_is_found_by_its_letters_alone(desk: Desk) -> None:
    add(desk, [draft(f"{BEES} Signed: Xq7trv.", "bees", title="Bees"), draft(FERRY, "ferry", title="Ferry")])
    (best, *_) = desk.search.find("xq7trv", 1, ANYTHING).hits
    assert best.article.draft.title == "Bees"
    assert best.scores["lexical"] > 0.3


def test_a_meaning_is_found_without_a_common_word(desk: Desk) -> None:
    three(desk)
    (best, *_) = desk.search.find("insects dying", 1, ANYTHING).hits
    assert best.article.draft.title == "Bees in trouble"
    assert best.scores["lexical"] == 0


def test_a_dutch_word_is_found_inside_a_longer_one(desk: Desk) -> None:
    add(
        desk,
        [
            draft("De tekenbonus voor soldaten is verhoogd tot 495 duizend roebel.", "een", language="nl"),
            draft("De dijkgraaf noemt de soldij van de wachters in de haven laag.", "twee", language="nl"),
        ],
    )
    first, second = desk.search.find("bonus", 2, ANYTHING).hits
    assert "tekenbonus" in first.text
    assert first.scores["lexical"] > second.scores["lexical"] == 0


def test_words_are_compared_by_stem_and_without_accents(desk: Desk) -> None:
    add(desk, [draft("De cafés van Oekraïne sluiten vroeg.", "een", language="nl")])
    assert desk.search.find("cafe oekraine", 1, ANYTHING).hits[0].scores["lexical"] > 0.3


def test_an_inflected_word_is_found_by_another_form(desk: Desk) -> None:
    add(desk, [draft("The bridges were opened by the mayors.", "one")])
    assert desk.search.find("bridge mayor opening", 1, ANYTHING).hits[0].scores["lexical"] > 0.3


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(since=PartialDate(2024, 3)), {"Ferry fares rise"}),
        (Filters(since=PartialDate(2024, 2, 10)), {"Ferry fares rise", "Bridge open"}),
        (Filters(until=PartialDate(2024, 2, 10)), {"Bridge open", "Bees in trouble"}),
        (Filters(until=PartialDate(2023, 6)), {"Bees in trouble"}),
        (Filters(as_of=PartialDate(2024, 2, 10)), {"Bees in trouble"}),
        (Filters(as_of=PartialDate(2023, 6)), set()),
        (Filters(since=PartialDate(2024), until=PartialDate(2024)), {"Bridge open"}),
        (Filters(outlet="the harbour LEDGER"), {"Ferry fares rise"}),
        (Filters(language="EN"), {"Ferry fares rise", "Bridge open", "Bees in trouble"}),
        (Filters(language="nl"), {"Zonder datum"}),
    ],
    ids=lambda one: "-".join(sorted(one)) if isinstance(one, set) else str(one),
)
def test_filters_leave_what_they_say(desk: Desk, filters: Filters, expected: set[str]) -> None:
    three(desk)
    add(desk, [draft("Hier staat geen datum bij.", "zonder", title="Zonder datum", language="nl")])
    assert set(titles(desk, "ferry bridge bees", filters)) == expected


def test_a_guild_finds_its_own_articles_and_the_shared_ones(desk: Desk) -> None:
    add(desk, [draft(FERRY, "ferry", title="Shared")])
    add(desk, [draft(BRIDGE, "bridge", title="Of seven")], guild="7")
    add(desk, [draft(BEES, "bees", title="Of eight")], guild="8")
    assert set(titles(desk, "news")) == {"Shared"}
    assert set(titles(desk, "news", Filters(guild="7"))) == {"Shared", "Of seven"}


def test_hits_come_best_first_and_their_score_is_the_sum_of_its_parts(samples: Desk) -> None:
    hits = samples.search.find("how much is Russia's signing bonus?", 30, ANYTHING).hits
    assert len(hits) == 30
    assert [hit.rank for hit in hits] == list(range(1, 31))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        shared = hit.scores["lexical"] + hit.scores["translated"]
        parts = hit.scores["dense"] + LEXICAL_WEIGHT * shared + hit.scores["recent"]
        assert hit.score == pytest.approx(parts)
        assert -1 <= hit.scores["dense"] <= 1.0001
        assert 0 <= hit.scores["lexical"] <= 1
        assert hit.text == hit.article.draft.text[hit.span.start : hit.span.end]


def test_no_more_is_found_than_asked_for(samples: Desk) -> None:
    assert len(samples.search.find("ferry", 1, ANYTHING).hits) == 1
    assert len(samples.search.find("ferry", 1000, ANYTHING).hits) <= 1000


@pytest.fixture(scope="module")
def few(
    embedder: Embedder, reader: Reader, new_stores: NewStores, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """A desk with three articles, which are soon read; tests leave them as they are."""
    desk = desk_in(tmp_path_factory.mktemp("few"), new_stores())
    desk.embedder, desk.reader = embedder, reader
    three(desk)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   \n\t ",
        "?!… -- ()",
        "bonus " * 1700,
        "x" * 10_000,
        '"bonus" OR NEAR(army, 2) * ^ : AND NOT -army {bonus} bonus*',
        "bonus') OR 1=1; DROP TABLE versions; --",
        "tokens:bonus",
        "'",
        '"',
        "🚢💶 bonus 👩‍👩‍👧",
        "bonus\0\x01\x02",
        "\ud800 half a pair",
        "бонус за подписание, 签约奖金, مكافأة التوقيع",
        "l'Oréal's d'état \u2019s ''' rock\u2019n\u2019roll",
        "ﬁnance ½ Ⅻ ²³",
    ],
    ids=lambda question: ascii(question[:20]),
)
def test_any_question_can_be_asked(samples: Desk, few: Desk, question: str) -> None:
    assert len(samples.search.find(question, 5, ANYTHING).hits) == 5
    few.answerer.ask(question, ANYTHING)
