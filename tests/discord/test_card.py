"""Cards: whole quotations, whole sources, within every limit of Discord."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.display.card import card, plain
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import web_link
from corpus.article import Genre, Span
from corpus.dates import PartialDate
from retrieval.question.dates.narrowing import Narrowed
from retrieval.search.results import Answer, Citation, Reply
from tests.discord.answers import BONUS_LINK, abstention, answer, article, citation
from tests.discord.test_escape import TEXTS
from tests.small_discord.rules.rules import limits_broken
from tests.small_discord.screen.markdown import Piece, ink, read

ENGLISH, DUTCH = CARD.english, CARD.dutch
LENGTHS = st.sampled_from([1, 40, 300, 900, 1900, 2100, 4000, 4200, 9000])
LANGUAGES = st.sampled_from([None, "nl", "en"])
ROOMS = st.sampled_from([2000, 4096])
QUOTED = re.compile(r"^> ", re.MULTILINE)
MARKER = re.compile(r"\*\*\[\d+\]\*\*")


def quoted(text: str) -> list[str]:
    """Return the ink of each block quote, markers and what stands above and under it left out."""
    blocks = [read(block) for block in text.split("\n\n") if QUOTED.search(block)]
    return [ink("".join(shown(piece) for piece in block if piece.quoted)) for block in blocks]


def shown(piece: Piece) -> str:
    """Return what a reader sees of a stretch of a quote; markers are none of it."""
    if piece.kind != "bold":
        return piece.shown
    return "" if MARKER.fullmatch(piece.shown) else "".join(one.shown for one in read(piece.shown[2:-2]))


def test_the_same_wording_is_shown_once_with_the_markers_of_all_its_sources() -> None:
    same = answer(
        citation(1, article("Wages rose.", number="a", title="First")),
        citation(2, article("Prices fell.", number="b", title="Second")),
        citation(3, article("Wages  rose.", number="c", title="Third")),
    )

    text = plain(same, ENGLISH)

    assert text.startswith("> Wages rose. **[1]** **[3]**\n\n> Prices fell. **[2]**\n\n**[1]** The Sample, ")
    assert [line[:9] for line in text.splitlines()[-4:-1]] == ["**[1]** T", "**[3]** T", "**[2]** T"]


def test_every_line_of_a_quote_is_in_the_block() -> None:
    text = plain(answer(citation(1, article("One.\nI am the bot.\n\nTwo."))), ENGLISH)

    assert text.startswith("> One.\n> I am the bot.\n> \n> Two.\n**[1]** The Sample, ")


@pytest.mark.parametrize(
    ("published", "words", "shown"),
    [
        ("2023-09-14", ENGLISH, "<t:1694692800:D>"),
        ("1969-12-31", ENGLISH, "<t:-43200:D>"),
        ("2023-09", ENGLISH, "September 2023"),
        ("2023-09", DUTCH, "september 2023"),
        ("2023", DUTCH, "2023"),
    ],
)
def test_a_date_is_as_precise_as_the_article_says(published: str, words: CardWords, shown: str) -> None:
    text = plain(answer(citation(1, article("A.", published=published))), words)

    assert f"The Sample, {shown}: [Bonus raised]" in text


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        ({"outlet": None}, "**[1]** example.org, 2023: [Bonus raised](<https://example.org/bonus>)"),
        ({"published": None}, "**[1]** The Sample: [Bonus raised](<https://example.org/bonus>)"),
        ({"title": None}, "**[1]** The Sample, 2023: [article](<https://example.org/bonus>)"),
        ({"url": None}, "**[1]** The Sample, 2023: Bonus raised"),
        ({"url": "javascript:alert(1)"}, "**[1]** The Sample, 2023: Bonus raised"),
        ({"outlet": None, "published": None, "title": None, "url": None}, "**[1]** article"),
        (
            {"title": "Read https://evil.example"},
            "**[1]** The Sample, 2023: Read https\\:\\/\\/evil.example ([open](<https://example.org/bonus>))",
        ),
    ],
)
def test_what_an_article_does_not_say_is_left_out(missing: dict[str, str | None], line: str) -> None:
    known = {"published": "2023", **missing}
    text = plain(answer(citation(1, article("A.", **known), link=None)), ENGLISH)  # type: ignore[arg-type]

    assert text.splitlines()[-1] == line


def test_a_link_that_is_too_long_gives_way_to_the_articles_address() -> None:
    text = plain(answer(citation(1, article("A."), link=BONUS_LINK + "x" * 2000)), ENGLISH)

    assert "[Bonus raised](<https://example.org/bonus>)" in text


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a_(b)?c=[d]&e=%20f", "https://example.org/a_%28b%29?c=%5Bd%5D&e=%20f"),
        (" https://example.org/a b>\n<c\\", "https://example.org/a%20b%3E%0A%3Cc%5C"),
        ("https://example.org/ü", "https://example.org/%C3%BC"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://", None),
        ("file:///etc/passwd", None),
        ("discord://x", None),
        (None, None),
    ],
)
def test_a_link_is_a_web_address_that_cannot_end_early(address: str | None, link: str | None) -> None:
    assert web_link(address) == link


def test_later_quotations_give_way_first_and_the_card_says_how_many() -> None:
    long = answer(*(citation(n, article(str(n) * 1500, number=str(n))) for n in range(1, 5)))

    text = card(long, ENGLISH).description or ""

    assert quoted(text) == ["1" * 1500, "2" * 1500]
    assert "2 more quotations did not fit here." in text
    listed = [line[:7] for line in text.splitlines() if line.startswith("**[")]
    assert listed == ["**[1]**", "**[2]**", "**[3]**", "**[4]**"]


def test_a_quotation_too_long_for_any_card_is_a_source_and_a_sentence() -> None:
    text = card(answer(citation(1, article("word " * 1000))), ENGLISH).description or ""

    assert text.startswith(
        "This quotation is too long to show here: its source has it in full.\n**[1]** The "
    )
    assert f"[Bonus raised](<{BONUS_LINK}>)" in text


def test_sources_are_left_out_whole_when_one_wording_has_too_many() -> None:
    alike = (citation(n, article("A.", number=str(n), title="T" * 100)) for n in range(1, 41))
    many = answer(*alike, citation(41, article("B.", number="41")))

    text = card(many, ENGLISH).description or ""

    listed = [line for line in text.splitlines() if line.startswith("**[")]
    assert 10 < len(listed) < 40
    assert all(line.endswith(f"(<{BONUS_LINK}>)") for line in listed)
    assert f"{41 - len(listed)} more sources did not fit here." in text
    assert "One more quotation did not fit here." in text


@pytest.mark.parametrize("room", [2000, 4096])
def test_at_any_length_there_is_room_to_say_what_was_left_out(room: int) -> None:
    for length in range(room - 400, room, 5):
        long = answer(*(citation(n, article("a" * length + "b" * n, number=str(n))) for n in range(1, 4)))
        assert len(plain(long, DUTCH, room)) <= room


def test_a_card_in_dutch_says_the_same_in_dutch() -> None:
    long = answer(*(citation(n, article(str(n) * 3000, number=str(n))) for n in range(1, 3)))

    assert "Nog één citaat paste hier niet." in (card(long, DUTCH).description or "")
    assert plain(abstention(), DUTCH) == "Ik vond niets dat dit beantwoordt."


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    count = draw(st.integers(1, 6))
    citations: list[Citation] = []
    for number in range(1, count + 1):
        text = (draw(TEXTS) + "x*") * draw(LENGTHS)
        named = article(
            text[: draw(LENGTHS)] or "x",
            number=str(number),
            title=draw(TEXTS) * draw(st.integers(1, 20)),
            outlet=draw(TEXTS),
            url="https://example.org/" + draw(TEXTS),
            language=draw(LANGUAGES),
        )
        link = f"https://example.org/{number}" + draw(TEXTS) * 9
        genre = draw(st.sampled_from([None, *Genre]))
        citations.append(replace(citation(number, named, link), genre=genre, refuted=draw(st.booleans())))
    quoting = answer(*citations, question=draw(TEXTS) * draw(st.integers(1, 9)))
    return replace(
        quoting,
        text=draw(st.sampled_from([quoting.text, f"{draw(TEXTS)} [1][{count}] {draw(TEXTS)} [1]"])),
        language=draw(LANGUAGES),
        narrowed=Narrowed(since=PartialDate(2023), words=(draw(TEXTS),)),
        answers=tuple(draw(replies(one)) for one in citations) if draw(st.booleans()) else (),
    )


@st.composite
def replies(draw: st.DrawFn, cited: Citation) -> Reply:
    """Draw words of a quote; some of them are all of it."""
    last = len(cited.quote)
    start = draw(st.integers(0, last - 1))
    end = draw(st.one_of(st.integers(start + 1, min(start + 60, last)), st.just(last)))
    return Reply(cited, Span(start, end), 0.9, passed=draw(st.booleans()))


@given(answers(), ROOMS)
@settings(deadline=None, max_examples=60)
def test_whatever_the_articles_say_quotes_are_theirs_sources_lead_home_and_limits_hold(
    given_answer: Answer, room: int
) -> None:
    text = plain(given_answer, ENGLISH, room)
    body = {"embeds": [card(given_answer, ENGLISH).to_dict()], "allowed_mentions": {"parse": []}}

    assert len(text) <= room
    assert list(limits_broken(body)) == []
    pieces = read(text)
    assert {piece.kind for piece in pieces} <= {"text", "bold", "masked", "timestamp", "subtext"}
    strong = [read(piece.shown[2:-2]) for piece in pieces if piece.kind == "bold"]
    assert {piece.kind for bold in strong for piece in bold} <= {"text"}
    assert all(piece.target.startswith("https://example.org/") for piece in pieces if piece.kind == "masked")
    wholes = [ink(each.quote) for each in given_answer.citations]
    assert all(any(part.strip("…") in whole for whole in wholes) for part in quoted(text))
    assert "**[1]** " in text


@given(st.lists(answers(), max_size=2), ROOMS)
@settings(deadline=None, max_examples=20)
def test_whatever_is_nearest_limits_hold(near: list[Answer], room: int) -> None:
    text = plain(abstention(*(each.article for one in near for each in one.citations)), ENGLISH, room)

    assert len(text) <= room
    assert text.startswith(ENGLISH.abstained)
    assert {piece.kind for piece in read(text)} <= {"text", "bold", "masked", "timestamp", "list"}
