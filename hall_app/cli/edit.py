"""`hall edit REF FIELD=VALUE…`."""

from __future__ import annotations

from typing import Annotated

import typer

from hall_app.cli.context import Context, say
from hall_app.editing import fields
from hall_app.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def edit(
        context: typer.Context,
        ref: Annotated[
            str, typer.Argument(help="An id, kind:slug, or a slug only one record has.")
        ],
        assignments: Annotated[
            list[str],
            typer.Argument(
                help="Dotted path and value: title.en=Preface; lists as JSON.",
                metavar="FIELD=VALUE…",
            ),
        ],
    ) -> None:
        """Set fields of one record, all as one undo step."""
        run: Context = context.obj
        values = dict(_pair(assignment) for assignment in assignments)
        with run.hall() as hall:
            record = hall.store.resolve(ref)
            changes = fields.set_fields(hall.store, record.id, dict(values), author=hall.author)
            say(f"{record.kind}:{record.slug}: {changes.label if changes else 'nothing changed'}")


def _pair(assignment: str) -> tuple[str, str]:
    path, equals, value = assignment.partition("=")
    if not equals or not path:
        raise UsageError(
            f"“{assignment}” is no FIELD=VALUE.", "Write title.en=Preface.", subject=assignment
        )
    return path, value
