"""`hall verify PATH`: whether a package, bag or release is whole, and whose it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hall_app import bootstrap
from hall_app.cli.context import Context, say, say_json
from hall_app.cli.progress import progress
from hall_app.publishing.finding import Finding


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def verify(
        context: typer.Context,
        path: Annotated[
            Path, typer.Argument(help="A package, a bag (folder or zip) or a release.")
        ],
        trust: Annotated[
            str, typer.Option(help="The root key to believe, by its fingerprint.")
        ] = "",
        json: Annotated[bool, typer.Option("--json", help="Report as JSON.")] = False,
    ) -> None:
        """Check every byte and signature, and say what is wrong."""
        from hall_app.publishing.trust.home import TrustFolder
        from hall_app.publishing.verifying import verify as check

        run: Context = context.obj
        accepted = (trust,) if trust else ()
        with progress("Verifying") as report:
            verdict = check(
                path,
                TrustFolder(run.paths.trust).load(*accepted),
                now=bootstrap.now(),
                progress=report,
            )
        if json:
            say_json(
                {
                    "ok": verdict.ok,
                    "complete": verdict.complete,
                    "is_release": verdict.is_release,
                    "release": verdict.number,
                    "fingerprint": verdict.fingerprint,
                    "problems": [_plain(one) for one in verdict.problems],
                    "notes": [_plain(one) for one in verdict.notes],
                }
            )
        else:
            say(f"{path}: {'whole' if verdict.ok else 'not right'}")
            if verdict.ok and not verdict.is_release:
                say("  a valid bag, and no release of a hall")
            for one in (*verdict.problems, *verdict.notes):
                say(f"  {one.code}: {one.message} {one.path or one.ref}".rstrip())
        if not verdict.ok:
            raise typer.Exit(1)


def _plain(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "ref": finding.ref,
        "path": finding.path,
        "message": finding.message,
    }
