"""The bot's own words in conversations, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class TalkingWords(Words):
    """One language's words."""

    how_to_ask = both(
        "Write your question in the same message, or use `/ask`: I answer with a quotation from the news and its source.",
        "Zet je vraag in hetzelfde bericht, of gebruik `/ask`: ik antwoord met een citaat uit het nieuws en de bron ervan.",
    )
    too_long = both(
        "Your question has {length} characters and I read at most {most}: please ask it in fewer words.",
        "Je vraag is {length} tekens lang en ik lees er hooguit {most}: stel haar in minder woorden.",
    )
    answers_elsewhere = both(
        "In {guild} I answer questions in {channels}: please ask it there.",
        "In {guild} beantwoord ik vragen in {channels}: stel je vraag daar.",
    )
    unreadable = both(
        "I could not read that: Discord shows me only messages that mention me, and replies that ping me. Mention me, or press *Ask*.",
        "Dat kon ik niet lezen: Discord laat me alleen berichten zien die mij noemen, en antwoorden met een melding voor mij. Noem mij, of druk op *Vraag*.",
    )
    just_write = both(
        "Write here what else you want to know: I understand it from what was asked before.",
        "Schrijf hier wat je nog meer wilt weten: ik begrijp het uit wat eerder is gevraagd.",
    )
    ask_on = both(
        "To ask on, reply to me, mention me, or press *Ask*: I understand it from what was asked before.",
        "Wil je doorvragen, antwoord dan op mij, noem mij, of druk op *Vraag*: ik begrijp het uit wat eerder is gevraagd.",
    )
    thread_opened = both("You can ask on in <#{thread}>.", "Je kunt doorvragen in <#{thread}>.")
    thread_is_there = both(
        "This answer has a thread already: ask on in <#{thread}>.",
        "Dit antwoord heeft al een thread: vraag door in <#{thread}>.",
    )
    in_a_thread = both(
        "This is a thread already: reply to me, mention me, or press *Ask*.",
        "Dit is al een thread: antwoord op mij, noem mij, of druk op *Vraag*.",
    )
    no_threads = both(
        "I cannot open a thread here: for that I need the permissions Create Public Threads and Send Messages in Threads, in a text channel. You can reply to my answer instead.",
        "Ik kan hier geen thread openen: daarvoor heb ik de rechten Openbare threads maken en Berichten verzenden in threads nodig, in een tekstkanaal. Je kunt ook op mijn antwoord reageren.",
    )
    thread = both("Question", "Vraag")
    ask = both("Ask", "Vraag")
    title = both("Ask on", "Doorvragen")
    question = both("Your question", "Jouw vraag")
    nothing_to_ask = both(
        "That message has no text to ask about.", "In dat bericht staat geen tekst om naar te vragen."
    )
    first_ones = both(
        "Those are {count} questions: I answer the first {most}.",
        "Dat zijn {count} vragen: ik beantwoord de eerste {most}.",
    )
    cannot_see_that = both(
        "I cannot read the message that you reply to: Discord shows me only those that mention me. Use *Apps → Ask about this* in its menu instead.",
        "Ik kan het bericht waarop je reageert niet lezen: Discord laat me alleen berichten zien die mij noemen. Gebruik in het menu ervan *Apps → Vraag hierover*.",
    )
    when_named = both(
        "To ask on, mention me, or press *Ask*: I understand it from what was asked before.",
        "Wil je doorvragen, noem mij dan, of druk op *Vraag*: ik begrijp het uit wat eerder is gevraagd.",
    )
    may_not_write = both(
        "I may not write in {channel} of {guild}, so I could not answer you there. `/ask` works there all the same, and here I answer from the articles that all servers share. A moderator can change it: I need the permission {permission} in that channel.",
        "In {channel} van {guild} mag ik niet schrijven, dus daar kon ik je niet antwoorden. `/ask` werkt daar wel, en hier antwoord ik uit de artikelen die alle servers delen. Een moderator kan het veranderen: ik heb in dat kanaal het recht {permission} nodig.",
    )
    write = both("Send Messages", "Berichten verzenden")
    write_in_threads = both("Send Messages in Threads", "Berichten verzenden in threads")


TALKING = Bilingual(TalkingWords)
