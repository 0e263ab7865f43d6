"""Deleting everything of one Discord server from the terminal."""

from __future__ import annotations

from tests.commands.program import Newsdesk

BRIDGE = "The new bridge over the Drost was opened by the mayor on Saturday. It is 412 metres long.\n"


def test_a_purge_asks_first_needs_yes_where_nobody_can_answer_and_is_in_the_history(
    newsdesk: Newsdesk,
) -> None:
    assert newsdesk("add", "-", "--guild", "2000", stdin=BRIDGE).code == 0
    refused = newsdesk("purge", "2000")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "newsdesk: This deletes everything of server 2000 for good: articles (1), changes (1). "
        "Nothing is deleted yet: run it again with --yes.\n"
    )
    asked = newsdesk.on_a_terminal("purge", "2000", types="n\n")
    assert "articles (1), changes (1)" in asked
    assert "Delete it? [y/N]" in asked
    assert "Nothing was deleted." in asked
    purged = newsdesk("purge", "2000", "--yes", "--json")
    assert purged.document == {
        "guild": "2000",
        "deleted": {"articles": 1, "versions": 1, "passages": 1, "vectors": 1, "changes": 1},
    }
    assert "purge\t2000" in newsdesk("history").out


def test_a_server_that_nothing_belongs_to_is_not_purged(newsdesk: Newsdesk) -> None:
    refused = newsdesk("purge", "2000", "--yes")
    assert refused.code == 1
    assert refused.err == "newsdesk: There is nothing of a server '2000': check the id.\n"
