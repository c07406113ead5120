"""Whose packages to believe: the fingerprint that was given, or a yes at a prompt that shows it."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from hall_app import bootstrap
from hall_app.paths import Paths


def accepted(package: Path, paths: Paths, given: str) -> str:
    """The fingerprint to accept; empty where the home decides by itself.

    A person at a terminal is asked about a hall this home does not know; nobody else is.
    """
    if given or sys.stdin is None or not sys.stdin.isatty():
        return given
    from hall_app.publishing.trust.home import TrustFolder
    from hall_app.publishing.verifying import verify

    verdict = verify(package, TrustFolder(paths.trust).load(), now=bootstrap.now())
    if verdict.ok or not verdict.fingerprint:
        return ""
    typer.echo(f"{package} is signed by a hall this home does not know:\n  {verdict.fingerprint}")
    is_wanted = typer.confirm("Is this the fingerprint you were given, and do you trust it?")
    return verdict.fingerprint if is_wanted else ""
