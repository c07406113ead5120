"""The files of a package that is still one zip: hashed once, compared with its manifests, then read."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import BinaryIO

from hall_app.errors import PackageRefused
from hall_app.publishing import bag_tags, package
from hall_app.publishing.archive import Archive, refused_archive
from hall_app.publishing.hashtree import DOCUMENT_MOST_BYTES
from hall_app.publishing.objects import damaged_object
from hall_app.publishing.package import Carries
from hall_app.publishing.progress import Progress
from hall_app.publishing.trust.verification import METADATA_MOST_BYTES

_INFO_MOST_BYTES = 64 * 1024


class PackageFiles:
    """A release inside a package; made only where the bag around it is right to the last byte.

    Attributes:
        payload: The hash of each file under `data/`, by path.
        carries: What the package says it carries.
    """

    def __init__(self, archive: Archive, progress: Progress) -> None:
        self._archive = archive
        self.carries = _carries(archive)
        self.payload = self._hashes(progress)

    @property
    def metadata_names(self) -> set[str]:
        return self._names(package.METADATA)

    @property
    def object_names(self) -> set[str]:
        return self._names(package.OBJECTS)

    def metadata(self, name: str) -> bytes | None:
        path = package.METADATA + name
        return self._archive.read(path, METADATA_MOST_BYTES) if path in self.payload else None

    def read(self, name: str) -> bytes:
        if not self.has(name):
            raise damaged_object(name)
        data = self._archive.read(package.OBJECTS + name, DOCUMENT_MOST_BYTES)
        if sha256(data).hexdigest() != name:
            raise damaged_object(name)  # it changed since it was hashed
        return data

    def has(self, name: str) -> bool:
        return package.OBJECTS + name in self.payload

    def size(self, name: str) -> int:
        return self._archive.entries[package.OBJECTS + name].size

    def open(self, name: str) -> BinaryIO:
        return io.BytesIO(self.read(name))

    def starts_with(self, name: str, beginnings: tuple[bytes, ...]) -> bool:
        """Whether the first bytes of an object are any of these."""
        head = self._archive.head(package.OBJECTS + name)
        return head.lstrip().startswith(beginnings)

    def verify(self, name: str) -> bool:
        """True for what is there: everything was hashed at the beginning."""
        return self.has(name)

    def copy(self, name: str, target: BinaryIO) -> None:
        """Copy an object out, hashing it again on its way."""
        if self._archive.copy(package.OBJECTS + name, target) != name:
            raise damaged_object(name)

    def _names(self, folder: str) -> set[str]:
        return {p.removeprefix(folder) for p in self.payload if p.startswith(folder)}

    def _hashes(self, progress: Progress) -> dict[str, str]:
        """Hash every entry, and refuse manifests that are not exactly those of the hashes."""
        done, total = 0, self._archive.content_bytes

        def advance(count: int) -> None:
            nonlocal done
            done += count
            progress(done, total)

        hashes: dict[str, str] = {}
        for path in self._archive.entries:
            hashes[path] = self._archive.copy(path, None, advance)
            if path.startswith(package.OBJECTS) and not path.endswith(hashes[path]):
                raise damaged_object(path.removeprefix(package.OBJECTS))
        payload = {path: name for path, name in hashes.items() if path.startswith("data/")}
        tagged = {path: hashes.get(path, "") for path in _TAGGED}
        for path, wanted in ((bag_tags.MANIFEST, payload), (bag_tags.TAG_MANIFEST, tagged)):
            data = bag_tags.manifest(wanted)
            if self._archive.read(path, len(data)) != data:
                raise refused_archive(f"its files are not those of {path}", path)
        return payload


_TAGGED = (bag_tags.INFO, bag_tags.BAGIT, bag_tags.MANIFEST)


def _carries(archive: Archive) -> Carries:
    """Read what `bag-info.txt` says of the package.

    Raises:
        PackageRefused: It is of a newer format than this program knows.
    """
    lines = archive.read(bag_tags.INFO, _INFO_MOST_BYTES).decode(errors="replace").splitlines()
    fields = dict(line.split(": ", 1) for line in lines if ": " in line)
    stated = fields.get(bag_tags.FORMAT, "")
    if stated.isdecimal() and int(stated) > package.FORMAT:
        error = PackageRefused(
            f"The package has format {stated}; this program reads up to {package.FORMAT}.",
            "Open it with a newer program.",
        )
        error.code = "format-too-new"
        raise error
    return Carries.parse(fields.get(bag_tags.CARRIES, ""))
