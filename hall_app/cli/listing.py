"""`hall list KIND`."""

from __future__ import annotations

from typing import Annotated

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.cli.view import whole
from hall_app.domain.kinds import Kind


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("list")
    def list_records(
        context: typer.Context,
        kind: Annotated[Kind, typer.Argument(help="What to list.")],
        json: Annotated[bool, typer.Option("--json", help="Whole records as JSON.")] = False,
    ) -> None:
        """List the records of a kind, in order."""
        run: Context = context.obj
        with run.hall(read_only=True) as hall:
            records = hall.store.all(kind)
            if json:
                say_json([whole(record, hall.vault) for record in records])
                return
            for record in records:
                say(f"{record.slug:<48} {record.title.best(run.settings.language)}")
