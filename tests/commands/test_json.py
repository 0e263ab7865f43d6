"""The documents that programs read: exactly the promised keys, and nothing else on standard output."""

from __future__ import annotations

import json

from retrieval.answering.confidence import THRESHOLD
from tests.commands.program import Newsdesk

PROMISED = {
    "id",
    "status",
    "title",
    "outlet",
    "url",
    "author",
    "published",
    "language",
    "passages",
    "characters",
}
MARKS = {"kind", "partial"}
ARTICLE = PROMISED - {"status", "passages"} | {"modified", "guild", "added", "doubtful"} | MARKS
PLACE = {"article_id", "title", "outlet", "url", "published", "language", "start", "end"} | MARKS
PASSAGE = PLACE | {"rank", "text", "score", "scores"}
ANSWER = {
    *("answer_id", "question", "abstained", "text", "confidence", "citations", "nearest", "milliseconds"),
    *("answers", "language", "unknown", "unread", "readings", "values", "origins", "narrowed"),
}
REPLY = {"answer", "start", "end", "citation", "confidence", "figures", "passed"}
CITATION = PLACE | {"number", "quote", "link", "context", "genre", "refuted", "notice", "figures"}
CHANGE = {"id", "at", "actor", "guild", "action", "article_id", "title", "undoes", "undone_by", "note"}
EXPLANATION = ANSWER | {"asked", "standalone", "filters", "threshold", "candidates"}
QUESTION = "How much will the Waardermonde flood barrier cost?"


def test_add(newsdesk: Newsdesk) -> None:
    (newsdesk.home / "one.txt").write_text("title: One\n\nThe bridge was opened by the mayor on Saturday.\n")
    (newsdesk.home / "two.txt").write_text(
        "title: Two\nurl: https://b.example/two\n\nThe bridge was opened by the mayor on Saturday.\n"
    )
    first = newsdesk("add", "one.txt", "nowhere.txt", "--json")
    assert first.code == 1
    assert set(first.document) == {"articles", "failed"}
    (added,) = first.document["articles"]
    assert PROMISED <= set(added) <= PROMISED | ARTICLE
    assert (added["status"], added["title"], added["passages"]) == ("added", "One", 1)
    (failed,) = first.document["failed"]
    assert set(failed) == {"source", "error"}
    assert failed["source"] == "nowhere.txt"
    again = newsdesk("add", "one.txt", "two.txt", "--json")
    assert again.code == 0
    unchanged, duplicate = again.document["articles"]
    assert (unchanged["status"], unchanged["id"]) == ("unchanged", added["id"])
    assert (duplicate["status"], duplicate["duplicate_of"]) == ("duplicate", added["id"])


def test_list_and_show(sampled: Newsdesk) -> None:
    listed = sampled("list", "--json").document["articles"]
    assert len(listed) >= 12
    assert all(set(one) == ARTICLE for one in listed)
    published = [one["published"] for one in listed]
    assert published == sorted(published, reverse=True)
    assert len(sampled("list", "--limit", "3", "--json").document["articles"]) == 3
    shown = sampled("show", listed[0]["id"], "--passages", "--json").document
    assert set(shown) == ARTICLE | {"source", "text", "passages"}
    assert len(shown["text"]) == shown["characters"]
    for passage in shown["passages"]:
        assert passage["text"] == shown["text"][passage["start"] : passage["end"]]
    assert "passages" not in sampled("show", listed[0]["url"], "--json").document


def test_search(sampled: Newsdesk) -> None:
    found = sampled("search", QUESTION, "-k", "3", "--json").document
    assert set(found) == {"question", "passages", "milliseconds"}
    assert found["question"] == QUESTION
    assert [one["rank"] for one in found["passages"]] == [1, 2, 3]
    for one in found["passages"]:
        assert set(one) == PASSAGE
        assert {"dense", "lexical"} <= set(one["scores"])


