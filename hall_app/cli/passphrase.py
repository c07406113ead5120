"""The passphrase of the hall's keys: from a file, the environment, or a prompt; never kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from hall_app.errors import UsageError

VARIABLE = "HALL_PASSPHRASE"


def ask(keys: Path, file: Path | None) -> str:
    """The passphrase; typed twice where keys are made with it.

    Raises:
        UsageError: There is none and nobody to ask.
    """
    if file is not None:
        try:
            return file.read_text("utf-8").rstrip("\r\n")
        except OSError as problem:
            raise UsageError(
                f"{file} cannot be read: {problem.strerror}.", subject=str(file)
            ) from problem
        except UnicodeDecodeError as problem:
            raise UsageError(
                f"{file} holds no text in UTF-8.",
                "Write the passphrase into it as plain text.",
                subject=str(file),
            ) from problem
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
