"""What vectors are: the model that made them, and their shape."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """An embedding model, and how its vectors are computed.

    Attributes:
        name: of the model.
        revision: of its weights; what follows a `/` is the way of computing with them.
        dimensions: of its vectors.
    """

    name: str
    revision: str
    dimensions: int


def comparable(one: Model, other: Model) -> bool:
    """Tell whether vectors of two models compare: those of the same weights do, however computed."""
    return _weights(one) == _weights(other)


def _weights(model: Model) -> tuple[str, str, int]:
    return model.name, model.revision.partition("/")[0], model.dimensions
