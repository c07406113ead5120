"""One thing that is not right with what came from outside, or worth knowing about it."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.errors import HallError


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found.

    Attributes:
        code: Stable, for translations and `--json`; all stand in `docs/formats.md`.
        ref: The record it concerns, as `kind:slug`; empty where it concerns none.
        path: The file inside the package or bag; empty where it concerns the whole.
        message: For a person.
    """

    code: str
    message: str
    ref: str = ""
    path: str = ""

    @staticmethod
    def of(error: HallError) -> Finding:
        """A refusal as a finding."""
        return Finding(error.code, str(error), path=error.subject)
