"""`hall import-table FILE`: an Excel, CSV or TimelineJS file into the library, planned before it is taken."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from hall_app.bootstrap import Hall
from hall_app.cli.context import Context, say, say_json
from hall_app.cli.progress import progress
from hall_app.domain.kinds import Kind
from hall_app.domain.text import EN
from hall_app.editing.tables import mapping
from hall_app.editing.tables.mapping import Source
from hall_app.editing.tables.plan import Plan, RowState
from hall_app.editing.tables.planning import make_plan
from hall_app.editing.tables.taking import take_in
from hall_app.errors import NotFound, UsageError
from hall_app.publishing.spreadsheet.marked import write_marked


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("import-table")
    def import_table(
        context: typer.Context,
        file: Annotated[Path, typer.Argument(help="A workbook (.xlsx), CSV or TimelineJS file.")],
        kind: Annotated[Kind | None, typer.Option(help="What every sheet holds.")] = None,
        column: Annotated[
            list[str] | None,
            typer.Option(
                help="The field of a column: “主营=makes.zh-Hans”.", metavar="HEADER=FIELD"
            ),
        ] = None,
        kept: Annotated[
            str, typer.Option("--mapping", help="Use the mapping kept under this name.")
        ] = "",
        keep_as: Annotated[
            str, typer.Option("--keep-mapping", help="Keep this mapping under a name.")
        ] = "",
        language: Annotated[str, typer.Option(help="Of the words of a TimelineJS file.")] = "",
        blank_clears: Annotated[
            bool | None,
            typer.Option(
                "--blank-clears/--keep-blank",
                help="Whether an empty cell empties its field; by default only in our own exports.",
            ),
        ] = None,
        all_or_nothing: Annotated[
            bool, typer.Option("--all-or-nothing", help="Take nothing if any row is refused.")
        ] = False,
        dry_run: Annotated[
            bool, typer.Option("--dry-run", help="Say what would happen, write nothing.")
        ] = False,
        marked: Annotated[
            Path | None, typer.Option(help="Write a copy with the bad cells marked.")
        ] = None,
        json: Annotated[bool, typer.Option("--json", help="Report as JSON.")] = False,
    ) -> None:
        """Take a table into the library: new, changed and refused rows, cell by cell, one undo step."""
        run: Context = context.obj
        with run.hall() as hall, progress("Importing") as report:
            source = _source(hall, file, kind, kept, language)
            source = _with_columns(source, column or [])
            if keep_as:
                mapping.keep(hall.store, keep_as, source)
            plan = make_plan(
                hall.store, source, folder=file.resolve().parent, workshop=hall.workshop,
                blank_clears=blank_clears, on_progress=report,
            )  # fmt: skip
            if marked is not None and plan.faults:
                write_marked(plan, marked, language=run.settings.language)
            if not dry_run:
                take_in(
                    hall.store, plan, intake=hall.intake, all_or_nothing=all_or_nothing,
                    name=file.name, author=hall.author, on_progress=report,
                )  # fmt: skip
        _tell(plan, as_json=json)


def _source(hall: Hall, file: Path, kind: Kind | None, kept: str, language: str) -> Source:
    tables = hall.workshop.read_tables(file)
    source = mapping.suggested(hall.store, tables, kind=kind, language=language)
    if kind is not None and not kept:
        return source
    source, used = mapping.offered(hall.store, source, kept)
    if kept and not used:
        raise NotFound(
            f"No mapping “{kept}” fits the headers of {file.name}.",
            "Name another one, or leave --mapping out.",
            subject=kept,
        )
    return source


def _with_columns(source: Source, columns: list[str]) -> Source:
    for words in columns:
        header, equals, path = words.rpartition("=")
        found = False
        for place, sheet in enumerate(source.tables.sheets):
            given = source.mappings[place]
            paths = [
                path if one.strip() == header.strip() else old
                for one, old in zip(mapping.headers_of(sheet), given.paths, strict=True)
            ]
            found = found or tuple(paths) != given.paths
            source = source.with_mapping(place, mapping.SheetMapping(given.kind, tuple(paths)))
        if not equals or not found:
            raise UsageError(
                f"“{words}” names no column of this file.", "Write --column 主营=makes.zh-Hans.",
                subject=words,
            )  # fmt: skip
    return source


def _tell(plan: Plan, *, as_json: bool) -> None:
    counts = plan.counts
    if as_json:
        say_json({
            **{str(state): count for state, count in counts.items()},
            "rows": [_plain(row) for row in plan.rows if row.state is not RowState.UNCHANGED],
        })  # fmt: skip
    else:
        say(", ".join(f"{count} {state}" for state, count in counts.items()))
        for row, fault in plan.faults:
            say(f"refused {row.sheet} {fault.cell}: {fault.words(EN)}")
    if counts[RowState.REFUSED]:
        raise typer.Exit(1)


def _plain(row: Any) -> dict[str, Any]:
    return {
        "sheet": row.sheet,
        "row": row.number,
        "kind": str(row.kind),
        "title": row.title,
        "state": str(row.state),
        "known_by": str(row.known_by),
        "changes": {c.path: {"before": c.before, "after": c.after} for c in row.changes},
        "faults": [
            {"cell": one.cell, "code": one.code, "what": one.words(EN)} for one in row.faults
        ],
    }
