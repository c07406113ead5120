"""The command line itself: the global options, and failures in words with an exit status."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from hall_app import __version__
from hall_app.cli.commands import Commands
from hall_app.cli.context import Context
from hall_app.cli.desk import open_desk
from hall_app.errors import HallError, UsageError
from hall_app.paths import Paths

_JSON = "--json"

app = typer.Typer(
    name="hall",
    cls=Commands,
    help="品牌南海館: curators edit, visitors touch, packages travel.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def main() -> None:
    """Run the command line and end the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        _refuse_what_is_no_text(sys.argv[1:])
        app()
    except HallError as problem:
        _end(problem)
    except OSError as problem:
        from hall_app.store.connection import machine_failure

        # Files are named; what has no name is the stream that the words go to.
        _end(machine_failure(problem, Path(problem.filename or "the program's output")))


def _refuse_what_is_no_text(words: list[str]) -> None:
    """Refuse a word that is no UTF-8, unless it is the name of a file."""
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError as problem:
            if not os.path.lexists(word):
                shown = word.encode("utf-8", "replace").decode()
                raise UsageError(
                    f"“{shown}” is no text in UTF-8.", "Type it again.", subject=shown
                ) from problem


def _end(problem: HallError) -> None:
    print(f"hall: {problem}", file=sys.stderr)  # noqa: T201 (the words a person reads)
    if _JSON in sys.argv:
        error = {
            "code": problem.code,
            "what": problem.what,
            "remedy": problem.remedy,
            "subject": problem.subject,
        }
        print(json.dumps({"error": error}, ensure_ascii=False))  # noqa: T201 (what a program reads)
    sys.exit(problem.exit_status)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(help="Where the library, keys, cache and logs live.", metavar="DIR"),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Say the version and end.")] = False,
) -> None:
    """Open the desk, or run the command that is named."""
    if version:
        typer.echo(__version__)
        raise typer.Exit
    try:
        paths = Paths.of(home)
    except RuntimeError as problem:  # a ~ that leads to nobody
        raise UsageError(
            f"The home cannot be found: {problem}.", "Name its folder with --home."
        ) from problem
    context.obj = Context(paths)
    if context.invoked_subcommand is None:
        open_desk(context.obj)
