"""How a picture looks, in 64 bits, and finding those that look alike without comparing each with each.

A look is sixteen hexadecimal digits. Two pictures look alike when their looks differ in at most
`ALIKE` bits. Cut into four bands of sixteen bits, two such looks have at least one band that differs
in at most one bit: so it is enough to look under a band and its sixteen neighbours, in each of four.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

ALIKE = 7
"""Up to how many of 64 bits the looks of two pictures differ that a person calls the same."""

BANDS = 4
_BITS = 16

Key = TypeVar("Key", bound=str)


def bands(look: str) -> tuple[int, ...]:
    """The four bands of a look."""
    return tuple(int(look[at : at + 4], 16) for at in range(0, BANDS * 4, 4))


def near(band: int) -> tuple[int, ...]:
    """A band and all that differ from it in one bit."""
    return (band, *(band ^ (1 << bit) for bit in range(_BITS)))


def distance(one: str, other: str) -> int:
    """In how many bits two looks differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def is_look(words: str) -> bool:
    """Whether these are the digits of a look."""
    return len(words) == BANDS * 4 and not set(words) - set("0123456789abcdef")


def alike(looks: Iterable[tuple[Key, str]]) -> dict[Key, set[Key]]:
    """For each key whose look is like another's: the keys it is like."""
    known = [(key, look) for key, look in looks if is_look(look)]
    buckets: dict[tuple[int, int], list[tuple[Key, str]]] = defaultdict(list)
    found: dict[Key, set[Key]] = defaultdict(set)
    for key, look in known:
        for place, band in enumerate(bands(look)):
            for each in near(band):
                for other, its in buckets.get((place, each), ()):
                    if distance(look, its) <= ALIKE:
                        found[key].add(other)
                        found[other].add(key)
        for place, band in enumerate(bands(look)):
            buckets[place, band].append((key, look))
    return dict(found)
