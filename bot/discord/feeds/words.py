"""The bot's own words about feeds, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class FeedWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    reading: str
    unreadable: str
    heading: str
    holds: tuple[str, str]
    holds_nothing: str
    newest: str
    first_time: str
    adds: str
    asks: str
    follow: str
    cancel: str
    followed: str
    followed_before: str
    begins: str
    not_followed: str
    left_as_it_was: str
    listed: tuple[str, str]
    none: str
    no_such_feed: str
    soon: str
    polled: str
    failing: tuple[str, str]
    last_read: str
    next_try: str
    paused: str
    undecided: str
    waits: tuple[str, str]
    lost: tuple[str, str]
    cannot_post: str
    review: str
    nothing_waits: str
    ask_to_remove: str
    would_lose: tuple[str, str]
    remove: str
    removed: str
    kept: str
    now_paused: str
    resume: str
    resumed: str
    paused_choice: str


FEEDS = Bilingual(
    english=FeedWords(
        reading="Reading {what}…",
        unreadable="There is no feed to follow. {sentence}",
        heading="Preview: this feed is not followed yet",
        holds=("It holds one article:", "It holds {count} articles; the newest:"),
        holds_nothing="It holds no articles now.",
        newest="- {article}",
        first_time="If you follow it, the five newest at most are taken in first, and then whatever is new.",
        adds="New articles are added by themselves.",
        asks="New articles wait until a moderator adds them.",
        follow="Follow",
        cancel="Cancel",
        followed="**Followed**: {feed}",
        followed_before="**Followed already**: {feed}",
        begins="It is read within a minute, and then about every quarter of an hour; `/corpus feed list` shows how that goes.",
        not_followed="**Not followed**: {feed}",
        left_as_it_was="**Left as it was**: {feed}",
        listed=("One feed", "{count} feeds"),
        none="No feed is followed yet: `/corpus feed add` follows one.",
        no_such_feed="“{written}” is none of the feeds here: choose one from the list that appears while you type.",
        soon="It is read for the first time within a minute.",
        polled="Read {polled}, again {due}.",
        failing=(
            "**It could not be read** the last time: {error}",
            "**It could not be read** the last {count} times: {error}",
        ),
        last_read="It was last read {polled}.",
        next_try="The next try is {due}.",
        paused="**Paused**: `/corpus feed resume` reads it again.",
        undecided="**Not followed yet**: `/corpus feed resume` follows it, `/corpus feed remove` forgets it.",
        waits=("**One article waits.**", "**{count} articles wait.**"),
        lost=(
            "One article of it could not be read. {because}",
            "{count} articles of it could not be read. The last: {because}",
        ),
        cannot_post="I cannot post finds in {channel}: give me *View Channel*, *Send Messages* and *Embed Links* there, or choose another channel in `/newsdesk settings`.",
        review="Review {number}",
        nothing_waits="No article of this feed waits any more.",
        ask_to_remove="Remove this feed? What came of it stays; only what waits goes.",
        would_lose=("One article that waits would go.", "{count} articles that wait would go."),
        remove="Remove",
        removed="**No longer followed**: {feed}",
        kept="**Kept**: {feed}",
        now_paused="**Paused**: {feed}",
        resume="Resume",
        resumed="**Resumed**: {feed}",
        paused_choice="{feed} (paused)",
    ),
    dutch=FeedWords(
        reading="Ik lees {what}…",
        unreadable="Er is geen feed om te volgen. {sentence}",
        heading="Voorbeeld: deze feed wordt nog niet gevolgd",
        holds=("Er staat één artikel in:", "Er staan {count} artikelen in; de nieuwste:"),
        holds_nothing="Er staan nu geen artikelen in.",
        newest="- {article}",
        first_time="Volg je hem, dan worden eerst hooguit de vijf nieuwste opgehaald, en daarna wat erbij komt.",
        adds="Nieuwe artikelen worden vanzelf toegevoegd.",
        asks="Nieuwe artikelen wachten tot een moderator ze toevoegt.",
        follow="Volgen",
        cancel="Annuleren",
        followed="**Gevolgd**: {feed}",
        followed_before="**Werd al gevolgd**: {feed}",
        begins="Hij wordt binnen een minuut gelezen, en daarna ongeveer elk kwartier; `/corpus feed list` toont hoe dat gaat.",
        not_followed="**Niet gevolgd**: {feed}",
        left_as_it_was="**Bleef zoals het was**: {feed}",
        listed=("Eén feed", "{count} feeds"),
        none="Er wordt nog geen feed gevolgd: met `/corpus feed add` volg je er een.",
        no_such_feed="“{written}” is geen van de feeds hier: kies er een uit de lijst die tijdens het typen verschijnt.",
        soon="Hij wordt binnen een minuut voor het eerst gelezen.",
        polled="Gelezen {polled}, opnieuw {due}.",
        failing=(
            "**Het lezen mislukte** de laatste keer: {error}",
            "**Het lezen mislukte** de laatste {count} keer: {error}",
        ),
        last_read="Hij is het laatst gelezen {polled}.",
        next_try="De volgende poging is {due}.",
        paused="**Gepauzeerd**: met `/corpus feed resume` wordt hij weer gelezen.",
        undecided="**Nog niet gevolgd**: met `/corpus feed resume` volg je hem, met `/corpus feed remove` verdwijnt hij.",
        waits=("**Er wacht één artikel.**", "**Er wachten {count} artikelen.**"),
        lost=(
            "Eén artikel eruit kon niet worden gelezen. {because}",
            "{count} artikelen eruit konden niet worden gelezen. Het laatste: {because}",
        ),
        cannot_post="Ik kan vondsten niet plaatsen in {channel}: geef me daar *Kanaal weergeven*, *Berichten verzenden* en *Links insluiten*, of kies een ander kanaal in `/newsdesk settings`.",
        review="Bekijk {number}",
        nothing_waits="Er wacht geen artikel van deze feed meer.",
        ask_to_remove="Deze feed verwijderen? Wat eruit kwam blijft; alleen wat wacht verdwijnt.",
        would_lose=(
            "Eén artikel dat wacht zou verdwijnen.",
            "{count} artikelen die wachten zouden verdwijnen.",
        ),
        remove="Verwijderen",
        removed="**Niet langer gevolgd**: {feed}",
        kept="**Gebleven**: {feed}",
        now_paused="**Gepauzeerd**: {feed}",
        resume="Hervatten",
        resumed="**Hervat**: {feed}",
        paused_choice="{feed} (gepauzeerd)",
    ),
)
