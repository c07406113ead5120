"""Secrets a command needs: from a file, the environment, or a prompt; never kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from hall_app.errors import UsageError

VARIABLE = "HALL_PASSPHRASE"
PASSWORD = "HALL_PASSWORD"  # noqa: S105 (the name of a variable)


def ask(keys: Path, file: Path | None) -> str:
    """The passphrase; typed twice where keys are made with it.

    Raises:
        UsageError: There is none and nobody to ask.
    """
    if file is not None:
        return from_file(file)
    if words := os.environ.get(VARIABLE):
        return words
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(
            "Publishing needs the passphrase of the hall's keys.",
            f"Give it with --passphrase-file or in {VARIABLE}.",
        )
    from hall_app.publishing.trust.keys import has_keys

    words = typer.prompt(
        "Passphrase of the hall's keys", hide_input=True, confirmation_prompt=not has_keys(keys)
    )
    return str(words)


def ask_for_backup(file: Path | None) -> str:
    """The passphrase that a backup was sealed with.

    Raises:
        UsageError: There is none and nobody to ask.
    """
    if file is not None:
        return from_file(file)
    _need_somebody("This backup is sealed with a passphrase.", "Give it with --passphrase-file.")
    return str(typer.prompt("Passphrase of the backup", hide_input=True, err=True))


def ask_password(login: str) -> str:
    """The password of a person who says who they are.

    Raises:
        UsageError: There is none and nobody to ask.
    """
    if words := os.environ.get(PASSWORD):
        return words
    _need_somebody(f"{login} needs a password.", f"Give it in {PASSWORD}.")
    return str(typer.prompt(f"Password of {login}", hide_input=True, err=True))


def ask_new_password(login: str, file: Path | None) -> str:
    """A password for somebody, typed twice.

    Raises:
        UsageError: There is none and nobody to ask.
    """
    if file is not None:
        return from_file(file)
    _need_somebody(f"{login} needs a new password.", "Give it with --password-file.")
    words = typer.prompt(
        f"New password of {login}", hide_input=True, confirmation_prompt=True, err=True
    )
    return str(words)


def _need_somebody(what: str, remedy: str) -> None:
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(what, remedy)


def from_file(file: Path) -> str:
    """The secret in a file, without the end of its line.

    Raises:
        UsageError: It cannot be read, or is no text.
    """
    try:
        return file.read_text("utf-8").rstrip("\r\n")
    except OSError as problem:
        raise UsageError(
            f"{file} cannot be read: {problem.strerror}.", subject=str(file)
        ) from problem
    except UnicodeDecodeError as problem:
        raise UsageError(
            f"{file} holds no text in UTF-8.",
            "Write the words into it as plain text.",
            subject=str(file),
        ) from problem
