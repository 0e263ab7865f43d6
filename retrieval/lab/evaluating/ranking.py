"""Where the right articles rank: the measures of ir-measures, question by question.

An article ranks where its best passage does.
"""

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import AP, RR, Measure, Qrel, ScoredDoc, Success, nDCG

from retrieval.lab.evaluating.asking import Outcome

MEASURES: Mapping[str, Measure] = {
    "hits@1": Success @ 1,
    "hits@4": Success @ 4,
    "hits@10": Success @ 10,
    "mrr@10": RR @ 10,
    "map@10": AP @ 10,
    "ndcg@10": nDCG @ 10,
}


def ranking(outcomes: Sequence[Outcome]) -> list[Mapping[str, float]]:
    """Return for each question its measures in [0, 1] by name; none where no article is known to be right."""
    judged = [(str(n), one) for n, one in enumerate(outcomes) if one.asked.relevant]
    qrels = [Qrel(n, doc, 1) for n, one in judged for doc in one.asked.relevant]
    run = [ScoredDoc(n, doc, float(-rank)) for n, one in judged for rank, doc in enumerate(one.found)]
    names = {measure: name for name, measure in MEASURES.items()}
    scored: list[dict[str, float]] = [
        dict.fromkeys(MEASURES, 0.0) if one.asked.relevant else {} for one in outcomes
    ]
    for metric in ir_measures.iter_calc(list(names), qrels, run) if run else ():
        scored[int(metric.query_id)][names[metric.measure]] = metric.value
    return list(scored)
