"""A signed release as it lies somewhere: its metadata, its manifest, its records and their files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, Protocol

import msgspec

from hall_app.domain.ids import is_id, is_slug
from hall_app.domain.kinds import Kind
from hall_app.errors import PackageRefused
from hall_app.publishing import hashtree
from hall_app.publishing.disk import spoken
from hall_app.publishing.manifest import Manifest
from hall_app.publishing.objects import OBJECT_NAME, ObjectFolder, damaged_object, named_files
from hall_app.publishing.trust.verification import (
    METADATA_MOST_BYTES,
    SignedManifest,
    Trust,
    verify_metadata,
)
from hall_app.store.codec import Document, from_document, read_json, to_document

OBJECTS = "objects"
METADATA = "metadata"


class ReleaseFiles(Protocol):
    """Where a release lies: a folder, or a package that is still one file."""

    def metadata(self, name: str) -> bytes | None: ...

    def read(self, name: str) -> bytes:
        """A document by its hash, proved to be it."""
        ...

    def has(self, name: str) -> bool: ...

    def size(self, name: str) -> int: ...

    def open(self, name: str) -> BinaryIO: ...

    def verify(self, name: str) -> bool:
        """Whether the object is there and whole."""
        ...


class ReleaseFolder:
    """A release in a folder, as it is published and installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.objects = ObjectFolder(folder / OBJECTS)

    def metadata(self, name: str) -> bytes | None:
        path = self.folder / METADATA / name
        with spoken(path):
            if not path.is_file():
                return None
            with path.open("rb") as file:
                return file.read(METADATA_MOST_BYTES + 1)

    def read(self, name: str) -> bytes:
        return self.objects.read(name)

    def has(self, name: str) -> bool:
        return self.objects.has(name)

    def size(self, name: str) -> int:
        try:
            found = self.objects.path(name).stat()
        except (FileNotFoundError, NotADirectoryError):
            raise damaged_object(name) from None
        if not S_ISREG(found.st_mode):
            raise damaged_object(name)
        return found.st_size

    def open(self, name: str) -> BinaryIO:
        path = self.objects.path(name)
        with spoken(path):
            return path.open("rb")

    def verify(self, name: str) -> bool:
        return self.objects.verify(name)


@dataclass(frozen=True, slots=True)
class SignedRelease:
    """A release whose signatures have been followed down to the manifest."""

    files: ReleaseFiles
    signed: SignedManifest
    manifest: Manifest

    def records(self) -> Iterator[Document]:
        """Every record as a document, by id.

        Raises:
            PackageRefused, InvalidRecord: One of them is no record; a stranger may sign anything.
        """
        for key, data in hashtree.walk(self.manifest.records, self.files.read):
            yield checked_document(key, data)

    def documents(self) -> Iterator[str]:
        """The hash of every document: the manifest, then the trees; a branch may come twice."""
        yield self.signed.sha256
        yield from hashtree.branches(self.manifest.records, self.files.read)
        for name in sorted(self.manifest.indexes):
            yield from hashtree.branches(self.manifest.indexes[name], self.files.read)

    def media(self) -> dict[str, str]:
        """The hash of every file the records name, with the slug of the record that names it."""
        return {
            name: str(document.get("slug", ""))
            for document in self.records()
            for name in named_files(document)
        }


def open_release(
    files: ReleaseFiles, trust: Trust, *, at: datetime | None, known_only: bool = True
) -> SignedRelease:
    """Verify the metadata and read the manifest.

    Raises:
        NotTrusted: A signature, version or date is not right.
        PackageRefused: The manifest is missing, damaged or of a newer format.
    """
    signed = verify_metadata(files.metadata, trust, at=at, known_only=known_only)
    data = files.read(signed.sha256)
    manifest = Manifest.from_bytes(data)
    if len(data) != signed.length or manifest.number != signed.number:
        raise PackageRefused(
            "The manifest is not the one that was signed.",
            "Ask for it again.",
            code="manifest-not-signed",
        )
    return SignedRelease(files, signed, manifest)


def checked_document(key: str, data: bytes) -> Document:
    """A record's document; media are read in full, since their hashes become file names.

    Raises:
        PackageRefused, InvalidRecord: It is no record, or another one.
    """
    try:
        head = msgspec.json.decode(data, type=_Head)
        document: Document = read_json(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as problem:
        raise _no_record(key) from problem
    if head.id != key or not is_id(key) or not is_slug(head.slug):
        raise _no_record(key)
    if head.kind is Kind.MEDIA:
        for name in named_files(to_document(from_document(document))):
            if OBJECT_NAME.fullmatch(name) is None:
                raise _no_record(key)
    return document


class _Head(msgspec.Struct):
    kind: Kind
    id: str
    slug: str


def _no_record(key: str) -> PackageRefused:
    return PackageRefused(
        f"{key:.60} of the release is no record.",
        "Ask for the release again.",
        code="release-record",
    )
