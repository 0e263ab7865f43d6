"""The bot's own words about how an answer came about, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both, each


class WhyWords(Words):
    """One language's words; `columns` and `meanings` go by the names of the scores.

    A pair is for one and for more passages, with `{count}`; `{words}` of `chosen` are filled in afterwards.
    """

    choose = both(
        "I know no such answer: choose one from the list, or give the link of the message that has it.",
        "Zo'n antwoord ken ik niet: kies er een uit de lijst, of geef de link van het bericht waarin het staat.",
    )
    not_a_card = both(
        "This works on an answer of mine: choose the message with the quotations.",
        "Dit werkt op een antwoord van mij: kies het bericht met de citaten.",
    )
    understood = both("**Understood as:** {question}", "**Begrepen als:** {question}")
    asked = both("**Asked:** {moment}", "**Gevraagd:** {moment}")
    narrowed = both("**Only articles:** {filters}", "**Alleen artikelen:** {filters}")
    confidence = both(
        "**Confidence:** {sure}%, **threshold:** {threshold}%",
        "**Zekerheid:** {sure}%, **drempel:** {threshold}%",
    )
    answered = both(
        "Of a hundred answers as sure as this one, about {sure} should be right: enough to give it.",
        "Van honderd antwoorden die even zeker zijn, zouden er ongeveer {sure} juist moeten zijn: genoeg om het te geven.",
    )
    abstained = both(
        "Of a hundred answers as sure as this one would have been, about {sure} should be right: too few to give it.",
        "Van honderd antwoorden die even zeker waren geweest, zouden er ongeveer {sure} juist moeten zijn: te weinig om het te geven.",
    )
    left_out = both("not of {outlets}", "niet van {outlets}")
    passage = both(
        "Passage {rank} of those weighed: {scores}", "Passage {rank} van de afgewogen passages: {scores}"
    )
    read = both(
        "Read as the answer, {sure}% sure: {words}", "Gelezen als het antwoord, {sure}% zeker: {words}"
    )
    weighed = both("**Weighed, best first**", "**Afgewogen, de beste eerst**")
    total = both("total", "totaal")
    columns = each(
        {
            "dense": ("dense", "dense"),
            "lexical": ("lexical", "lexical"),
            "translated": ("transl.", "vertaald"),
            "recent": ("recent", "recent"),
            "fused": ("sum", "som"),
            "rerank": ("reread", "herlezen"),
        }
    )
    meanings = each(
        {
            "dense": (
                "*dense*: how near it is to the question in meaning",
                "*dense*: hoe dicht de betekenis bij de vraag ligt",
            ),
            "lexical": (
                "*lexical*: the words it shares with the question, rare ones counting more",
                "*lexical*: de woorden die de passage met de vraag deelt; zeldzame tellen zwaarder",
            ),
            "translated": (
                "*transl.*: for words it cannot share, being in another language",
                "*vertaald*: voor woorden die een passage in een andere taal niet kan delen",
            ),
            "recent": (
                "*recent*: what it gains for being new",
                "*recent*: wat een passage erbij krijgt omdat ze nieuw is",
            ),
            "fused": ("*sum*: of those before it", "*som*: van wat ervoor staat"),
            "rerank": (
                "*reread*: what a second model makes of it",
                "*herlezen*: wat een tweede model ervan vindt",
            ),
        }
    )
    total_means = both(
        "*total*: their sum, by which passages are ranked",
        "*totaal*: de som, waarop passages gerangschikt zijn",
    )
    total_reranked = both(
        "*total*: the last of these, by which passages are ranked",
        "*totaal*: het laatste daarvan, waarop passages gerangschikt zijn",
    )
    as_asked = both("I took the question as it stands.", "Ik nam de vraag zoals ze er staat.")
    meant = both("I took the question to mean: “{question}”.", "Ik begreep de vraag als: “{question}”.")
    chosen = both(
        (
            "I read one passage that is near to it and chose {{words}}: these words read like an answer.",
            "I read the {count} passages that are nearest to it and chose {{words}}: of all I read, these words read most like an answer.",
        ),
        (
            "Ik las één passage die er dicht bij komt en koos {{words}}: die woorden lezen als een antwoord.",
            "Ik las de {count} passages die er het dichtst bij komen en koos {{words}}: van alles wat ik las, lezen die woorden het meest als een antwoord.",
        ),
    )
    certain = both("I am almost certain of that ({sure} %).", "Daar ben ik bijna zeker van ({sure} %).")
    fairly = both("I am fairly sure of that ({sure} %).", "Daar ben ik vrij zeker van ({sure} %).")
    doubtful = both(
        "I am not sure of that ({sure} %), which is why the card says “possibly”.",
        "Daar ben ik niet zeker van ({sure} %): daarom zegt de kaart “mogelijk”.",
    )
    also = both("I also considered {others}.", "Ik overwoog ook {others}.")
    others_from = both(
        "The other passages, from {outlets}, answered it less well or not at all.",
        "De andere passages, van {outlets}, beantwoordden de vraag minder goed of niet.",
    )
    nothing_else = both("Nothing else came near.", "Niets anders kwam in de buurt.")
    none_of = both(
        (
            "I read one passage that is near to it, and it does not answer it well enough.",
            "I read the {count} passages that are nearest to it, and none answers it well enough.",
        ),
        (
            "Ik las één passage die er dicht bij komt, en die beantwoordt de vraag niet goed genoeg.",
            "Ik las de {count} passages die er het dichtst bij komen, en geen ervan beantwoordt de vraag goed genoeg.",
        ),
    )
    too_unsure = both(
        "The best of them would have been right in {sure} of a hundred cases: I answer from {threshold} on.",
        "De beste zou in {sure} van de honderd gevallen juist zijn geweest: ik antwoord vanaf {threshold}.",
    )


WHY = Bilingual(WhyWords)
