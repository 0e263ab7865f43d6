"""The student: a BERT encoder that ends in one vector of length one per text."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, normalize, scaled_dot_product_attention


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of an encoder, as its `config.json` names them."""

    vocab_size: int
    hidden_size: int
    intermediate_size: int
    num_hidden_layers: int
    num_attention_heads: int
    max_position_embeddings: int
    layer_norm_eps: float


class Layer(nn.Module):
    """One transformer layer, post-norm, without dropout: distillation wants the same answer twice.

    Attention stays in float32 under autocast: its bfloat16 backward pass is several times slower on CPUs.
    """

    def __init__(self, shape: Shape) -> None:
        """Create untrained weights of this shape."""
        super().__init__()
        width = shape.hidden_size
        self.heads = shape.num_attention_heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.mixed = nn.Linear(width, width)
        self.mixed_norm = nn.LayerNorm(width, shape.layer_norm_eps)
        self.wide = nn.Linear(width, shape.intermediate_size)
        self.narrow = nn.Linear(shape.intermediate_size, width)
        self.narrow_norm = nn.LayerNorm(width, shape.layer_norm_eps)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Mix the states of each text, where the mask allows, and transform each by itself."""
        batch, length, width = states.shape
        split = (batch, length, self.heads, width // self.heads)
        query = self.query(states).view(split).transpose(1, 2).float()
        key = self.key(states).view(split).transpose(1, 2).float()
        value = self.value(states).view(split).transpose(1, 2).float()
        mixed = scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.mixed_norm(self.mixed(mixed) + states)
        return self.narrow_norm(self.narrow(gelu(self.wide(states))) + states)  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Token ids in, one L2-normalised mean-pooled vector per text out."""

    def __init__(self, shape: Shape) -> None:
        """Create untrained weights of this shape."""
        super().__init__()
        width = shape.hidden_size
        self.shape = shape
        self.words = nn.Embedding(shape.vocab_size, width)
        self.positions = nn.Embedding(shape.max_position_embeddings, width)
        self.types = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, shape.layer_norm_eps)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.num_hidden_layers))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Embed texts.

        Args:
            input_ids: (texts, length), zero where a text has ended.
            attention_mask: (texts, length), one where a text has a token.

        Returns:
            (texts, width), each row of length one.
        """
        return self.embed(self.words(input_ids), attention_mask)

    def embed(self, words: Tensor, attention_mask: Tensor) -> Tensor:
        """Embed texts whose word embeddings were looked up already: (texts, length, width)."""
        places = torch.arange(words.shape[1], device=words.device)
        states = self.norm(words + self.positions(places)[None] + self.types.weight[0])
        mask = (1.0 - attention_mask[:, None, None, :].to(states.dtype)) * torch.finfo(torch.float32).min
        for layer in self.layers:
            states = layer(states, mask)
        weights = attention_mask[:, :, None].to(states.dtype)
        pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        return normalize(pooled.float(), dim=1)
