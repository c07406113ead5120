"""`hall bench [NAME…]`: where speed is claimed, ours beside the peer's in one run."""

from __future__ import annotations

from typing import Annotated

import typer

from hall_app.cli.context import Context, say, say_json


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def bench(
        context: typer.Context,
        names: Annotated[
            list[str] | None, typer.Argument(help="Which; all by default.", metavar="NAME…")
        ] = None,
        install_peers: Annotated[
            bool, typer.Option("--install-peers", help="Install the peers on Debian.")
        ] = False,
        json: Annotated[bool, typer.Option("--json", help="Rows as JSON.")] = False,
    ) -> None:
        """Measure, in turn and several times, ours and what a user would pick instead."""
        from hall_app.bench import suite
        from hall_app.bench.row import plain

        run: Context = context.obj
        rows = suite.run(
            names or [],
            run.paths.cache / "bench",
            with_peers=install_peers,
            tell=None if json else say,
        )
        if json:
            say_json([plain(row) for row in rows])
        if any(row.ok is False for row in rows):
            raise typer.Exit(1)
