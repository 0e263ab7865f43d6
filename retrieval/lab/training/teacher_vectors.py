"""The teacher's vectors, kept on disk once computed."""

import hashlib
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from retrieval.lab.training.teacher import WIDTH, Teacher, embed

_CHUNK = 1024


class Remembered:
    """The teacher with a memory: texts embedded in this run or an earlier one are looked up."""

    def __init__(self, teacher: Teacher, cache: Path) -> None:
        """Read the cache, a folder of `.npz` files that is made if it is not there."""
        cache.mkdir(parents=True, exist_ok=True)
        self.teacher = teacher
        self._cache = cache
        self._rows: dict[bytes, int] = {}
        self._vectors = np.zeros((0, WIDTH), np.float16)
        for path in sorted(cache.glob("*.npz")):
            with np.load(path) as chunk:
                self._take(chunk["keys"], chunk["vectors"])

    def embed(self, texts: list[str]) -> NDArray[np.float16]:
        """Give the teacher's vectors of texts: (texts, width). New ones are saved every few thousand."""
        keys = [hashlib.sha256(text.encode()).digest()[:16] for text in texts]
        missing = [text for key, text in zip(keys, texts, strict=True) if key not in self._rows]
        missing = sorted(dict.fromkeys(missing), key=len)
        for start in range(0, len(missing), _CHUNK):
            self._learn(missing[start : start + _CHUNK])
        found: NDArray[np.float16] = self._vectors[[self._rows[key] for key in keys]]
        return found

    def _learn(self, texts: list[str]) -> None:
        digests = b"".join(hashlib.sha256(text.encode()).digest()[:16] for text in texts)
        keys = np.frombuffer(digests, "V16")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = embed(self.teacher.encoder, self.teacher.tokenizer, texts).astype(np.float16)
        path = self._cache / f"{hashlib.sha256(digests).hexdigest()[:24]}.npz"
        with path.with_suffix(".part").open("wb") as file:
            np.savez(file, keys=keys, vectors=vectors)
        path.with_suffix(".part").rename(path)
        self._take(keys, vectors)

    def _take(self, keys: NDArray[np.void], vectors: NDArray[np.float16]) -> None:
        start = len(self._vectors)
        self._rows |= {key.tobytes(): start + number for number, key in enumerate(keys)}
        self._vectors = np.concatenate([self._vectors, vectors])
