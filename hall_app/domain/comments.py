"""Comments that people leave on the fields of a record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind

_MENTION = re.compile(r"(?<![\w@])@([a-z0-9][a-z0-9._-]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One remark, or an answer to one.

    Attributes:
        field: Dotted path; empty for the whole record.
        answers: The id of the remark it answers; empty for one that opens a thread.
        resolved_by: Who called it settled; empty while it is open.
    """

    id: str
    record_id: RecordId
    kind: Kind
    field: str
    author: str
    at: datetime
    words: str
    answers: str = ""
    resolved_by: str = ""

    @property
    def mentions(self) -> tuple[str, ...]:
        """The logins it calls by @login."""
        return tuple(dict.fromkeys(_MENTION.findall(self.words)))
