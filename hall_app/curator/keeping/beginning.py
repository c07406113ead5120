"""A home without a hall gets one: asked for, made with its progress on the screen, or asked again."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from hall_app import bootstrap
from hall_app.curator.first_run import FirstRun, Work, done, from_content
from hall_app.curator.keeping.welcome import Beginning, Origin, Welcome
from hall_app.curator.preferences import keep
from hall_app.domain.text import LANGUAGES
from hall_app.editing.nightly import restoring
from hall_app.kiosk.words import WordTable
from hall_app.paths import Paths
from hall_app.resources import asset
from hall_app.settings import Settings, load_settings


def welcome(paths: Paths, settings: Settings) -> Settings | None:
    """Ask where the hall comes from until it is there; the settings it then has, None for leaving."""
    while True:
        asking = Welcome(settings)
        asking.exec()
        beginning = asking.beginning
        asking.deleteLater()
        if beginning is None:
            return None
        settings = beginning.settings
        if done(begin(paths, beginning)):
            # A backup brings the settings of its hall.
            held = load_settings(paths.settings, os.environ)
            chosen = replace(
                held, language=settings.language, author=settings.author or held.author
            )
            keep(paths.settings, held, chosen)
            return chosen


def begin(paths: Paths, beginning: Beginning) -> FirstRun:
    """The window that makes the hall a person chose; not started yet."""
    settings = beginning.settings
    match beginning.origin:
        case Origin.SAMPLE:
            return FirstRun(settings, from_content(paths, settings))
        case Origin.EMPTY:
            return FirstRun(settings, partial(_make_empty, paths, settings), "first-run-empty")
        case Origin.BACKUP:
            return FirstRun(settings, _from_backup(paths, beginning), "first-run-restore")


def _make_empty(paths: Paths, settings: Settings, _on_progress: object) -> None:
    table = WordTable.load(asset("i18n", "desk"))
    titles = {language: table.say("new-hall", language) for language in LANGUAGES}
    bootstrap.make_empty_library(paths, titles, author=settings.author)


def _from_backup(paths: Paths, beginning: Beginning) -> Work:
    def work(on_progress: Callable[[int, int], None]) -> None:
        assert beginning.backup is not None  # the welcome begins none without one
        restoring.bring_back(
            beginning.backup, paths, bootstrap.open_store, passphrase=beginning.passphrase,
            author=beginning.settings.author, on_progress=on_progress,
        )  # fmt: skip

    return work
