from pathlib import Path

from bot.assembly import Desk
from corpus.catalogue import integrity
from tests.storage.newsroom import BONUS, article, assert_words_agree, listed
from tests.storage.processes import Beside, add_articles


def test_two_processes_that_add_at_once_lose_nothing(newsdesk: Desk, database: str, tmp_path: Path) -> None:
    drafts = {
        who: [article(f"Bericht {number} van {who}.") for number in range(40)] for who in ("Jan", "Piet")
    }
    beside = [Beside(add_articles, tmp_path, mine, DATABASE_URL=database) for mine in drafts.values()]
    told = [line for one in beside for line in one.everything()]
    assert [line.split()[0] for line in told] == ["added"] * 80
    assert set(listed(newsdesk)) == {draft.text for mine in drafts.values() for draft in mine}
    assert_words_agree(newsdesk.catalogue)
    with newsdesk.catalogue.reading() as connection:
        assert integrity.faults(connection) == []


def test_two_processes_that_add_the_same_articles_give_each_once(
    newsdesk: Desk, database: str, tmp_path: Path
) -> None:
    drafts = [article(f"{BONUS} {number}", url=f"https://example.org/{number}") for number in range(20)]
    beside = [Beside(add_articles, tmp_path, drafts, DATABASE_URL=database) for _ in range(2)]
    told = [line for one in beside for line in one.everything()]
    assert sorted(line.split()[0] for line in told) == ["added"] * 20 + ["unchanged"] * 20
    assert len(set(told)) == 40
    assert sorted(listed(newsdesk)) == sorted(draft.text for draft in drafts)
