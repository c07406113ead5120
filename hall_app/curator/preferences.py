"""Keeping what a person chose in the desk, in the home's settings file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from hall_app.publishing.disk import write
from hall_app.settings import Settings

_KEPT = (
    "language", "appearance", "author", "scale", "toured", "idle_seconds", "backup_folder",
    "backup_hour", "backup_daily", "backup_weekly", "backup_monthly", "backup_lock",
)  # fmt: skip


def keep(file: Path, settings: Settings) -> None:
    """Write what the desk may set into the settings, beside whatever stands there.

    Raises:
        DiskFull, MachineFailed: As said.
    """
    held = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    fresh = Settings()
    held |= {
        name: value
        for name in _KEPT
        if (value := getattr(settings, name)) != getattr(fresh, name) or name in held
    }
    # Every setting is a plain word, number or flag, which JSON writes as TOML does.
    lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in held.items())
    write(file, "".join(lines).encode())
