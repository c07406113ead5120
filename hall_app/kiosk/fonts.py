"""The hall's own typefaces, given to Qt from the program's files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from hall_app.errors import MachineFailed

_loaded: set[Path] = set()


def load_fonts(folder: Path) -> None:
    """Register every face of a folder once in this process.

    Raises:
        MachineFailed: A face is missing or damaged; without it Chinese would be boxes.
    """
    faces = sorted(folder.glob("*.ttf"))
    if not faces:
        raise MachineFailed(f"No typeface in {folder}.", "Install the program again.")
    for face in faces:
        if face in _loaded:
            continue
        if QFontDatabase.addApplicationFont(str(face)) < 0:
            raise MachineFailed(
                f"The typeface {face.name} is damaged.", "Install the program again."
            )
        _loaded.add(face)
