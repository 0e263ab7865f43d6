"""Large channels of the activations, shared with the weights before both become int8.

After Xiao et al. 2023, "SmoothQuant: Accurate and Efficient Post-Training Quantization for Large Language
Models".
"""

from collections.abc import Callable

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from retrieval.lab.training.batches import by_length, padded
from retrieval.lab.training.student import Encoder

_SHARES = {"query": 0.8, "wide": 0.8, "narrow": 0.65}
_SMALLEST = 1e-5

Factors = dict[str, Tensor]


def factors(encoder: Encoder, tokenizer: Tokenizer, texts: list[str]) -> Factors:
    """Find, for the inputs of each large matrix, the factor by which each channel is to be divided.

    Args:
        encoder: the finished student.
        tokenizer: its tokenizer.
        texts: some of those it was trained on.

    Returns:
        By the name of a layer's part, one factor a channel; the part's weights are to be multiplied by it.
    """
    largest: Factors = {}
    watched = {name: part for name, part in encoder.named_modules() if name.rsplit(".", 1)[-1] in _SHARES}
    hooks = [part.register_forward_hook(_noting(name, largest)) for name, part in watched.items()]
    ids = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    with torch.inference_mode():
        for batch in by_length([len(one) for one in ids], tokens=2048):
            encoder(*padded([ids[number] for number in batch]))
    for hook in hooks:
        hook.remove()
    return {
        name: _factor(largest[name], _weight(encoder, name), _SHARES[name.rsplit(".", 1)[-1]])
        for name in watched
    }


def _noting(name: str, largest: Factors) -> Callable[[nn.Module, tuple[Tensor, ...], Tensor], None]:
    def note(_: nn.Module, inputs: tuple[Tensor, ...], __: Tensor) -> None:
        seen = inputs[0].abs().flatten(0, 1).amax(0)
        largest[name] = torch.maximum(seen, largest.get(name, seen))

    return note


def _weight(encoder: Encoder, name: str) -> Tensor:
    layer, part = name.rsplit(".", 1)
    parts = ("query", "key", "value") if part == "query" else (part,)
    weights = encoder.state_dict()
    return torch.cat([weights[f"{layer}.{one}.weight"] for one in parts])


def _factor(largest: Tensor, weight: Tensor, share: float) -> Tensor:
    spread = largest.clamp(min=_SMALLEST) ** share
    return (spread / weight.abs().amax(0).clamp(min=_SMALLEST) ** (1.0 - share)).clamp(min=_SMALLEST)