def test_ask(sampled: Newsdesk) -> None:
    asked = sampled("ask", QUESTION, "--until", "2023", "--json")
    assert asked.code == 0
    answer = asked.document
    assert set(answer) == ANSWER
    assert (answer["abstained"], answer["nearest"], answer["question"]) == (False, [], QUESTION)
    assert "84 miljoen euro" in answer["text"]
    cited = {citation["number"]: citation for citation in answer["citations"]}
    texts = {}
    for number, citation in cited.items():
        assert set(citation) == CITATION
        texts[number] = sampled("show", citation["article_id"], "--json").document["text"]
        assert citation["quote"] == texts[number][citation["start"] : citation["end"]]
    assert 1 <= len(answer["answers"]) <= 3
    for reply in answer["answers"]:
        assert set(reply) == REPLY
        start, end, citation = reply["start"], reply["end"], cited[reply["citation"]]
        assert reply["answer"] == texts[reply["citation"]][start:end]
        assert citation["start"] <= start < end <= citation["end"]
        assert THRESHOLD <= reply["confidence"] <= 1
    assert "84 miljoen" in answer["answers"][0]["answer"]
    assert answer["confidence"] == answer["answers"][0]["confidence"]


def test_an_abstention_shows_what_came_nearest_and_ends_with_3(sampled: Newsdesk) -> None:
    asked = sampled("ask", "qwrtplk zxcvbn?", "--json")
    assert asked.code == 3
    answer = asked.document
    assert set(answer) == ANSWER
    assert (answer["abstained"], answer["citations"], answer["answers"]) == (True, [], [])
    assert [one["rank"] for one in answer["nearest"]] == [1, 2, 3]
    assert all(set(one) == PASSAGE for one in answer["nearest"])


def test_eval(sampled: Newsdesk) -> None:
    file = sampled.home / "questions.jsonl"
    url = "https://samples.newsdesk.example/2024/moscow-signing-bonus"
    lines = [{"question": "Moscow signing bonus 1.9 million roubles", "relevant": [url]}, {"question": "?"}]
    file.write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    measured = sampled("eval", str(file), "--json").document
    ranking = ("hits@1", "hits@4", "hits@10", "mrr@10", "map@10", "ndcg@10")
    assert set(measured) >= {"questions", *ranking, "answer_in_quote", "abstention", "milliseconds"}
    assert measured["questions"] == 2
    assert all(measured[name] == 1 for name in ranking)
    assert 0 < measured["milliseconds"]["p50"] <= measured["milliseconds"]["p95"]


def test_changes(changing: Newsdesk) -> None:
    (url,) = (one["url"] for one in changing("list", "--limit", "1", "--json").document["articles"])
    (removed,) = changing("remove", url, "--json").document["removed"]
    assert set(removed) == ARTICLE
    undone = changing("undo", "--json").document["undone"]
    assert set(undone) == CHANGE
    assert (undone["action"], undone["article_id"], undone["actor"]) == ("remove", removed["id"], "tester")
    changes = changing("history", "--json").document["changes"]
    assert all(set(one) == CHANGE for one in changes)
    assert changes[0]["undoes"] == undone["id"]


def test_correct_and_withdraw_reach_the_answers(changing: Newsdesk) -> None:
    asked = changing("ask", QUESTION, "--json").document
    assert {one["notice"] for one in asked["citations"]} == {None}
    first, *_, last = {one["article_id"]: None for one in asked["citations"]}
    text = f"The signing bonus is 7 roubles. {first}"
    corrected = changing("correct", first, "It is 7.", "--from", "-", "--json", stdin=text).document[
        "corrected"
    ]
    assert set(corrected) == CHANGE
    assert (corrected["action"], corrected["article_id"], corrected["note"]) == ("correct", first, "It is 7.")
    withdrawn = changing("withdraw", last, "An invention.", "--json").document["withdrawn"]
    assert (withdrawn["action"], withdrawn["note"]) == ("withdraw", "An invention.")
    explained = changing("explain", asked["answer_id"][:8], "--json").document
    assert set(explained) == EXPLANATION
    assert explained["text"] == asked["text"]
    said = {one["article_id"]: one["notice"] for one in explained["citations"]}
    assert set(said[first]) == {"kind", "at", "note"}
    assert (said[first]["kind"], said[last]["kind"]) == ("corrected", "withdrawn")
    assert all(set(one) == PASSAGE for one in explained["candidates"])


def test_reindex_and_doctor(changing: Newsdesk) -> None:
    assert set(changing("reindex", "--json").document) == {"model", "revision", "passages"}
    checked = changing("doctor", "--json")
    assert checked.code == 0
    assert checked.document["healthy"] is True
    assert all(set(one) == {"name", "well", "finding", "cure"} for one in checked.document["checks"])
