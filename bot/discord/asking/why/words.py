"""The bot's own words about how an answer came about, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class WhyWords:
    """One language's words; `columns` and `meanings` go by the names of the scores.

    A pair is for one and for more passages, with `{count}`; `{words}` of `chosen` are filled in afterwards.
    """

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
    as_asked: str
    meant: str
    chosen: tuple[str, str]
    certain: str
    fairly: str
    doubtful: str
    also: str
    others_from: str
    nothing_else: str
    none_of: tuple[str, str]
    too_unsure: str


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
        as_asked="I took the question as it stands.",
        meant="I took the question to mean: “{question}”.",
        chosen=(
            "I read one passage that is near to it and chose {{words}}: these words read like an answer.",
            "I read the {count} passages that are nearest to it and chose {{words}}: of all I read, these words read most like an answer.",
        ),
        certain="I am almost certain of that ({sure} %).",
        fairly="I am fairly sure of that ({sure} %).",
        doubtful="I am not sure of that ({sure} %), which is why the card says “possibly”.",
        also="I also considered {others}.",
        others_from="The other passages, from {outlets}, answered it less well or not at all.",
        nothing_else="Nothing else came near.",
        none_of=(
            "I read one passage that is near to it, and it does not answer it well enough.",
            "I read the {count} passages that are nearest to it, and none answers it well enough.",
        ),
        too_unsure="The best of them would have been right in {sure} of a hundred cases: I answer from {threshold} on.",
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
        as_asked="Ik nam de vraag zoals ze er staat.",
        meant="Ik begreep de vraag als: “{question}”.",
        chosen=(
            "Ik las één passage die er dicht bij komt en koos {{words}}: die woorden lezen als een antwoord.",
            "Ik las de {count} passages die er het dichtst bij komen en koos {{words}}: van alles wat ik las, lezen die woorden het meest als een antwoord.",
        ),
        certain="Daar ben ik bijna zeker van ({sure} %).",
        fairly="Daar ben ik vrij zeker van ({sure} %).",
        doubtful="Daar ben ik niet zeker van ({sure} %): daarom zegt de kaart “mogelijk”.",
        also="Ik overwoog ook {others}.",
        others_from="De andere passages, van {outlets}, beantwoordden de vraag minder goed of niet.",
        nothing_else="Niets anders kwam in de buurt.",
        none_of=(
            "Ik las één passage die er dicht bij komt, en die beantwoordt de vraag niet goed genoeg.",
            "Ik las de {count} passages die er het dichtst bij komen, en geen ervan beantwoordt de vraag goed genoeg.",
        ),
        too_unsure="De beste zou in {sure} van de honderd gevallen juist zijn geweest: ik antwoord vanaf {threshold}.",
    ),
)
