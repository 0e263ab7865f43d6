"""Whether a text gives orders to the machine that reads it, rather than news.

No list of phrases knows every order, and this one does not have to: it decides only whether a chat model is
shown the text. Each sentence that the model then writes is held against the quotes. A newspaper that writes
about such orders loses no more than the phrasing: its quotations are shown.
"""

import re


def _any(written: str) -> str:
    """Return a pattern for one of the words or phrases, parted by commas."""
    phrases = (re.escape(phrase.strip()).replace(r"\ ", " ") for phrase in written.split(","))
    return rf"\b(?:{'|'.join(phrases)})\b"


def _near(gap: int, *words: str) -> str:
    """Return a pattern for words in this order with at most `gap` characters between two of them."""
    return rf".{{0,{gap}}}?".join(words)


_DROP = _any("ignore, disregard, forget, override, bypass, negeer, vergeet, overschrijf, omzeil")
_RULES = _any(
    "instruction, instructions, rule, rules, prompt, prompts, orders, guidelines, directions, instructie,"
    "instructies, regels, opdracht, opdrachten, aanwijzing, aanwijzingen, richtlijnen"
)
_TOLD = _any(
    "above, previous, earlier, before, prior, everything, quote, quotes, question, hierboven, bovenstaande,"
    "eerder, eerdere, vorige, alles, citaten, vraag"
)
_MACHINE = _any(
    "ai, llm, chatbot, chatbots, bot, bots, assistant, assistants, assistent, assistenten, language model,"
    "language models, taalmodel, taalmodellen, model, models, modellen, chatgpt, claude, gemini, system,"
    "systeem"
)
_HAIL = _any("dear, hey, hello, attention, note to, message to, beste, geachte, let op, bericht aan, hoi")
_BECOME = _any("you are, you're, act as, pretend, je bent, jij bent, u bent, gedraag je, doe alsof")
_NOW = _any("now, henceforth, from now on, nu, voortaan, vanaf nu")
_ANSWER = _any("answer, respond, reply, antwoord, reageer")
_WITH = _any("with, that, using, only, always, met, dat, alleen, altijd, enkel, steeds, uitsluitend")
_YOUR = _any("your, je, jouw, uw, elk, ieder, every, each")
_REPLY = _any(
    "answer, answers, response, reply, summary, output, antwoord, antwoorden, reactie, samenvatting, uitvoer"
)
_SPEAKER = _any("user, gebruiker, instruction, instructions, instructie, opdracht")
_NEW = _any("new, updated, secret, real, nieuwe, geheime, echte")
_SAY = _any(
    "say, state, claim, write, print, output, repeat, add, append, include, mention, tell, insist, recommend,"
    "end, begin, start, zeg, schrijf, herhaal, vermeld, voeg, noem, meld, beweer, vertel, raad, eindig, sluit"
)
_TO_WHOM = _any(
    "instead, the user, users, the reader, the asker, the following, verbatim, in all caps, every sentence,"
    "each sentence, in plaats, de gebruiker, gebruikers, de lezer, de vrager, het volgende, letterlijk,"
    "in hoofdletters, elke zin, iedere zin"
)
_NEVER = _any("do not, don't, never, nooit, geen enkele")
_CITE = _any("cite, quote, reveal, refuse, translate, citeer, onthul, weiger, vertaal")
_WHEN = _any("if, when, whenever, anyone who, als, wanneer, indien, wie")
_ASKED = _any("asked, ask, asks, question, gevraagd, vraagt, vragen, vraag")
_PATTERNS = (
    _near(60, _DROP, _RULES),
    _near(30, _DROP, _TOLD),
    _near(15, _NEW, _any("instructions, prompt, instructies")),
    _near(20, _RULES, _any("for, to, voor, aan"), _MACHINE),
    _near(8, _HAIL, _MACHINE),
    rf"{_MACHINE}(?: message| prompt)?\s*:|{_SPEAKER}\s*:",
    _near(40, _BECOME, _MACHINE),
    _near(3, _BECOME, _NOW),
    _near(20, _NOW, _any("you, je, jij, u")),
    _any("system prompt, systeemprompt, jailbreak, developer mode, prompt injection"),
    _near(25, _MACHINE, _any("must, should, shall, have to, moeten, moet, dienen, dient")),
    _near(25, _ANSWER, _WITH),
    _near(12, _YOUR, _REPLY),
    _near(40, _SAY, _TO_WHOM),
    _near(12, _NEVER, _CITE),
    # An answer ready to be repeated.
    rf"^\W*{_REPLY}\s*:",
    _near(40, _WHEN, _ASKED, f"(?:{_ANSWER}|{_SAY})"),
    # The signs of chat templates and of the prompt itself.
    r"<\s*+/?\s*(?:system|user|assistant|quote|question|instructions?)\b|<\||\|>|\[/?inst\]|<</?sys>>|</?s>|```|#{3,}",
)
_ORDERS = re.compile("|".join(_PATTERNS), re.IGNORECASE)


def gives_orders(text: str) -> bool:
    """Tell whether a text speaks to the machine that reads it."""
    return _ORDERS.search(" ".join(text.split())) is not None
