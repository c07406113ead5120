"""`hall publish`: sign the library as it stands and show it in this home."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hall_app import bootstrap
from hall_app.cli.context import Context, say, say_json
from hall_app.cli.passphrase import ask
from hall_app.cli.progress import progress


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def publish(
        context: typer.Context,
        note: Annotated[str, typer.Option(help="What this release is about.")] = "",
        passphrase_file: Annotated[
            Path | None, typer.Option(help="A file that holds the passphrase.", metavar="F")
        ] = None,
        json: Annotated[bool, typer.Option("--json", help="Report as JSON.")] = False,
    ) -> None:
        """Publish the library as the next release, signed with the hall's keys."""
        from hall_app.publishing import preflight
        from hall_app.publishing.publication import has_published
        from hall_app.publishing.publication import publish as publish_release
        from hall_app.publishing.releases import ReleasesFolder
        from hall_app.publishing.trust.founding import found_or_open
        from hall_app.publishing.trust.home import TrustFolder

        run: Context = context.obj
        with run.hall() as hall, progress("Publishing") as report:
            preflight.refuse_what_blocks(hall.store, hall.vault, today=bootstrap.now())
            trust = TrustFolder(run.paths.trust)
            keyring = found_or_open(
                trust,
                run.paths.keys,
                ask(run.paths.keys, passphrase_file),
                has_published=has_published(hall.store),
                now=bootstrap.now(),
            )
            release = publish_release(
                hall.store, hall.vault, ReleasesFolder(run.paths.releases), trust, keyring,
                now=bootstrap.now(), note=note, author=hall.author, progress=report,
            )  # fmt: skip
            fingerprint = trust.load().fingerprint
        folder = ReleasesFolder(run.paths.releases).path(release.manifest.number)
        if json:
            say_json(
                {"number": release.manifest.number, "path": str(folder), "fingerprint": fingerprint}
            )
        else:
            say(f"Release {release.manifest.number} in {folder}; root key {fingerprint}")
