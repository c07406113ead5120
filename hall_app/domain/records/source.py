"""Where a statement comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.dates import HallDate
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record


class SourceForm(StrEnum):
    """What was read: the original, a page, a copy elsewhere, or nothing at hand."""

    ORIGINAL = "original"
    PAGE = "page"
    COPY = "copy"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A book, article, page or filing."""

    kind: ClassVar[Kind] = Kind.SOURCE

    form: SourceForm = SourceForm.PAGE
    publisher: str = ""
    date: HallDate | None = None
    address: str = ""
