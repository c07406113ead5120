"""What an editor of one field is told when it is made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hall_app.curator.forms import layout
from hall_app.domain.fields import Field, Shape
from hall_app.domain.kinds import Kind
from hall_app.editing.fields import FIXED


@dataclass(frozen=True, slots=True)
class Spec:
    """One field in one place of one form.

    Attributes:
        kind: The kind of record whose form it stands in.
        owner: The class that declares it: the record's or a value's.
        path: Where it stands in the document.
    """

    kind: Kind
    owner: str
    field: Field
    path: str

    @property
    def is_long(self) -> bool:
        """Whether it holds several lines."""
        plain = self.field.shape in (Shape.TEXT, Shape.WORDS)
        return plain and self.field.name in layout.LONG and self.owner not in ("Question", "Answer")

    @property
    def limit(self) -> int:
        """How many characters the wall takes; 0 where it does not matter."""
        is_own = "." not in self.path
        return layout.LIMITS.get(self.field.name, 0) if is_own else 0

    @property
    def is_fixed(self) -> bool:
        """Whether no hand changes it."""
        return self.path.split(".")[0] in FIXED.get(self.kind, ())

    @property
    def name(self) -> str:
        """The field's own name."""
        return self.field.name

    def at(self, path: str) -> Spec:
        """The same field in another place."""
        return replace(self, path=path)
