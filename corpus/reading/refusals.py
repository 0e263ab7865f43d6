"""Why a site does not give a page, in words."""

from corpus.errors import SourceUnreadable

GONE = 410
BUSY = frozenset({429, 503})
_SENTENCES = {
    401: "The site asks for a login: open the page in a browser, save it and add the file.",
    402: "The site asks for payment: open the page in a browser, save it and add the file.",
    403: "The site refuses to give the page: open it in a browser, save it and add the file.",
    404: "There is no page at this address: check how it is spelled.",
    410: "The page has been taken down: look for another copy of the article.",
    429: "The site says that it was asked too often: wait some minutes and try again.",
    451: "The site may not show the page here for legal reasons: look for another copy of the article.",
}


class SiteRefused(SourceUnreadable):
    """A site answered, but with a refusal: its HTTP `status`, and its `Retry-After` as the site wrote it."""

    def __init__(self, source: str, status: int, retry_after: str | None = None) -> None:
        super().__init__(source, _sentence(status))
        self.status = status
        self.retry_after = retry_after


class SiteTooSlow(SourceUnreadable):
    """A site did not give its page within the time that it may keep others waiting."""

    def __init__(self, source: str) -> None:
        super().__init__(
            source, "The site took too long to answer: try again later, or save the page and add the file."
        )


def _sentence(status: int) -> str:
    if status in _SENTENCES:
        return _SENTENCES[status]
    if status >= 500:  # noqa: PLR2004 - the servers' own errors, by RFC 9110
        return f"The site has a problem of its own (status {status}): try again later."
    return f"The site does not give the page (status {status}): check the address in a browser."
