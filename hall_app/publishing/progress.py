"""How a long work tells how far it is, and how a person stops it."""

from __future__ import annotations

from collections.abc import Callable

from hall_app.errors import Refused

Progress = Callable[[int, int], None]
"""Told what is done and what there is to do; raises `Cancelled` to stop the work without a trace."""


class Cancelled(Refused):
    """A person stopped the work; nothing was changed."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__("The work was stopped; nothing was changed.")


def SILENT(done: int, total: int) -> None:  # noqa: N802 (a constant that happens to be callable)
    """Tell nobody and never stop."""
