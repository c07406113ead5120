"""The hall's own content with a stroke of the pen in place of each medium, quick to take in."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from hall_app import resources
from hall_app.editing import content
from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from hall_app.store.store import Store

STROKE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h9v9z"/></svg>'
CUES = "WEBVTT\n\n00:00.000 --> 00:01.000\n丝\n"


def copy_content(to: Path) -> Path:
    """The content files, whole, beside media of a few bytes."""
    shutil.copytree(
        resources.content(), to, ignore=shutil.ignore_patterns("*.svg", "*.mp4", "*.vtt")
    )
    for path in (to / "media").glob("*.yaml"):
        medium = yaml.safe_load(path.read_text("utf-8"))
        (path.parent / medium["file"]).write_text(STROKE, "utf-8")
        for track in medium.get("tracks", []):
            (path.parent / track["file"]).write_text(CUES, "utf-8")
    return to


def load(store: Store, folder: Path, vault: Vault) -> content.Loaded:
    """Take a folder in with a reader of its own."""
    with Workshop(fonts=None, readers=1) as workshop:
        return content.load(store, folder, content.Intake(vault, workshop))
