"""From raw statistics to an embedding: standardise, clip, project, scale to unit length."""
from dataclasses import dataclass

import numpy as np

LIMIT = 8.0  # standard deviations; keeps one odd channel of an odd picture from deciding alone
WHITENING = 0.5  # 0 is plain PCA, 1 full whitening; half evens directions out without lifting noise


@dataclass(frozen=True)
class Part:
    inputs: tuple  # names "<tap>:mean" or "<tap>:spread", in the order of the values
    centre: np.ndarray  # [1, values]
    scale: np.ndarray  # [1, values]; 0 for a channel that never varies
    origin: np.ndarray  # [1, values]
    matrix: np.ndarray  # [values, dim]
    limit: float = LIMIT

    def apply(self, values):
        """values [n, values] to unit vectors [n, dim]."""
        z = np.clip((values - self.centre) * self.scale, -self.limit, self.limit)
        y = (z - self.origin) @ self.matrix
        return y / np.maximum(np.linalg.norm(y, axis=1, keepdims=True), 1e-6)


def fit(inputs, values, dim):
    """Principal components of the standardised values, each divided by its deviation ** WHITENING."""
    values = values.astype(np.float64)
    centre, spread = values.mean(0), values.std(0)
    alive = spread > 1e-3 * np.median(spread)
    scale = np.where(alive, 1 / np.where(alive, spread, 1), 0)
    z = np.clip((values - centre) * scale, -LIMIT, LIMIT)
    origin = z.mean(0)
    _, deviations, directions = np.linalg.svd(z - origin, full_matrices=False)
    deviations = deviations[:dim] / np.sqrt(len(z))
    matrix = directions[:dim].T / deviations**WHITENING
    rows = (np.float32(a).reshape(1, -1) for a in (centre, scale, origin))
    return Part(tuple(inputs), *rows, np.float32(matrix))
