"""The reader as a network: the base's encoder, and four numbers for every token."""

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, gelu

from retrieval.lab.training.reader.labelled_tokens import NOT_READ, Batch
from retrieval.lab.training.student import Encoder, Layer, Shape

START, END, EVIDENCE, ANSWERS = range(4)
_NEVER = -1e4
_WEIGHTS = {"span": 1.0, "sentence": 0.5, "answers": 0.7}


class ReadingLayer(Layer):
    """A layer whose attention is computed in bfloat16 under autocast, by plain products.

    On CPUs the backward pass of the fused attention costs a quarter of a step; these products cost a tenth.
    """

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Mix the states of each text, where the mask allows, and transform each by itself."""
        batch, length, width = states.shape
        split = (batch, length, self.heads, width // self.heads)
        query, key, value = (
            part(states).view(split).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        scores = torch.matmul(query * (width // self.heads) ** -0.5, key.transpose(-1, -2))
        mixed = torch.matmul((scores.float() + mask).softmax(-1).to(value.dtype), value)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.mixed_norm(self.mixed(mixed) + states)
        return self.narrow_norm(self.narrow(gelu(self.wide(states))) + states)  # type: ignore[no-any-return]


class Reader(nn.Module):
    """Token ids of a question with its passage in, four logits a token out.

    `START` and `END`: that an answer begins or ends with the token, the first token standing for none;
    `EVIDENCE`: that it belongs to a sentence that answers; `ANSWERS`, of the first token alone: that the
    passage answers.
    """

    def __init__(self, shape: Shape) -> None:
        """Create untrained weights of this shape."""
        super().__init__()
        self.encoder = Encoder(shape)
        self.encoder.layers = nn.ModuleList(ReadingLayer(shape) for _ in range(shape.num_hidden_layers))
        self.head = nn.Linear(shape.hidden_size, 4)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Read texts: `ids` and `mask` (texts, tokens), gives (texts, tokens, 4)."""
        encoder = self.encoder
        places = torch.arange(ids.shape[1], device=ids.device)
        states = encoder.norm(encoder.words(ids) + encoder.positions(places)[None] + encoder.types.weight[0])
        hidden = (1.0 - mask[:, None, None, :].float()) * _NEVER
        for layer in encoder.layers:
            states = layer(states, hidden)
        return self.head(states.float())  # type: ignore[no-any-return]


def loss(logits: Tensor, batch: Batch) -> Tensor:
    """Tell how far logits of shape (texts, tokens, 4) are from what is right, as one number.

    Words and sentences compete with each other and with "none", which the first token stands for; any of
    several right ones will do. That the passage answers is asked by itself besides.
    """
    start, end = (_competing(logits[..., part], batch.readable) for part in (START, END))
    words = -(_right(start, batch.starts) + _right(end, batch.ends)) / 2
    span = (words * batch.spans).sum() / batch.spans.sum().clamp(min=1)
    evidence = torch.cat(
        [logits[:, :1, EVIDENCE], by_sentence(logits[..., EVIDENCE], batch.sentence)], dim=1
    ).log_softmax(1)
    wanted = torch.cat([~batch.answerable[:, None], batch.answering[:, : evidence.shape[1] - 1]], dim=1)
    sentence = -_right(evidence, wanted).mean()
    answers = binary_cross_entropy_with_logits(logits[:, 0, ANSWERS], batch.answerable.float())
    return _WEIGHTS["span"] * span + _WEIGHTS["sentence"] * sentence + _WEIGHTS["answers"] * answers


def by_sentence(evidence: Tensor, sentence: Tensor) -> Tensor:
    """Average the logits (texts, tokens) over the tokens of each sentence: (texts, most sentences)."""
    count = int(sentence.max()) + 1
    member = torch.nn.functional.one_hot(sentence.clamp(min=0), max(count, 1)).float()
    member = member * (sentence != NOT_READ)[..., None]
    size = member.sum(1)
    mean = (member * evidence[..., None]).sum(1) / size.clamp(min=1)
    return mean.masked_fill(size == 0, _NEVER)


def _competing(logits: Tensor, readable: Tensor) -> Tensor:
    return logits.masked_fill(~readable, _NEVER).log_softmax(1)


def _right(logarithms: Tensor, wanted: Tensor) -> Tensor:
    return logarithms.masked_fill(~wanted, _NEVER).logsumexp(1)
