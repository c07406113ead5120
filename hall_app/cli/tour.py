"""`hall tour --out DIR`: the program doing its whole job, with pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hall_app.cli.context import Context, say


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def tour(
        context: typer.Context,
        out: Annotated[
            Path, typer.Option(help="Where the pictures and tour.json go.", metavar="DIR")
        ],
    ) -> None:
        """Do the main job once, headless and for real, and show it in pictures."""
        from hall_app import tour as guide

        run: Context = context.obj
        steps = guide.take(out, run.settings, tell=say)
        failed = [step for step in steps if not step.ok]
        say(f"{len(steps)} steps, {len(failed)} not right: {out / 'index.html'}")
        if failed:
            raise typer.Exit(1)
