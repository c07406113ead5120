"""`hall replace` and `hall set-many`: many records changed as one undo step."""

from __future__ import annotations

from typing import Annotated

import typer

from hall_app.bootstrap import Hall
from hall_app.cli.context import Context, say, say_json
from hall_app.cli.progress import progress
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing.batch import How, change_many, replace_hits
from hall_app.editing.finding import Hit, Sought, find
from hall_app.errors import UsageError

_KINDS = typer.Option(help="Only records of these kinds; none means all.")


def register(app: typer.Typer) -> None:
    """Add both commands."""

    @app.command("replace")
    def replace(
        context: typer.Context,
        old: Annotated[str, typer.Argument(help="The words to find.")],
        new: Annotated[str, typer.Argument(help="What takes their place.")],
        kind: Annotated[list[Kind] | None, _KINDS] = None,
        field: Annotated[list[str] | None, typer.Option(help="Only these fields.")] = None,
        language: Annotated[list[str] | None, typer.Option(help="Only these languages.")] = None,
        pattern: Annotated[bool, typer.Option("--pattern", help="A regular expression.")] = False,
        whole: Annotated[bool, typer.Option("--whole", help="Whole words only.")] = False,
        any_case: Annotated[bool, typer.Option("--any-case", help="Capital as small.")] = False,
        any_script: Annotated[bool, typer.Option("--any-script", help="简 as 繁.")] = False,
        dry_run: Annotated[
            bool, typer.Option("--dry-run", help="Say what would happen, write nothing.")
        ] = False,
        json: Annotated[bool, typer.Option("--json", help="Report as JSON.")] = False,
    ) -> None:
        """Find words in every text and put others in their place, all as one undo step."""
        run: Context = context.obj
        sought = Sought(
            words=old, is_pattern=pattern, is_whole=whole, ignores_case=any_case,
            ignores_script=any_script, kinds=frozenset(kind or ()), fields=frozenset(field or ()),
            languages=frozenset(language or ()),
        )  # fmt: skip
        with run.hall() as hall, progress("Replacing") as report:
            hits = find(hall.store, sought, new, on_progress=report)
            if hits and not dry_run:
                replace_hits(hall.store, hits, author=hall.author, on_progress=report)
        if json:
            say_json([_plain(hit) for hit in hits])
            return
        for hit in hits:
            say(
                f"{hit.kind}:{hit.title} {hit.path}: {hit.before}[{hit.found}→{hit.becomes}]{hit.after}"
            )
        say(f"{len(hits)} places in {len({hit.record_id for hit in hits})} records")

    @app.command("set-many")
    def set_many(
        context: typer.Context,
        assignment: Annotated[
            str, typer.Argument(help="Dotted path and value.", metavar="FIELD=VALUE")
        ],
        refs: Annotated[list[str] | None, typer.Argument(help="Records.", metavar="REF…")] = None,
        kind: Annotated[Kind | None, typer.Option(help="All records of a kind.")] = None,
        how: Annotated[How, typer.Option(help="What to do to the field.")] = How.SET,
    ) -> None:
        """Set, clear or add to one field of many records, all as one undo step."""
        run: Context = context.obj
        path, equals, value = assignment.partition("=")
        if not path or (how is not How.CLEAR and not equals):
            raise UsageError(
                f"“{assignment}” is no FIELD=VALUE.", "Write town=dali.", subject=assignment
            )
        with run.hall() as hall, progress("Editing") as report:
            ids = _chosen(hall, refs or [], kind)
            changes = change_many(
                hall.store, ids, path, value, how=how, author=hall.author, on_progress=report
            )
        say(f"{len(changes.touched)} of {len(ids)} records changed")


def _chosen(hall: Hall, refs: list[str], kind: Kind | None) -> list[RecordId]:
    if bool(refs) == (kind is not None):
        raise UsageError("Which records?", "Name some, or give --kind for all of a kind.")
    if kind is not None:
        return [record.id for record in hall.store.all(kind)]
    return [hall.store.resolve(ref).id for ref in refs]


def _plain(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.record_id,
        "kind": str(hit.kind),
        "path": hit.path,
        "start": hit.start,
        "found": hit.found,
        "becomes": hit.becomes,
    }
