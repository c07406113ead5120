"""What is wrong with a cell or a row, as a code and its parts, so that any language can say it."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.domain.text import EN
from hall_app.editing.tables import names
from hall_app.errors import Refused


class BadCell(Refused):
    """A cell that does not fit its field; its words come from the desk's table.

    Args:
        code: What is wrong: `table-fault-…` in the desk's words.
        parts: What the words are filled with.
    """

    def __init__(self, code: str, **parts: object) -> None:
        super().__init__(names.say(f"table-fault-{code}", EN, **parts))
        self.fault = code
        self.parts = {name: str(part) for name, part in parts.items()}

    def words(self, language: str) -> str:
        """What is wrong and what would be right."""
        return names.say(f"table-fault-{self.fault}", language, **self.parts)


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why a row is not taken.

    Attributes:
        column: The place of the column in its sheet; -1 where the whole row is meant.
        cell: "B7", or "7" for a whole row.
        code, parts: As of `BadCell`.
    """

    column: int
    cell: str
    code: str
    parts: tuple[tuple[str, str], ...] = ()

    def words(self, language: str) -> str:
        """What is wrong and what would be right, as one or two sentences."""
        return names.say(f"table-fault-{self.code}", language, **dict(self.parts))
