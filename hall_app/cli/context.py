"""What every command is handed: the home, its settings, and how to speak."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import typer

from hall_app import settings
from hall_app.paths import Paths

if TYPE_CHECKING:
    from hall_app.bootstrap import Hall

LOGIN = "HALL_LOGIN"


@dataclass
class Context:
    """One run of one command."""

    paths: Paths

    @cached_property
    def settings(self) -> settings.Settings:
        """The home's settings; read once."""
        return settings.load_settings(self.paths.settings, os.environ)

    @contextmanager
    def hall(self, *, read_only: bool = False) -> Iterator[Hall]:
        """The home's hall, open for the block; whoever the environment names is at work in it."""
        from hall_app import bootstrap

        with bootstrap.open_hall(self.paths, self.settings, read_only=read_only) as hall:
            login = os.environ.get(LOGIN, "")
            if login and not read_only and not hall.store.permit.is_open:
                from hall_app.cli.passphrase import ask_password
                from hall_app.editing import accounts

                accounts.sign_in(hall.store, login, ask_password(login))
            yield hall


def say(words: str) -> None:
    """One line for a person."""
    typer.echo(words)


def say_json(value: Any) -> None:
    """One JSON value for a program."""
    from hall_app.store.codec import canonical_json

    typer.echo(canonical_json(value).decode())
