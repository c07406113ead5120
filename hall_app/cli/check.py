"""`hall check`: what stands in the way of publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hall_app import bootstrap
from hall_app.cli.context import Context, say, say_json
from hall_app.cli.display import draw_offscreen

if TYPE_CHECKING:
    from hall_app.bootstrap import Hall
    from hall_app.publishing.problem import Problem


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def check(
        context: typer.Context,
        fit: Annotated[
            bool,
            typer.Option(
                "--fit", help="Also measure every page, in every shape, language and size."
            ),
        ] = False,
        json: Annotated[bool, typer.Option("--json", help="Problems as JSON.")] = False,
    ) -> None:
        """List what blocks publishing, and what is advised."""
        from hall_app.publishing import preflight
        from hall_app.publishing.problem import plain

        run: Context = context.obj
        with run.hall(read_only=True) as hall:
            problems = preflight.check(hall.store, hall.vault, today=bootstrap.now())
            if fit:
                problems += _misfits(hall)
        blocks = [problem for problem in problems if problem.blocks]
        if json:
            say_json(
                {
                    "ok": not blocks,
                    "problems": [plain(problem) for problem in problems],
                }
            )
        else:
            for problem in problems:
                say(
                    f"{'●' if problem.blocks else '○'} {problem.kind}:{problem.slug} {problem.field} {problem.message}"
                )
            say(f"{len(blocks)} block publishing, {len(problems) - len(blocks)} advise")
        if blocks:
            raise typer.Exit(1)


def _misfits(hall: Hall) -> tuple[Problem, ...]:
    draw_offscreen()
    from hall_app.kiosk.gauge import measure_all
    from hall_app.publishing.problem import problem_of
    from hall_app.publishing.rulings import is_ruled

    found = measure_all(hall.store, hall.vault, now=bootstrap.now)
    return tuple(problem_of(one) for one in found if not is_ruled(one))
