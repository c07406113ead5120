"""`hall show REF`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.cli.view import whole


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def show(
        context: typer.Context,
        ref: Annotated[
            str, typer.Argument(help="An id, kind:slug, or a slug only one record has.")
        ],
        json: Annotated[bool, typer.Option("--json", help="The whole record as JSON.")] = False,
    ) -> None:
        """Show one record with every field that is filled."""
        run: Context = context.obj
        with run.hall(read_only=True) as hall:
            document = whole(hall.store.resolve(ref), hall.vault)
            if json:
                say_json(document)
                return
            for path, value in _lines(document, ""):
                say(f"{path:<28} {value}")


def _lines(value: Any, path: str) -> list[tuple[str, str]]:
    match value:
        case dict():
            return [
                line
                for name, held in value.items()
                for line in _lines(held, f"{path}.{name}".lstrip("."))
            ]
        case list():
            return [
                line for index, held in enumerate(value) for line in _lines(held, f"{path}.{index}")
            ]
        case _:
            return [(path, str(value))]
