"""The bot's own words about how an answer came about, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.discord.words import Bilingual


@dataclass(frozen=True, slots=True)
class WhyWords:
    """One language's words; `columns` and `meanings` go by the names of the scores."""

    choose: str
    not_a_card: str
    understood: str
    asked: str
    narrowed: str
    confidence: str
    answered: str
    abstained: str
    left_out: str
    passage: str
    read: str
    weighed: str
    total: str
    columns: Mapping[str, str]
    meanings: Mapping[str, str]
    total_means: str
    total_reranked: str


WHY = Bilingual(
    english=WhyWords(
        choose="I know no such answer: choose one from the list, or give the link of the message that has it.",
        not_a_card="This works on an answer of mine: choose the message with the quotations.",
        understood="**Understood as:** {question}",
        asked="**Asked:** {moment}",
        narrowed="**Only articles:** {filters}",
        confidence="**Confidence:** {sure}%, **threshold:** {threshold}%",
        answered="Of a hundred answers as sure as this one, about {sure} should be right: enough to give it.",
        abstained="Of a hundred answers as sure as this one would have been, about {sure} should be right: too few to give it.",
        left_out="not of {outlets}",
        passage="Passage {rank} of those weighed: {scores}",
        read="Read as the answer, {sure}% sure: {words}",
        weighed="**Weighed, best first**",
        total="total",
        columns={
            "dense": "dense",
            "lexical": "lexical",
            "translated": "transl.",
            "recent": "recent",
            "fused": "sum",
            "rerank": "reread",
        },
        meanings={
            "dense": "*dense*: how near it is to the question in meaning",
            "lexical": "*lexical*: the words it shares with the question, rare ones counting more",
            "translated": "*transl.*: for words it cannot share, being in another language",
            "recent": "*recent*: what it gains for being new",
            "fused": "*sum*: of those before it",
            "rerank": "*reread*: what a second model makes of it",
        },
        total_means="*total*: their sum, by which passages are ranked",
        total_reranked="*total*: the last of these, by which passages are ranked",
    ),
    dutch=WhyWords(
        choose="Zo'n antwoord ken ik niet: kies er een uit de lijst, of geef de link van het bericht waarin het staat.",
        not_a_card="Dit werkt op een antwoord van mij: kies het bericht met de citaten.",
        understood="**Begrepen als:** {question}",
        asked="**Gevraagd:** {moment}",
        narrowed="**Alleen artikelen:** {filters}",
        confidence="**Zekerheid:** {sure}%, **drempel:** {threshold}%",
        answered="Van honderd antwoorden die even zeker zijn, zouden er ongeveer {sure} juist moeten zijn: genoeg om het te geven.",
        abstained="Van honderd antwoorden die even zeker waren geweest, zouden er ongeveer {sure} juist moeten zijn: te weinig om het te geven.",
        left_out="niet van {outlets}",
        passage="Passage {rank} van de afgewogen passages: {scores}",
        read="Gelezen als het antwoord, {sure}% zeker: {words}",
        weighed="**Afgewogen, de beste eerst**",
        total="totaal",
        columns={
            "dense": "dense",
            "lexical": "lexical",
            "translated": "vertaald",
            "recent": "recent",
            "fused": "som",
            "rerank": "herlezen",
        },
        meanings={
            "dense": "*dense*: hoe dicht de betekenis bij de vraag ligt",
            "lexical": "*lexical*: de woorden die de passage met de vraag deelt; zeldzame tellen zwaarder",
            "translated": "*vertaald*: voor woorden die een passage in een andere taal niet kan delen",
            "recent": "*recent*: wat een passage erbij krijgt omdat ze nieuw is",
            "fused": "*som*: van wat ervoor staat",
            "rerank": "*herlezen*: wat een tweede model ervan vindt",
        },
        total_means="*totaal*: de som, waarop passages gerangschikt zijn",
        total_reranked="*totaal*: het laatste daarvan, waarop passages gerangschikt zijn",
    ),
)
