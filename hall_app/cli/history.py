"""`hall history [REF]`, `hall undo`, `hall redo`."""

from __future__ import annotations

from typing import Annotated

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.domain.ids import RecordId
from hall_app.store.journal import Step


def register(app: typer.Typer) -> None:
    """Add the commands."""

    @app.command()
    def history(
        context: typer.Context,
        ref: Annotated[
            str | None, typer.Argument(help="One record; without it the whole library.")
        ] = None,
        limit: Annotated[int, typer.Option(min=1, help="How many steps.")] = 50,
        json: Annotated[
            bool, typer.Option("--json", help="Steps with what each changed, as JSON.")
        ] = False,
    ) -> None:
        """Show who changed what and when, newest first."""
        run: Context = context.obj
        with run.hall(read_only=True) as hall:
            record_id = hall.store.resolve(ref).id if ref else None
            steps = hall.store.history(record_id, limit=limit)
            if json:
                say_json([_plain(step, record_id) for step in steps])
                return
            for step in steps:
                mark = {"undo": "undo ", "redo": "redo "}.get(step.mode, "")
                undone = " (undone)" if step.is_undone else ""
                say(
                    f"{step.id:>6}  {step.at:%Y-%m-%d %H:%M:%S}  {step.author:<12} {mark}{step.label}{undone}"
                )

    @app.command()
    def undo(context: typer.Context) -> None:
        """Undo the last edit of the library."""
        run: Context = context.obj
        with run.hall() as hall:
            say(f"Undone: {hall.store.undo(author=hall.author).label}")

    @app.command()
    def redo(context: typer.Context) -> None:
        """Redo what was undone last."""
        run: Context = context.obj
        with run.hall() as hall:
            say(f"Redone: {hall.store.redo(author=hall.author).label}")


def _plain(step: Step, record_id: RecordId | None) -> dict[str, object]:
    return {
        "step": step.id,
        "label": step.label,
        "author": step.author,
        "at": step.at.isoformat(),
        "mode": step.mode,
        "is_undone": step.is_undone,
        "changes": [
            {
                "kind": str(change.kind),
                "id": change.record_id,
                "fields": {
                    name: [(change.before or {}).get(name), (change.after or {}).get(name)]
                    for name in change.fields
                },
            }
            for change in step.changes
            if record_id in (None, change.record_id)
        ],
    }
