"""Batches of texts of about the same length, so that little is padding."""

import numpy as np
import torch
from torch import Tensor


def by_length(lengths: list[int], tokens: int, most: int = 256) -> list[list[int]]:
    """Group texts by length.

    Args:
        lengths: the number of tokens of each text.
        tokens: how many a batch may have, padding included.
        most: how many texts a batch may have.

    Returns:
        The numbers of the texts in each batch, shortest texts first.
    """
    batches: list[list[int]] = [[]]
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        size = len(batches[-1]) + 1
        if batches[-1] and (size > most or size * lengths[number] > tokens):
            batches.append([])
        batches[-1].append(number)
    return [batch for batch in batches if batch]


def padded(ids: list[list[int]]) -> tuple[Tensor, Tensor]:
    """Make one array of the token ids of several texts: (ids, attention mask), both (texts, longest)."""
    longest = max(len(one) for one in ids)
    array = np.zeros((len(ids), longest), np.int64)
    mask = np.zeros((len(ids), longest), np.int64)
    for row, one in enumerate(ids):
        array[row, : len(one)] = one
        mask[row, : len(one)] = 1
    return torch.from_numpy(array), torch.from_numpy(mask)
