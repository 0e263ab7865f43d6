"""The bot's own words in conversations, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class TalkingWords:
    """One language's words."""

    how_to_ask: str
    too_long: str
    answers_elsewhere: str
    unreadable: str
    just_write: str
    ask_on: str
    thread_opened: str
    thread_is_there: str
    in_a_thread: str
    no_threads: str
    thread: str
    ask: str
    title: str
    question: str
    nothing_to_ask: str
    first_ones: str
    cannot_see_that: str
    when_named: str
    may_not_write: str
    write: str
    write_in_threads: str


TALKING = Bilingual(
    english=TalkingWords(
        how_to_ask="Write your question in the same message, or use `/ask`: I answer with a quotation from the news and its source.",
        too_long="Your question has {length} characters and I read at most {most}: please ask it in fewer words.",
        answers_elsewhere="In {guild} I answer questions in {channels}: please ask it there.",
        unreadable="I could not read that: Discord shows me only messages that mention me, and replies that ping me. Mention me, or press *Ask*.",
        just_write="Write here what else you want to know: I understand it from what was asked before.",
        ask_on="To ask on, reply to me, mention me, or press *Ask*: I understand it from what was asked before.",
        thread_opened="You can ask on in <#{thread}>.",
        thread_is_there="This answer has a thread already: ask on in <#{thread}>.",
        in_a_thread="This is a thread already: reply to me, mention me, or press *Ask*.",
        no_threads="I cannot open a thread here: for that I need the permissions Create Public Threads and Send Messages in Threads, in a text channel. You can reply to my answer instead.",
        thread="Question",
        ask="Ask",
        title="Ask on",
        question="Your question",
        nothing_to_ask="That message has no text to ask about.",
        first_ones="Those are {count} questions: I answer the first {most}.",
        cannot_see_that="I cannot read the message that you reply to: Discord shows me only those that mention me. Use *Apps → Ask about this* in its menu instead.",
        when_named="To ask on, mention me, or press *Ask*: I understand it from what was asked before.",
        may_not_write="I may not write in {channel} of {guild}, so I could not answer you there. `/ask` works there all the same, and here I answer from the articles that all servers share. A moderator can change it: I need the permission {permission} in that channel.",
        write="Send Messages",
        write_in_threads="Send Messages in Threads",
    ),
    dutch=TalkingWords(
        how_to_ask="Zet je vraag in hetzelfde bericht, of gebruik `/ask`: ik antwoord met een citaat uit het nieuws en de bron ervan.",
        too_long="Je vraag is {length} tekens lang en ik lees er hooguit {most}: stel haar in minder woorden.",
        answers_elsewhere="In {guild} beantwoord ik vragen in {channels}: stel je vraag daar.",
        unreadable="Dat kon ik niet lezen: Discord laat me alleen berichten zien die mij noemen, en antwoorden met een melding voor mij. Noem mij, of druk op *Vraag*.",
        just_write="Schrijf hier wat je nog meer wilt weten: ik begrijp het uit wat eerder is gevraagd.",
        ask_on="Wil je doorvragen, antwoord dan op mij, noem mij, of druk op *Vraag*: ik begrijp het uit wat eerder is gevraagd.",
        thread_opened="Je kunt doorvragen in <#{thread}>.",
        thread_is_there="Dit antwoord heeft al een thread: vraag door in <#{thread}>.",
        in_a_thread="Dit is al een thread: antwoord op mij, noem mij, of druk op *Vraag*.",
        no_threads="Ik kan hier geen thread openen: daarvoor heb ik de rechten Openbare threads maken en Berichten verzenden in threads nodig, in een tekstkanaal. Je kunt ook op mijn antwoord reageren.",
        thread="Vraag",
        ask="Vraag",
        title="Doorvragen",
        question="Jouw vraag",
        nothing_to_ask="In dat bericht staat geen tekst om naar te vragen.",
        first_ones="Dat zijn {count} vragen: ik beantwoord de eerste {most}.",
        cannot_see_that="Ik kan het bericht waarop je reageert niet lezen: Discord laat me alleen berichten zien die mij noemen. Gebruik in het menu ervan *Apps → Vraag hierover*.",
        when_named="Wil je doorvragen, noem mij dan, of druk op *Vraag*: ik begrijp het uit wat eerder is gevraagd.",
        may_not_write="In {channel} van {guild} mag ik niet schrijven, dus daar kon ik je niet antwoorden. `/ask` werkt daar wel, en hier antwoord ik uit de artikelen die alle servers delen. Een moderator kan het veranderen: ik heb in dat kanaal het recht {permission} nodig.",
        write="Berichten verzenden",
        write_in_threads="Berichten verzenden in threads",
    ),
)
