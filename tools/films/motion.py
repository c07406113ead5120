"""Time in a film: easing, keyed values, and movements that come back to where they began."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy.interpolate import PchipInterpolator


def eased(t: float, start: float, stop: float) -> float:
    """From 0 at `start` to 1 at `stop`, at rest at both."""
    share = min(1.0, max(0.0, (t - start) / (stop - start)))
    return share**3 * (share * (share * 6 - 15) + 10)


def there_and_back(t: float, start: float, stop: float, *, rise: float = 0.6) -> float:
    """From 0 to 1 within `rise` seconds of `start`, and back to 0 by `stop`."""
    return eased(t, start, start + rise) * (1 - eased(t, stop - rise, stop))


class Keyed:
    """Values that pass through their keys without overshooting and rest where two are equal."""

    def __init__(self, *keys: tuple[float, ...]) -> None:
        """Each key is a time followed by the values at that time."""
        table = np.array(keys, float)
        self._run = PchipInterpolator(table[:, 0], table[:, 1:], extrapolate=True)

    def __call__(self, t: float) -> tuple[float, ...]:
        return tuple(float(value) for value in self._run(t))


def swing(t: float, period: float, phase: float = 0.0) -> float:
    """From -1 to 1 and back, once each period."""
    return math.sin(2 * math.pi * (t / period + phase))


def cycle(t: float, period: float, phase: float = 0.0) -> float:
    """From 0 up to 1 each period, then at once from 0 again."""
    return (t / period + phase) % 1.0


def spread(count: int, seed: int) -> Sequence[float]:
    """Numbers from 0 to 1 that look unordered and are always the same."""
    golden = (math.sqrt(5) - 1) / 2
    return [(seed * 0.377 + k * golden) % 1.0 for k in range(count)]
