"""What the student is marked by: being near its target, and seeing others as far off as the teacher does."""

from dataclasses import dataclass

from torch import Tensor
from torch.nn.functional import kl_div, log_softmax, softmax


@dataclass(frozen=True, slots=True)
class Marking:
    """How sharp similarities are compared, and how much that counts beside plain nearness."""

    temperature: float = 0.05
    ranking: float = 0.3


def loss(student: Tensor, target: Tensor, bank: Tensor, marking: Marking) -> Tensor:
    """Compare vectors of length one.

    The second term is a contrastive loss with soft labels: among its own target, the batch's other targets
    and the bank, the student's text must choose as the teacher's own vector chooses, so that equal sentences
    are no false negatives.

    Args:
        student: (texts, width).
        target: (texts, width), the teacher's vectors of the English originals.
        bank: (others, width), the teacher's vectors of other texts.
        marking: the weights of the terms.

    Returns:
        The mean over the texts.
    """
    near = 1.0 - (student * target).sum(1).mean()
    wanted_own = softmax(target @ target.T / marking.temperature, dim=1)
    own = log_softmax(student @ target.T / marking.temperature, dim=1)
    turned = log_softmax(target @ student.T / marking.temperature, dim=1)
    wanted = softmax(target @ bank.T / marking.temperature, dim=1)
    chosen = log_softmax(student @ bank.T / marking.temperature, dim=1)
    ranking = (
        kl_div(chosen, wanted, reduction="batchmean")
        + kl_div(own, wanted_own, reduction="batchmean") / 2
        + kl_div(turned, wanted_own, reduction="batchmean") / 2
    )
    return near + marking.ranking * ranking
