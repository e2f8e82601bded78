from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Inputs:
    rewards: NDArray[np.float64]
    actions: NDArray[np.int64]
    positions: NDArray[np.int64]
    propensities: NDArray[np.float64]
    # (rows, items, positions), as the published implementation takes them.
    target: NDArray[np.float64]
    predictions: NDArray[np.float64]

    def at_positions(self, table: NDArray[np.float64]) -> NDArray[np.float64]:
        return table[np.arange(len(self.actions)), :, self.positions]


def drawn(seed: int, rows: int, items: int, places: int, rate: float, sharpness: float) -> Inputs:
    random = np.random.default_rng(seed)
    logging = _chances(random, (rows, items), sharpness)
    actions = (logging.cumsum(axis=1) < random.random((rows, 1))).sum(axis=1).clip(max=items - 1)
    return Inputs(
        rewards=(random.random(rows) < rate * (1 + actions / items)).astype(float),
        actions=actions,
        positions=random.integers(0, places, rows),
        propensities=logging[np.arange(rows), actions],
        target=_chances(random, (rows, items, places), sharpness),
        predictions=rate * random.random((rows, items, places)),
    )


def _chances(random: np.random.Generator, shape: tuple[int, ...], sharpness: float) -> Any:
    odds = np.exp(sharpness * random.normal(size=shape))
    return odds / odds.sum(axis=1, keepdims=True)
