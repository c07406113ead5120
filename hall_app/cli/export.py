"""`hall export OUT`: the newest release as one package, or the library as content files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.cli.progress import progress
from hall_app.domain.kinds import Kind
from hall_app.editing import content_writer, diary
from hall_app.errors import NotFound, UsageError


class Form(StrEnum):
    """What an export is written as."""

    HALL = "hall"
    CONTENT = "content"


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def export(
        context: typer.Context,
        out: Annotated[
            Path, typer.Argument(help="The package, the workbook (.xlsx), or the content folder.")
        ],
        form: Annotated[
            Form, typer.Option("--as", help="A .hall package, or content files.")
        ] = Form.HALL,
        kind: Annotated[
            list[Kind] | None, typer.Option(help="For a workbook: which kinds; none means all.")
        ] = None,
        only: Annotated[str, typer.Option(help="gallery:KEY,… only these galleries.")] = "",
        light: Annotated[bool, typer.Option("--light", help="Without media.")] = False,
        json: Annotated[bool, typer.Option("--json", help="Report as JSON.")] = False,
    ) -> None:
        """Write what has been published as one file, or the library as a workbook or files."""
        run: Context = context.obj
        galleries = tuple(_gallery(name) for name in only.split(",")) if only else ()
        summary: dict[str, object]
        if out.suffix.lower() == ".xlsx":
            summary = _workbook(run, out, kind or list(Kind))
        elif form is Form.CONTENT:
            if out.resolve() == run.paths.home.resolve():
                raise UsageError(
                    f"“{out}” is the hall's own folder.", "Name another one.", subject=str(out)
                )
            with run.hall(read_only=True) as hall:
                count = content_writer.dump(hall.store, out, hall.vault)
            summary = {"path": str(out), "records": count}
        else:
            summary = _package(run, out, galleries=galleries, is_light=light)
        _tell(run, out)
        if json:
            say_json(summary)
        else:
            say(", ".join(f"{name} {value}" for name, value in summary.items()))


def _workbook(run: Context, out: Path, kinds: list[Kind]) -> dict[str, object]:
    from hall_app.publishing.spreadsheet.export import export

    with run.hall(read_only=True) as hall, progress("Exporting") as report:
        count = export(
            hall.store, out, kinds=kinds, language=run.settings.language, on_progress=report
        )
    return {"path": str(out), "records": count}


def _tell(run: Context, out: Path) -> None:
    """Enter the export into the audit log, where the library keeps people."""
    if not run.paths.library.is_file():
        return
    with run.hall(read_only=True) as hall:
        keeps_people = not hall.store.permit.is_open
    if keeps_people:
        with run.hall() as hall:
            diary.tell_if_kept(hall.store, "exported", author=hall.author, subject=out.name)


def _package(
    run: Context, out: Path, *, galleries: tuple[str, ...], is_light: bool
) -> dict[str, object]:
    from hall_app.publishing.package import Carries, write_package
    from hall_app.publishing.released import ReleaseFolder, open_release
    from hall_app.publishing.releases import ReleasesFolder
    from hall_app.publishing.trust.home import TrustFolder

    folder = ReleasesFolder(run.paths.releases).current_folder()
    if folder is None:
        raise NotFound("Nothing has been published here yet.", "Publish first with “hall publish”.")
    release = open_release(ReleaseFolder(folder), TrustFolder(run.paths.trust).load(), at=None)
    carries = Carries(is_light=is_light, galleries=galleries)
    with progress("Exporting") as report:
        path = write_package(release, out, carries=carries, progress=report)
    return {"path": str(path), "release": release.manifest.number, "bytes": path.stat().st_size}


def _gallery(name: str) -> str:
    kind, colon, slug = name.partition(":")
    if kind != "gallery" or not colon:
        raise UsageError(
            f"“{name}” is no gallery:KEY.", "Write --only gallery:craft,gallery:brand."
        )
    return slug
