"""`hall audit`: who did what, and whether the log is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.domain.people import Role


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def audit(
        context: typer.Context,
        verify: Annotated[
            bool, typer.Option("--verify", help="Check every seal, and the releases over the log.")
        ] = False,
        words: Annotated[str, typer.Option(help="Only lines that hold these words.")] = "",
        limit: Annotated[int, typer.Option(min=1, help="How many lines.")] = 1000,
        json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
        csv: Annotated[bool, typer.Option("--csv", help="As a table for a spreadsheet.")] = False,
    ) -> None:
        """Show the audit log, newest first; with people, to auditors."""
        from hall_app.editing import diary
        from hall_app.store import audit as log

        run: Context = context.obj
        if verify:
            _verify(run, as_json=json)
            return
        with run.hall() as hall:
            hall.store.require(Role.AUDITOR)
            lines = hall.store.ask(lambda db: log.lines(db, limit=limit, words=words))
        if json:
            say_json([diary.plain(line) for line in lines])
        elif csv:
            typer.echo(diary.as_csv(lines), nl=False)
        else:
            for line in lines:
                say(
                    f"{line.number:>6}  {line.at:%Y-%m-%d %H:%M:%S}  {line.who:<12} {line.act} {line.subject}"
                )


def _verify(run: Context, *, as_json: bool) -> None:
    from hall_app.publishing.anchor import anchor_faults
    from hall_app.publishing.releases import ReleasesFolder
    from hall_app.store import audit as log

    with run.hall(read_only=True) as hall:
        faults = [
            *hall.store.ask(lambda db: tuple(log.faults(db))),
            *anchor_faults(hall.store, ReleasesFolder(run.paths.releases)),
        ]
        number, head = hall.store.ask(log.head)
    if as_json:
        say_json({"lines": number, "head": head, "faults": faults})
    else:
        for words in faults or [
            f"{number} lines, every seal whole; the last is {head[:16] or '–'}"
        ]:
            say(words)
    if faults:
        raise typer.Exit(1)
