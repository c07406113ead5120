"""A hall's fingerprint: what two people compare before one home believes another."""

from __future__ import annotations

import re
from hashlib import sha256

_DIGITS = 40
_GROUP = 4
_NOISE = re.compile(r"[\s:\-·]+")


def of_root(first_root: bytes) -> str:
    """The fingerprint of a hall, from the bytes of its root's version 1; keys may change after it."""
    digits = sha256(first_root).hexdigest()[:_DIGITS].upper()
    return " ".join(digits[i : i + _GROUP] for i in range(0, _DIGITS, _GROUP))


def same(left: str, right: str) -> bool:
    """Whether two fingerprints are the same, however they were spaced or typed."""
    return bool(_plain(left)) and _plain(left) == _plain(right)


def _plain(fingerprint: str) -> str:
    return _NOISE.sub("", fingerprint).upper()
