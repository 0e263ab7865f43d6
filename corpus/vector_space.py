"""What vectors are: the model that made them, and their shape."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """An embedding model: vectors of different names, revisions or dimensions do not compare."""

    name: str
    revision: str
    dimensions: int
