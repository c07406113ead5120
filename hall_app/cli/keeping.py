"""`hall backup` and `hall restore`: a checked copy in a second place, and back from it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hall_app import bootstrap
from hall_app.cli.context import Context, say
from hall_app.cli.progress import progress
from hall_app.editing import keeping
from hall_app.errors import Refused


def register(app: typer.Typer) -> None:
    """Add the commands."""

    @app.command()
    def backup(
        context: typer.Context,
        to: Annotated[
            Path | None, typer.Argument(help="A folder in a second place.", metavar="DIR")
        ] = None,
    ) -> None:
        """Copy the library with its media, trust and keys, live and checked."""
        run: Context = context.obj
        with run.hall() as hall, progress("Copying") as report:
            folder = keeping.back_up(
                hall.store, run.paths, to or run.paths.backups, on_progress=report
            )
        say(f"{folder}")

    @app.command()
    def restore(
        context: typer.Context,
        source: Annotated[
            Path, typer.Argument(help="A folder that “hall backup” made.", metavar="DIR")
        ],
    ) -> None:
        """Bring a backup back into a home that has no library."""
        run: Context = context.obj
        if run.paths.library.exists():
            raise Refused(
                f"There is a library in {run.paths.home} already.", "Choose another home."
            )
        with progress("Restoring") as report:
            keeping.restore(source, run.paths, bootstrap.open_store,
                author=run.settings.author, on_progress=report,
            )  # fmt: skip
        say(f"{run.paths.library}")
