"""Fields whose words come from a list, and earlier words that mean one of the list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hall_app.domain.kinds import Kind
from hall_app.domain.text import NO_TEXT, Text


class Vocabulary(StrEnum):
    """A list of words that many records share; the list is what they hold."""

    INDUSTRY = "industry"
    ISSUER = "issuer"
    UNIT = "unit"

    @property
    def kind(self) -> Kind:
        """Whose field it is."""
        owners = {
            Vocabulary.INDUSTRY: Kind.ENTERPRISE,
            Vocabulary.ISSUER: Kind.HONOUR,
            Vocabulary.UNIT: Kind.STATISTIC,
        }
        return owners[self]

    @property
    def field(self) -> str:
        """The field that holds its words."""
        return str(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """Words that were merged into others; a table that still says them means those.

    Attributes:
        words: As they stood, in any language.
        means: What they mean now.
    """

    vocabulary: Vocabulary = Vocabulary.INDUSTRY
    words: str = ""
    means: Text = NO_TEXT


def vocabulary_of(kind: Kind, field: str) -> Vocabulary | None:
    """The list that a field's words come from, if any."""
    return next((one for one in Vocabulary if (one.kind, one.field) == (kind, field)), None)
