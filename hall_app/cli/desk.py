"""`hall` alone: the curator's desk."""

from __future__ import annotations

import typer

from hall_app.cli.context import Context
from hall_app.cli.display import require_display


def open_desk(run: Context) -> None:
    """Open the desk on the home's library, made from the hall's own content on first run."""
    require_display()
    from hall_app.curator import app

    raise typer.Exit(app.run(run.paths, run.settings))
