"""`hall import FILE…`: media, content folders and packages into the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from hall_app.bootstrap import Hall
from hall_app.cli.context import Context, say, say_json
from hall_app.cli.progress import progress
from hall_app.cli.trust import accepted
from hall_app.editing import content, media
from hall_app.editing.content import Refusal
from hall_app.media.vault import Vault

PACKAGE = ".hall"


class OnConflict(StrEnum):
    """What to do with a record that was changed on both sides."""

    KEEP_MINE = "keep-mine"
    TAKE_THEIRS = "take-theirs"
    KEEP_BOTH = "keep-both"


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("import")
    def import_files(
        context: typer.Context,
        files: Annotated[
            list[Path],
            typer.Argument(help="Media files, folders or .hall packages.", metavar="FILE…"),
        ],
        dry_run: Annotated[
            bool, typer.Option("--dry-run", help="Say what would happen, write nothing.")
        ] = False,
        on_conflict: Annotated[
            OnConflict, typer.Option(help="What to do with a record changed on both sides.")
        ] = OnConflict.KEEP_MINE,
        trust: Annotated[
            str, typer.Option(help="The package's root key, by its fingerprint.")
        ] = "",
        json: Annotated[bool, typer.Option("--json", help="Report as JSON.")] = False,
    ) -> None:
        """Take files into the library: verified, told one by one, each import one undo step."""
        run: Context = context.obj
        total = content.Loaded()
        packages = [path for path in files if path.suffix == PACKAGE]
        believed = {path: accepted(path, run.paths, trust) for path in packages}
        with (
            run.hall() as hall,
            _vault(hall, dry_run=dry_run) as vault,
            progress("Importing") as report,
        ):
            folders = [path for path in files if path.is_dir() and _is_content(path)]
            loose = [
                path
                for path in _flat(files)
                if path not in packages and not any(path.is_relative_to(f) for f in folders)
            ]
            for path in packages:
                from hall_app.publishing import taking

                _add(total, taking.import_package(
                    hall.store, vault, path, run.paths.trust, accepted=believed[path],
                    on_conflict=on_conflict, author=hall.author, dry_run=dry_run, progress=report,
                ))  # fmt: skip
            for path in folders:
                _add(
                    total,
                    content.load(
                        hall.store,
                        path,
                        content.Intake(vault, hall.workshop),
                        author=hall.author,
                        on_progress=report,
                        dry_run=dry_run,
                    ),
                )
            if loose:
                _add(total, _media(hall, vault, loose, dry_run=dry_run, report=report))
        _tell(total, as_json=json)


@contextmanager
def _vault(hall: Hall, *, dry_run: bool) -> Iterator[Vault]:
    """The hall's vault; for a dry run one that is thrown away, so that nothing is written."""
    if not dry_run:
        yield hall.vault
        return
    with TemporaryDirectory(prefix="hall-") as folder:
        yield Vault(Path(folder))


def _media(
    hall: Hall, vault: Vault, paths: list[Path], *, dry_run: bool, report: content.Progress
) -> content.Loaded:
    imported = media.import_files(
        hall.store, vault, hall.workshop, paths, author=hall.author, dry_run=dry_run,
        on_progress=lambda done, total, _last: report(done, total),
    )  # fmt: skip
    return content.Loaded(
        created=len(imported.new),
        unchanged=len(imported.known),
        refused=[Refusal(str(path), str(why)) for path, why in imported.refused.items()],
    )


def _tell(total: content.Loaded, *, as_json: bool) -> None:
    refused = [{"path": one.path, "reason": one.reason} for one in total.refused]
    if as_json:
        say_json({
            "created": total.created, "updated": total.updated, "unchanged": total.unchanged, "refused": refused,
        })  # fmt: skip
    else:
        say(f"{total.created} created, {total.updated} updated, {total.unchanged} unchanged")
        for one in total.refused:
            say(f"refused {one.path}: {one.reason}")
    if refused:
        raise typer.Exit(1)


def _add(total: content.Loaded, part: content.Loaded) -> None:
    total.created += part.created
    total.updated += part.updated
    total.unchanged += part.unchanged
    total.refused.extend(part.refused)


def _is_content(folder: Path) -> bool:
    return any((folder / kind).is_dir() for kind in content.FOLDERS)


def _flat(files: list[Path]) -> list[Path]:
    """Files as named, and every file below a folder of media."""
    return [
        inner
        for path in files
        for inner in (
            sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        )
    ]
