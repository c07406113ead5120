"""How a long work tells how far it is, and how a person stops it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told what is done and what there is to do; raises `Cancelled` to stop the work without a trace."""


def SILENT(done: int, total: int) -> None:  # noqa: N802 (a constant that happens to be callable)
    """Tell nobody and never stop."""
