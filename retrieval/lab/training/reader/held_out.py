"""What a reader in training reaches on examples that it is not trained on."""

from collections.abc import Sequence

import numpy as np
import torch

from retrieval.lab.evaluating.abstention import auroc
from retrieval.lab.training.batches import by_length
from retrieval.lab.training.reader.labelled_tokens import NOT_READ, Encoded, batch
from retrieval.lab.training.reader.network import ANSWERS, END, EVIDENCE, START, Reader, by_sentence
from retrieval.models.readings import likeliest


def measure(reader: Reader, examples: Sequence[Encoded]) -> dict[str, float]:
    """Measure a reader.

    Returns:
        `span`: share of answerable examples whose likeliest words are exactly right; `sentence`: whose
        likeliest sentence answers; `auroc`: how well answerable ones are told from others, by what the three
        heads say together.
    """
    spans, chosen, scores, truth = [], [], [], []
    with torch.inference_mode():
        for members in by_length([len(one.ids) for one in examples], 6144, most=64):
            some = [examples[one] for one in members]
            given = batch(some)
            logits = reader(given.ids, given.mask).float()
            sentences = by_sentence(logits[..., EVIDENCE], given.sentence)
            for row, one in enumerate(some):
                start, end, margin = best_span(logits[row].numpy(), one)
                if one.starts:
                    spans.append((start, end) in set(zip(one.starts, one.ends, strict=True)))
                if one.answering and len(set(one.sentence.tolist())) > 2:  # noqa: PLR2004 - none and one
                    chosen.append(int(sentences[row].argmax()) in one.answering)
                lead = float(sentences[row].max() - logits[row, 0, EVIDENCE])
                scores.append(float(logits[row, 0, ANSWERS]) + margin / 2 + lead / 2)
                truth.append(bool(one.answering))
    can, sure = np.array(truth, dtype=bool), np.array(scores)
    return {
        "span": float(np.mean(spans)) if spans else float("nan"),
        "sentence": float(np.mean(chosen)) if chosen else float("nan"),
        "auroc": auroc(sure[can], sure[~can]) if len(set(truth)) > 1 else float("nan"),
    }


def best_span(logits: np.ndarray, one: Encoded) -> tuple[int, int, float]:
    """Return the first and last token of the likeliest words, and by how much they outdo "none"."""
    length = len(one.ids)
    readable = one.sentence[:length] != NOT_READ
    start = np.where(readable, logits[:length, START], -np.inf)
    end = np.where(readable, logits[:length, END], -np.inf)
    first, last, score = likeliest(start, end)
    return first, last, score - float(logits[0, START] + logits[0, END])
