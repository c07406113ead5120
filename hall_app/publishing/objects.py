"""A folder of objects, each a file under the SHA-256 of its bytes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path

from hall_app.errors import PackageRefused
from hall_app.publishing.disk import aside, spoken
from hall_app.publishing.hashtree import DOCUMENT_MOST_BYTES
from hall_app.store.codec import Document

OBJECT_NAME = re.compile(r"[0-9a-f]{64}")


class ObjectFolder:
    """Objects by the hash of their bytes; under a final name there is all of one or nothing.

    New objects are written only into a release folder that is still aside, and made durable with it.

    Args:
        folder: Made when the first object comes in.
        earlier: Folders on the same disk that may hold an object already; it is linked, not copied.
    """

    def __init__(self, folder: Path, *earlier: Path) -> None:
        self.folder = folder
        self.written: list[str] = []
        self._earlier = earlier

    def path(self, name: str) -> Path:
        """Where the object of that hash lies, or would lie."""
        if OBJECT_NAME.fullmatch(name) is None:
            raise damaged_object(name)
        return self.folder / name

    def has(self, name: str) -> bool:
        return self.path(name).is_file()

    def read(self, name: str) -> bytes:
        """The bytes of a document.

        Raises:
            PackageRefused: It is missing, too large for a document, or not what its name says.
        """
        path = self.path(name)
        with spoken(path):
            if not path.is_file() or path.stat().st_size > DOCUMENT_MOST_BYTES:
                raise damaged_object(name)
            data = path.read_bytes()
        if sha256(data).hexdigest() != name:
            raise damaged_object(name)
        return data

    def verify(self, name: str) -> bool:
        """Whether an object of any size is there and whole."""
        path = self.path(name)
        with spoken(path):
            if not path.is_file():
                return False
            with path.open("rb") as file:
                return file_digest(file, "sha256").hexdigest() == name

    def put(self, data: bytes) -> str:
        """Keep a document and return its hash; what is there already is not written again."""
        name = sha256(data).hexdigest()
        path = self.path(name)
        if not path.exists() and not self.link_earlier(name):
            with aside(path, is_durable=False) as part, spoken(path):
                part.write_bytes(data)
            self.written.append(name)
        return name

    def adopt(self, name: str, source: Path) -> None:
        """Take in a file that is already named by its hash elsewhere on this machine."""
        path = self.path(name)
        if path.exists() or self.link_earlier(name):
            return
        if not _link(source, path):
            with aside(path, is_durable=False) as part, spoken(source):
                shutil.copyfile(source, part)
        self.written.append(name)

    def link_earlier(self, name: str) -> bool:
        """Take an object over from an earlier folder, which was verified when it was made."""
        for folder in self._earlier:
            source = folder / name
            if source.is_file():
                path = self.path(name)
                if not _link(source, path):
                    with aside(path, is_durable=False) as part, spoken(source):
                        shutil.copyfile(source, part)
                return True
        return False

    def __iter__(self) -> Iterator[str]:
        """Every name that has an object, sorted."""
        with spoken(self.folder):
            names = [path.name for path in self.folder.iterdir()] if self.folder.is_dir() else []
        return iter(sorted(name for name in names if OBJECT_NAME.fullmatch(name)))


def damaged_object(name: str) -> PackageRefused:
    """The refusal of an object that is missing or not what its name says."""
    error = PackageRefused(
        f"The object {name[:12]} of the release is missing or damaged.",
        "Copy the release again from where it came.",
        subject=name,
    )
    error.code = "object-damaged"
    return error


def _link(source: Path, path: Path) -> bool:
    """Give the same file a second name; some disks and sticks cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.hardlink_to(source)
    except FileExistsError:
        return True
    except OSError:
        return False
    return True


def named_files(document: Document) -> tuple[str, ...]:
    """The hashes of the files that a record's document names."""
    if document.get("kind") != "media":
        return ()
    parts = (document, *document.get("renditions", ()), *document.get("tracks", ()))
    return tuple(dict.fromkeys(part["sha256"] for part in parts if part.get("sha256")))
