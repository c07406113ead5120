"""`hall proof ENTERPRISE OUT`: its pages and every word on them in one file, to be signed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.domain.text import LANGUAGES
from hall_app.errors import UsageError

if TYPE_CHECKING:
    from hall_app.bootstrap import Hall
    from hall_app.domain.records.enterprise import Enterprise
    from hall_app.publishing.proof.views import PageView


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def proof(
        context: typer.Context,
        ref: Annotated[str, typer.Argument(help="An enterprise, as enterprise:KEY.")],
        out: Annotated[Path, typer.Argument(help="The file: OUT.pdf or OUT.html.")],
        lang: Annotated[
            str, typer.Option(help="Of its headings: zh-Hans, zh-Hant or en.", metavar="L")
        ] = "",
        json: Annotated[bool, typer.Option("--json", help="Report as JSON.")] = False,
    ) -> None:
        """Write an enterprise's pages and every word on them as one file to be signed."""
        from hall_app import bootstrap
        from hall_app.publishing.proof import gathering, writing
        from hall_app.publishing.reading import day_of

        run: Context = context.obj
        writing.require_form(out)
        language = lang or str(run.settings.language)
        if language not in LANGUAGES:
            raise UsageError(
                f"No proof speaks “{language}”.", f"Write {', '.join(LANGUAGES)}.", subject=language
            )
        with run.hall(read_only=True) as hall:
            enterprise = gathering.enterprise_named(hall.store, ref)
            today = day_of(bootstrap.now())
            made = gathering.gather(hall.store, enterprise, language=language, today=today)
            writing.write(made, _views(hall, enterprise, language), out)
        size = out.stat().st_size
        if json:
            say_json({"path": str(out), "revision": made.revision, "bytes": size})
        else:
            say(f"path {out}, revision {made.revision}, bytes {size}")


def _views(hall: Hall, enterprise: Enterprise, language: str) -> tuple[PageView, ...]:
    """The enterprise's page on both screens in every language, drawn in memory."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from hall_app import bootstrap
    from hall_app.editing.tables.names import say as words
    from hall_app.kiosk import shots
    from hall_app.publishing.proof.gathering import opened_for
    from hall_app.publishing.proof.views import page_view
    from hall_app.publishing.reading import day_of
    from hall_app.publishing.working import WorkingRelease

    reader = WorkingRelease(
        hall.store, hall.vault, now=bootstrap.now, opened=opened_for(enterprise)
    )
    with tempfile.TemporaryDirectory(prefix="hall-proof-") as folder:
        taken = shots.render(reader, [enterprise.id], Path(folder), today=day_of(bootstrap.now()))
        views = []
        for shot in taken:
            shape = "landscape" if shot.size == shots.LANDSCAPE else "portrait"
            caption = words(
                "proof-page", language,
                shape=words(f"choice-Orientation-{shape}", language),
                tongue=words(f"language-{shot.language}", language),
            )  # fmt: skip
            views.append(page_view(shot.file, caption))
    return tuple(views)
