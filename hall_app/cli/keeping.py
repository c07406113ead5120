"""`hall backup` and `hall restore`: a checked copy in a second place, and back from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from hall_app import bootstrap
from hall_app.cli.context import Context, say
from hall_app.cli.passphrase import ask_for_backup, from_file
from hall_app.cli.progress import progress
from hall_app.editing import keeping
from hall_app.editing.nightly import making, restoring
from hall_app.editing.nightly.place import Place
from hall_app.editing.nightly.plan import Plan, is_due
from hall_app.editing.nightly.sealing import Lock
from hall_app.errors import UsageError

_FILE_HELP = "A file with the passphrase that seals, or opens, the backup."


def register(app: typer.Typer) -> None:
    """Add the commands."""

    @app.command()
    def backup(
        context: typer.Context,
        to: Annotated[
            Path | None, typer.Argument(help="A folder in a second place.", metavar="DIR")
        ] = None,
        nightly: Annotated[
            bool,
            typer.Option(
                "--nightly",
                help="Make the night's backup if it is due: verified, and old ones thinned out.",
            ),
        ] = False,
        passphrase_file: Annotated[Path | None, typer.Option(help=_FILE_HELP)] = None,
    ) -> None:
        """Copy the library with its media, trust and keys, live and checked."""
        run: Context = context.obj
        if nightly:
            _back_up_for_the_night(run, to, passphrase_file)
            return
        if passphrase_file is not None:
            raise UsageError("Only “--nightly” seals backups.", "Add “--nightly”.")
        with run.hall() as hall, progress("Copying") as report:
            folder = keeping.back_up(
                hall.store, run.paths, to or run.paths.backups, on_progress=report
            )
        say(f"{folder}")

    @app.command()
    def restore(
        context: typer.Context,
        source: Annotated[
            Path, typer.Argument(help="A backup, or the folder it lies in.", metavar="BACKUP")
        ],
        passphrase_file: Annotated[Path | None, typer.Option(help=_FILE_HELP)] = None,
    ) -> None:
        """Bring a backup back into a home that has no library."""
        run: Context = context.obj
        found = restoring.backup_at(source)
        words = ask_for_backup(passphrase_file) if restoring.needs_passphrase(found) else ""
        with progress("Restoring") as report:
            restoring.bring_back(
                found, run.paths, bootstrap.open_store,
                passphrase=words, author=run.settings.author, on_progress=report,
            )  # fmt: skip
        say(f"{run.paths.library}")


def _back_up_for_the_night(run: Context, to: Path | None, passphrase_file: Path | None) -> None:
    plan = Plan.of(run.settings)
    if to is not None:
        plan = replace(plan, folder=to)
    if passphrase_file is not None:
        plan = replace(plan, lock=Lock.made(from_file(passphrase_file)).words)
    now = bootstrap.now().astimezone()
    newest = Place(plan.folder).newest() if plan.folder and plan.folder.is_dir() else None
    if newest and not is_due(newest.made_at, now, plan.hour):
        say(f"{newest.path}: made already")
        return
    with progress("Copying") as report:
        made = making.back_up(run.paths, plan, bootstrap.open_store, now=now, on_progress=report)
    say(f"{made.kept.path}")
    say(f"{made.records} records, {made.media} media, {made.copied} of them new; found sound")
    if not made.holds_keys:
        say("The keys are not in it: backups without a passphrase hold none.")
    if made.lost:
        say(f"{made.lost} media are missing in the hall itself; see “hall doctor”.")
