"""The bot's own words about feeds, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class FeedWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    reading = both("Reading {what}…", "Ik lees {what}…")
    unreadable = both("There is no feed to follow. {sentence}", "Er is geen feed om te volgen. {sentence}")
    heading = both("Preview: this feed is not followed yet", "Voorbeeld: deze feed wordt nog niet gevolgd")
    holds = both(
        ("It holds one article:", "It holds {count} articles; the newest:"),
        ("Er staat één artikel in:", "Er staan {count} artikelen in; de nieuwste:"),
    )
    holds_nothing = both("It holds no articles now.", "Er staan nu geen artikelen in.")
    newest = both("- {article}", "- {article}")
    first_time = both(
        "If you follow it, the five newest at most are taken in first, and then whatever is new.",
        "Volg je hem, dan worden eerst hooguit de vijf nieuwste opgehaald, en daarna wat erbij komt.",
    )
    adds = both("New articles are added by themselves.", "Nieuwe artikelen worden vanzelf toegevoegd.")
    asks = both(
        "New articles wait until a moderator adds them.",
        "Nieuwe artikelen wachten tot een moderator ze toevoegt.",
    )
    follow = both("Follow", "Volgen")
    cancel = both("Cancel", "Annuleren")
    followed = both("**Followed**: {feed}", "**Gevolgd**: {feed}")
    followed_before = both("**Followed already**: {feed}", "**Werd al gevolgd**: {feed}")
    begins = both(
        "It is read within a minute, and then about every quarter of an hour; `/corpus feed list` shows how that goes.",
        "Hij wordt binnen een minuut gelezen, en daarna ongeveer elk kwartier; `/corpus feed list` toont hoe dat gaat.",
    )
    not_followed = both("**Not followed**: {feed}", "**Niet gevolgd**: {feed}")
    left_as_it_was = both("**Left as it was**: {feed}", "**Bleef zoals het was**: {feed}")
    listed = both(
        ("One feed of at most {most}", "{count} feeds of at most {most}"),
        ("Eén feed van hooguit {most}", "{count} feeds van hooguit {most}"),
    )
    full = both(
        (
            "This server follows one feed, which is the most here: `/corpus feed remove` makes room for another.",
            "This server follows {count} feeds, which is the most here, paused ones included: `/corpus feed remove` makes room for another.",
        ),
        (
            "Deze server volgt één feed, en meer kan hier niet: met `/corpus feed remove` maak je plaats voor een andere.",
            "Deze server volgt {count} feeds, gepauzeerde meegerekend, en meer kan hier niet: met `/corpus feed remove` maak je plaats voor een andere.",
        ),
    )
    none = both(
        "No feed is followed yet: `/corpus feed add` follows one.",
        "Er wordt nog geen feed gevolgd: met `/corpus feed add` volg je er een.",
    )
    no_such_feed = both(
        "“{written}” is none of the feeds here: choose one from the list that appears while you type.",
        "“{written}” is geen van de feeds hier: kies er een uit de lijst die tijdens het typen verschijnt.",
    )
    soon = both(
        "It is read for the first time within a minute.",
        "Hij wordt binnen een minuut voor het eerst gelezen.",
    )
    polled = both("Read {polled}, again {due}.", "Gelezen {polled}, opnieuw {due}.")
    failing = both(
        (
            "**It could not be read** the last time: {error}",
            "**It could not be read** the last {count} times: {error}",
        ),
        (
            "**Het lezen mislukte** de laatste keer: {error}",
            "**Het lezen mislukte** de laatste {count} keer: {error}",
        ),
    )
    last_read = both("It was last read {polled}.", "Hij is het laatst gelezen {polled}.")
    next_try = both("The next try is {due}.", "De volgende poging is {due}.")
    paused = both(
        "**Paused**: `/corpus feed resume` reads it again.",
        "**Gepauzeerd**: met `/corpus feed resume` wordt hij weer gelezen.",
    )
    undecided = both(
        "**Not followed yet**: `/corpus feed resume` follows it, `/corpus feed remove` forgets it.",
        "**Nog niet gevolgd**: met `/corpus feed resume` volg je hem, met `/corpus feed remove` verdwijnt hij.",
    )
    waits = both(
        ("**One article waits.**", "**{count} articles wait.**"),
        ("**Er wacht één artikel.**", "**Er wachten {count} artikelen.**"),
    )
    lost = both(
        (
            "One article of it could not be read. {because}",
            "{count} articles of it could not be read. The last: {because}",
        ),
        (
            "Eén artikel eruit kon niet worden gelezen. {because}",
            "{count} artikelen eruit konden niet worden gelezen. Het laatste: {because}",
        ),
    )
    cannot_post = both(
        "I cannot post finds in {channel}: give me *View Channel*, *Send Messages* and *Embed Links* there, or choose another channel in `/newsdesk settings`.",
        "Ik kan vondsten niet plaatsen in {channel}: geef me daar *Kanaal weergeven*, *Berichten verzenden* en *Links insluiten*, of kies een ander kanaal in `/newsdesk settings`.",
    )
    review = both("Review {number}", "Bekijk {number}")
    nothing_waits = both(
        "No article of this feed waits any more.", "Er wacht geen artikel van deze feed meer."
    )
    ask_to_remove = both(
        "Remove this feed? What came of it stays; only what waits goes.",
        "Deze feed verwijderen? Wat eruit kwam blijft; alleen wat wacht verdwijnt.",
    )
    would_lose = both(
        ("One article that waits would go.", "{count} articles that wait would go."),
        ("Eén artikel dat wacht zou verdwijnen.", "{count} artikelen die wachten zouden verdwijnen."),
    )
    remove = both("Remove", "Verwijderen")
    removed = both("**No longer followed**: {feed}", "**Niet langer gevolgd**: {feed}")
    kept = both("**Kept**: {feed}", "**Gebleven**: {feed}")
    now_paused = both("**Paused**: {feed}", "**Gepauzeerd**: {feed}")
    resume = both("Resume", "Hervatten")
    resumed = both("**Resumed**: {feed}", "**Hervat**: {feed}")
    paused_choice = both("{feed} (paused)", "{feed} (gepauzeerd)")


FEEDS = Bilingual(FeedWords)
