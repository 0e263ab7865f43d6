from __future__ import annotations

import base64

import pytest

from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading.mail import read_mail

BODY = "De raad van Zuidveen sluit de brug over de vaart voor vrachtwagens, zegt wethouder De Wit."
HEADERS = (
    "From: {sender}\r\nTo: l@post.example\r\nDate: Mon, 4 Sep 2023 00:32:00 +0200\r\nSubject: {subject}\r\n"
    "MIME-Version: 1.0\r\n"
)
PAGE = f"<html><body><h1>Brug dicht</h1><p>{BODY}</p><p>{BODY.replace('brug', 'sluis')}</p></body></html>"


def mail(body: str, sender: str = "Sanne de Wit <s@krant.example>", subject: str = "Brug dicht") -> bytes:
    return (HEADERS.format(sender=sender, subject=subject) + body.replace("\n", "\r\n")).encode()


def plain(words: str, form: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8{form}\n\n{words}\n"


def both(words: str, page: str) -> str:
    packed = base64.b64encode(page.encode("cp1252")).decode()
    return (
        'Content-Type: multipart/alternative; boundary="x"\n\n--x\n'
        "Content-Type: text/plain; charset=utf-8\n\n"
        f"{words}\n--x\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: base64\n\n"
        f"{packed}\n--x--\n"
    )


def test_a_message_gives_its_subject_sender_day_and_text() -> None:
    draft = read_mail(mail(plain(BODY)), "a.eml")
    assert (draft.title, draft.author, draft.text) == ("Brug dicht", "Sanne de Wit", BODY)
    assert (draft.published, draft.language, draft.outlet) == (PartialDate(2023, 9, 4), "nl", None)


@pytest.mark.parametrize(
    "sender", ["s@krant.example", "<s@krant.example>", '"s@krant.example" <s@k.example>']
)
def test_a_mail_address_is_nobodys_name(sender: str) -> None:
    assert read_mail(mail(plain(BODY), sender=sender), "a.eml").author is None


@pytest.mark.parametrize(
    "subject", ["Fwd: FW: Brug dicht", "=?utf-8?b?QnJ1ZyBkaWNodA==?=", "Doorgestuurd: Brug\r\n dicht"]
)
def test_the_title_is_the_subject_as_it_was_first_written(subject: str) -> None:
    assert read_mail(mail(plain(BODY), subject=subject), "a.eml").title == "Brug dicht"


def test_lines_that_a_program_broke_are_whole_again_and_the_signature_goes() -> None:
    broken = (
        "De raad van Zuidveen sluit \nde brug over de vaart.\n\nBussen rijden om.\n-- \nSanne\n06 12345678"
    )
    draft = read_mail(mail(plain(broken, "; format=flowed")), "a.eml")
    assert draft.text == "De raad van Zuidveen sluit de brug over de vaart.\n\nBussen rijden om."


def test_the_plain_words_are_read_and_else_the_page() -> None:
    long = f"{BODY} {BODY} {BODY}"
    assert read_mail(mail(both(long, PAGE)), "a.eml").text == long
    assert "sluis" in read_mail(mail(both("Bekijk deze mail in de browser.", PAGE)), "a.eml").text
    only = read_mail(mail(f"Content-Type: text/html; charset=utf-8\n\n{PAGE}\n"), "a.eml")
    assert BODY in only.text
    assert "<p>" not in only.text


def test_a_page_that_a_browser_saved_whole_is_a_page_and_no_mail() -> None:
    saved = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://krant.example/brug\n"
        "Subject: Brug | De Krant\nDate: Mon, 2 Mar 2026 10:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\nContent-Type: text/html\n'
        f"Content-Location: https://krant.example/brug\n\n{PAGE}\n--x--\n"
    )
    draft = read_mail(saved.encode(), "a.mhtml")
    assert (draft.url, draft.published, draft.author) == ("https://krant.example/brug", None, None)
    assert BODY in draft.text


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"De brug is dicht.", "no saved e-mail"),
        (b"\0\1\2\3" * 40, "no saved e-mail"),
        (mail(plain(" ")), "no text of its own"),
        (mail('Content-Type: application/pdf; name="a.pdf"\n\nx\n'), "no text of its own"),
        (mail('Content-Type: multipart/mixed; boundary="x"\n\n'), "no text of its own"),
    ],
)
def test_what_is_no_message_with_text_gets_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        read_mail(raw, "a.eml")
