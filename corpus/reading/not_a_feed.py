"""Why there is no feed to follow, each reason with its sentence."""

from enum import StrEnum

from corpus.errors import SourceUnreadable


class Reason(StrEnum):
    """What is there instead of a feed."""

    NOTHING = "nothing"
    OFFERED = "offered"
    OPML = "opml"
    SITEMAP = "sitemap"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    NO_ADDRESS = "no address"


_SENTENCES = {
    Reason.NOTHING: "There is no feed at this address, or a broken one: "
    "look for the site's link to RSS, Atom or JSON Feed.",
    Reason.OFFERED: "There is a web page at this address, not a feed; "
    "it names {address} as its feed: add that one.",
    Reason.OPML: "This is an OPML file, a list of feeds, not a feed: "
    "give the address of one of the feeds that it names{example}.",
    Reason.SITEMAP: "This is a sitemap, a site's list of its pages for search engines, not a feed: "
    "give the address of the site's feed, or of its front page{example}.",
    Reason.DAMAGED: "There is a JSON feed at this address, but it is damaged: "
    "try again later, or look for the site's RSS or Atom feed.",
    Reason.TOO_LARGE: "The feed is over 5 MB, more than any list of news: "
    "look for a smaller feed of the site.",
    Reason.NO_ADDRESS: "Only http and https addresses can be followed: "
    "write it in full, as https://example.org/feed.",
}


class NotAFeed(SourceUnreadable):
    """There is no feed; `reason` says why, for whoever says it in words of their own.

    `address` is one to try instead, where what is there names one.
    """

    def __init__(self, source: str, reason: Reason = Reason.NOTHING, address: str | None = None) -> None:
        super().__init__(source, sentence(_SENTENCES[reason], address))
        self.reason = reason
        self.address = address

    @property
    def offers(self) -> str | None:
        """The address of the feed that a web page in its place names as its own."""
        return self.address if self.reason is Reason.OFFERED else None


def sentence(words: str, address: str | None) -> str:
    """Return a sentence whose `{address}` or `{example}` is that address."""
    return words.format(address=address, example=f", {address}" if address else "")
