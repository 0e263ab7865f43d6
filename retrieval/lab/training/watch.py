"""How the student does on held-out pairs while it learns."""

import numpy as np
import torch
from torch import Tensor

from retrieval.lab.training.batches import by_length, padded
from retrieval.lab.training.student import Encoder, Shape
from retrieval.lab.training.targets import Examples


def watch(weights: dict[str, Tensor], shape: Shape, held_out: Examples) -> dict[str, float]:
    """Measure held-out texts against the teacher's vectors of their originals.

    Returns:
        For each kind of text its mean cosine to its target, and how often that is the nearest of all targets.
    """
    encoder = Encoder(shape)
    encoder.load_state_dict(weights)
    ids = [example.ids for example in held_out.examples]
    vectors = np.zeros((len(ids), shape.hidden_size), np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in by_length([len(one) for one in ids], tokens=4096):
            vectors[batch] = encoder(*padded([ids[number] for number in batch])).float().numpy()
    targets = held_out.targets.astype(np.float32)
    wanted = np.array([example.target for example in held_out.examples])
    cosines = (vectors * targets[wanted]).sum(1)
    nearest = (vectors @ targets.T).argmax(1) == wanted
    kinds = np.array([example.kind for example in held_out.examples])
    return {
        f"{kind} {name}": float(values[kinds == kind].mean())
        for kind in dict.fromkeys(kinds.tolist())
        for name, values in (("cosine", cosines), ("nearest", nearest))
    }
