"""Keeping what a person chose in the desk, in the home's settings file."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields
from pathlib import Path

from hall_app.publishing.disk import write
from hall_app.settings import Settings


def keep(file: Path, before: Settings, after: Settings) -> None:
    """Write what changed into the settings, beside whatever stands there.

    Raises:
        DiskFull, MachineFailed: As said.
    """
    held = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    held |= {
        one.name: value
        for one in fields(Settings)
        if (value := getattr(after, one.name)) != getattr(before, one.name)
    }
    # Every setting is a plain word, number or flag, which JSON writes as TOML does.
    lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in held.items())
    write(file, "".join(lines).encode())
