"""The releases of a home: one folder each, and a pointer to the one that is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from hall_app.errors import NotFound
from hall_app.publishing.disk import spoken, write

_POINTER = "current.json"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which release is shown, and which was shown before it."""

    number: int
    previous: int | None = None


@dataclass(frozen=True, slots=True)
class ReleasesFolder:
    """`1/`, `2/`, … and `current.json`; a folder under its number is whole and verified.

    The pointer is replaced at once, so that a screen shows one release or the other.
    """

    folder: Path

    def numbers(self) -> tuple[int, ...]:
        """The releases that are here, in order."""
        with spoken(self.folder):
            names = [path.name for path in self.folder.glob("[0-9]*") if path.is_dir()]
        return tuple(sorted(int(name) for name in names if name.isdecimal()))

    def path(self, number: int) -> Path:
        """Where the release of that number lies, or would lie."""
        return self.folder / str(number)

    def current(self) -> Pointer | None:
        """What the pointer says; None where nothing has been shown yet.

        A damaged pointer points at the newest release: a screen is not black for want of a note.
        """
        try:
            return self._pointer()
        except (ValueError, KeyError, TypeError):
            numbers = self.numbers()
            return Pointer(numbers[-1]) if numbers else None

    @property
    def is_pointer_damaged(self) -> bool:
        """Whether the pointer cannot be read; showing a release writes it anew."""
        try:
            self._pointer()
        except (ValueError, KeyError, TypeError):
            return True
        return False

    def current_folder(self) -> Path | None:
        """The folder of the release that is shown."""
        pointer = self.current()
        return None if pointer is None else self.path(pointer.number)

    def show(self, number: int) -> None:
        """Point at a release that is here; the one shown before is kept for a return.

        Raises:
            NotFound: It is not here.
        """
        if not self.path(number).is_dir():
            raise NotFound(
                f"Release {number} is not here.", "Install its package first.", code="release-none"
            )
        if self.is_pointer_damaged:
            before = max((other for other in self.numbers() if other < number), default=None)
        else:
            pointer = self.current()
            before = None if pointer is None else pointer.number
        if before == number:
            return
        plain = {"number": number, "previous": before}
        write(self.folder / _POINTER, json.dumps(plain).encode())

    def _pointer(self) -> Pointer | None:
        path = self.folder / _POINTER
        with spoken(path):
            if not path.is_file():
                return None
            plain = json.loads(path.read_bytes())
        previous = plain.get("previous")
        return Pointer(int(plain["number"]), None if previous is None else int(previous))
