"""From years to pixels: four stated pieces for the whole, a straight line from a century down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

FIRST_YEAR = 1400
PIECES = ((1400, 1840, 0.25), (1840, 1949, 0.30), (1949, 1978, 0.10), (1978, 2026, 0.35))
WHOLE_TICKS = (1400, 1500, 1600, 1700, 1800, 1850, 1900, 1949, 1978, 1990, 2000, 2010, 2020)


class Scale(Protocol):
    """Years along a line of pixels, both ways."""

    def x(self, year: float, /) -> float: ...

    def year(self, x: float, /) -> float: ...


@dataclass(frozen=True, slots=True)
class Linear:
    """Equal years are equal lengths."""

    first: float
    last: float
    left: float
    right: float

    def x(self, year: float) -> float:
        share = (year - self.first) / (self.last - self.first)
        return self.left + (self.right - self.left) * share

    def year(self, x: float) -> float:
        share = (x - self.left) / (self.right - self.left)
        return self.first + (self.last - self.first) * share


@dataclass(frozen=True, slots=True)
class FourPieces:
    """Later pieces are wider for their years; the ticks prove it. `last` stretches the last one."""

    left: float
    right: float
    last: float = 2026

    def _pieces(self) -> list[tuple[float, float, float]]:
        *early, (start, _, share) = PIECES
        return [*early, (start, max(self.last, start + 1), share)]

    def x(self, year: float) -> float:
        gone, width = 0.0, self.right - self.left
        for start, stop, share in self._pieces():
            if year <= stop:
                inside = max(0.0, year - start) / (stop - start)
                return self.left + width * (gone + share * inside)
            gone += share
        return self.right

    def year(self, x: float) -> float:
        gone = 0.0
        wanted = (x - self.left) / (self.right - self.left)
        for start, stop, share in self._pieces():
            if wanted <= gone + share:
                return start + (stop - start) * max(0.0, wanted - gone) / share
            gone += share
        return self.last


def ticks(first: float, last: float) -> list[int]:
    """Round years for a straight scale: every year, five, ten, twenty or fifty."""
    span = last - first
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if span / s <= 14), 200)
    start = -int(-first // step) * step
    return list(range(start, int(last) + 1, step))
