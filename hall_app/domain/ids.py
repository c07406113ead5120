"""The names of records: ids made once and never remapped, and readable slugs.

An id is a UUID version 7 (RFC 9562 §5.7): it sorts by the time it was made. A slug is
unique within its kind and names files; it is lower-case ASCII letters, digits and hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import NewType
from uuid import UUID

RecordId = NewType("RecordId", str)
HallId = NewType("HallId", RecordId)
GalleryId = NewType("GalleryId", RecordId)
SectionId = NewType("SectionId", RecordId)
ExhibitId = NewType("ExhibitId", RecordId)
TimelineId = NewType("TimelineId", RecordId)
EraId = NewType("EraId", RecordId)
EventId = NewType("EventId", RecordId)
EnterpriseId = NewType("EnterpriseId", RecordId)
ProductId = NewType("ProductId", RecordId)
HonourId = NewType("HonourId", RecordId)
CraftId = NewType("CraftId", RecordId)
PersonId = NewType("PersonId", RecordId)
StatisticId = NewType("StatisticId", RecordId)
QuizId = NewType("QuizId", RecordId)
MapId = NewType("MapId", RecordId)
MediaId = NewType("MediaId", RecordId)
SourceId = NewType("SourceId", RecordId)
DisplayId = NewType("DisplayId", RecordId)
ReleaseId = NewType("ReleaseId", RecordId)

IdMaker = Callable[[], str]

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG_MAX = 80
_RANDOM_BITS = 74


def uuid7(now: datetime, random_bits: Callable[[int], int]) -> str:
    """Make an id from a moment and a source of random bits (`random.getrandbits` has the shape).

    Args:
        now: An aware moment; its milliseconds since 1970 are the first 48 bits.
        random_bits: Called once with 74, returns that many random bits as an int.
    """
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    bits = random_bits(_RANDOM_BITS)
    high, low = bits >> 62, bits & ((1 << 62) - 1)
    return str(UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low))


def is_id(text: str) -> bool:
    """Whether `text` is the canonical form of a UUID."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def is_slug(text: str) -> bool:
    """Whether `text` may name a record's file."""
    return len(text) <= _SLUG_MAX and _SLUG.fullmatch(text) is not None
