"""Pictures that cells name by their file beside the table: looked at now, taken in with the rows."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.editing.tables.directory import Directory
from hall_app.editing.tables.faults import BadCell
from hall_app.media.refusal import Refusal
from hall_app.media.workshop import Workshop


class Pictures:
    """Finds files below one folder, and only there; the same bytes are the same medium.

    Attributes:
        coming: The files that are not in the library yet, with the ids they go by in the plan.
    """

    def __init__(
        self, directory: Directory, folder: Path | None, workshop: Workshop | None
    ) -> None:
        self._directory = directory
        self._folder = folder.resolve() if folder else None
        self._workshop = workshop
        self._found: dict[Path, RecordId | Refusal] = {}
        self._known: dict[str, RecordId] = {}
        self.coming: dict[Path, RecordId] = {}

    def find(self, token: str, new_id: str) -> RecordId | None:
        """The medium of a file named in a cell; None where there is no such file.

        Raises:
            BadCell: The file is not taken.
        """
        path = self._path(token)
        if path is None or self._workshop is None:
            return None
        if path not in self._found:
            self._found[path] = self._medium(path, RecordId(new_id), self._workshop)
        found = self._found[path]
        if isinstance(found, Refusal):
            raise BadCell("picture", value=token, why=str(found))
        return found

    def _path(self, token: str) -> Path | None:
        if self._folder is None or "\0" in token:
            return None
        try:
            path = (self._folder / token.replace("\\", "/")).resolve()
            is_here = path.is_relative_to(self._folder) and path.is_file()
        except OSError:  # a name too long for the disk is no file
            return None
        return path if is_here else None

    def _medium(self, path: Path, new_id: RecordId, workshop: Workshop) -> RecordId | Refusal:
        if not self._known:
            self._known = {
                record.sha256: record.id
                for record in self._directory.records(Kind.MEDIA)
                if isinstance(record, Media)
            }
        try:
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            if sha256 not in self._known:
                # A drawing is kept as it was cleaned, so its name is that of the cleaned bytes.
                examination = workshop.examine(path)
                if examination.cleaned is not None:
                    sha256 = hashlib.sha256(examination.cleaned).hexdigest()
        except Refusal as refusal:
            return refusal.named(path.name)
        if sha256 not in self._known:
            self._known[sha256] = self.coming[path] = new_id
        return self._known[sha256]
