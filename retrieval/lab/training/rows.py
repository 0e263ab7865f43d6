"""Adam for the few rows of a table that a batch looks up."""

import torch
from torch import Tensor

_BETAS = (0.9, 0.98)
_EPSILON = 1e-8


class RowAdam:
    """Adam that touches only the rows with a gradient, each with a rate of its own.

    A table of word embeddings is most of the student; a dense step would cost more than the batch itself.
    """

    def __init__(self, table: Tensor, rates: Tensor) -> None:
        """Remember the table, which is changed in place, and the rate of each row."""
        self.table = table
        self.rates = rates
        self.first = torch.zeros_like(table)
        self.second = torch.zeros_like(table)
        self.steps = torch.zeros(len(table))

    def step(self, ids: Tensor, gradients: Tensor, scale: float) -> None:
        """Move the rows `ids` against `gradients`.

        Args:
            ids: rows looked up, any shape, with repetitions.
            gradients: one vector for each of `ids`.
            scale: the schedule's share of the rates.
        """
        rows, places = torch.unique(ids, return_inverse=True)
        gradient = torch.zeros(len(rows), self.table.shape[1]).index_add_(
            0, places.flatten(), gradients.reshape(-1, self.table.shape[1])
        )
        self.steps[rows] += 1
        steps = self.steps[rows][:, None]
        first = self.first[rows].lerp_(gradient, 1 - _BETAS[0])
        second = self.second[rows].lerp_(gradient**2, 1 - _BETAS[1])
        self.first[rows], self.second[rows] = first, second
        size = (second / (1 - _BETAS[1] ** steps)).sqrt_().add_(_EPSILON)
        move = first / (1 - _BETAS[0] ** steps) / size
        self.table[rows] -= scale * self.rates[rows][:, None] * move

    def state_dict(self) -> dict[str, Tensor]:
        """Give what a checkpoint needs; the table is saved with the weights."""
        return {"first": self.first, "second": self.second, "steps": self.steps}

    def load_state_dict(self, state: dict[str, Tensor]) -> None:
        """Take up where a checkpoint left off."""
        self.first, self.second, self.steps = state["first"], state["second"], state["steps"]
