"""`hall init`: make a library from the hall's own content, a folder of content, or a package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hall_app import bootstrap
from hall_app.cli.context import Context, say, say_json
from hall_app.cli.progress import progress
from hall_app.cli.trust import accepted


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def init(
        context: typer.Context,
        source: Annotated[
            Path | None,
            typer.Option(
                "--from", help="A content folder or a .hall package.", metavar="DIR|PACKAGE"
            ),
        ] = None,
        trust: Annotated[
            str, typer.Option(help="The package's root key, by its fingerprint.")
        ] = "",
        json: Annotated[bool, typer.Option("--json", help="Report as JSON.")] = False,
    ) -> None:
        """Make a library, from the hall's own content by default."""
        run: Context = context.obj
        if source is not None and source.is_file():
            from hall_app.publishing import taking

            fingerprint = accepted(source, run.paths, trust)
            with progress("Reading the package") as report:
                loaded = taking.make_library(
                    run.paths,
                    source,
                    open_store=bootstrap.open_store,
                    trust=fingerprint,
                    on_progress=report,
                )
        else:
            with progress("Loading content") as report:
                loaded = bootstrap.make_library(run.paths, source, on_progress=report)
        summary = {
            "created": loaded.created,
            "updated": loaded.updated,
            "unchanged": loaded.unchanged,
            "refused": [{"path": r.path, "reason": r.reason} for r in loaded.refused],
        }
        if json:
            say_json(summary)
        else:
            say(f"{loaded.created} records in {run.paths.library}")
            for refusal in loaded.refused:
                say(f"refused {refusal.path}: {refusal.reason}")
        if loaded.refused:
            raise typer.Exit(1)
