"""A package file: written in one pass, read only if it is byte for byte what this module writes."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple, Self

from hall_app.errors import PackageRefused
from hall_app.publishing import skeleton
from hall_app.publishing.disk import spoken
from hall_app.publishing.skeleton import Entry

_CHUNK = 1 << 20
_HEAD_BYTES = 256
_ENTRIES_MOST = 500_000
_NAME = re.compile(
    r"(?P<bag>[a-z0-9]+(?:-[a-z0-9]+)*)/(?P<inner>"
    r"bagit\.txt|bag-info\.txt|manifest-sha256\.txt|tagmanifest-sha256\.txt"
    r"|data/ro-crate-metadata\.json"
    r"|data/metadata/(?:[1-9]\d{0,9}\.(?:root|targets|snapshot)|timestamp)\.json"
    r"|data/objects/[0-9a-f]{64})",
    re.ASCII,
)

Advance = Callable[[int], None]
"""Told how many more bytes have been worked through; raises to stop."""


def _unheard(_count: int) -> None:
    """Tell nobody."""


class ArchiveWriter:
    """Writes entries in the order of their names; each must come after the one before."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._entries: list[Entry] = []

    def add(self, name: str, data: bytes) -> str:
        """Write an entry whole and return its SHA-256."""
        digests = digests_of(data)
        self.put(name, data, digests.crc)
        return digests.sha256

    def put(self, name: str, data: bytes, crc: int) -> None:
        """Write an entry whose bytes have been counted already."""
        self._check_name(name)
        entry = Entry(name, len(data), crc, self._file.tell())
        self._entries.append(entry)
        self._file.write(skeleton.local_header(entry))
        self._file.write(data)

    def copy(self, name: str, source: BinaryIO, size: int, advance: Advance = _unheard) -> str:
        """Write an entry from a stream of known size and return its SHA-256.

        Raises:
            PackageRefused: The stream is not that long.
        """
        self._check_name(name)
        offset = self._file.tell()
        self._file.write(skeleton.local_header(Entry(name, size, 0, offset)))
        copied = _pass(source, self._file, size, advance)
        if copied.size != size or source.read(1):
            raise changed_meanwhile(name)
        entry = Entry(name, size, copied.crc, offset)
        self._entries.append(entry)
        self._file.seek(offset)
        self._file.write(skeleton.local_header(entry))
        self._file.seek(entry.end)
        return copied.sha256

    def finish(self) -> None:
        """Write the directory; the archive is whole after it."""
        offset = self._file.tell()
        directory = b"".join(skeleton.central_header(entry) for entry in self._entries)
        self._file.write(directory)
        self._file.write(skeleton.tail(len(self._entries), len(directory), offset))

    def _check_name(self, name: str) -> None:
        assert _NAME.fullmatch(name), name
        assert not self._entries or self._entries[-1].name < name, name


class Archive:
    """A package file open for reading; its skeleton has been computed anew and compared.

    Attributes:
        bag: The name of the one folder inside.
        entries: By name inside that folder, in order.
    """

    def __init__(self, file: BinaryIO, entries: list[Entry]) -> None:
        self._file = file
        self.bag = entries[0].name.partition("/")[0]
        self.entries = {entry.name.partition("/")[2]: entry for entry in entries}

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a package.

        Raises:
            PackageRefused: Any byte of its skeleton is not as it must be.
        """
        with spoken(path):
            file = path.open("rb")
        try:
            with spoken(path):
                return cls.read_from(file)
        except BaseException:
            file.close()
            raise

    @classmethod
    def read_from(cls, file: BinaryIO) -> Self:
        """Read a package from an open file, which this object then owns."""
        try:
            return cls(file, _read_entries(file))
        except (struct.error, UnicodeDecodeError, OverflowError) as problem:
            raise refused_archive("its directory is damaged") from problem

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, inner: str, most_bytes: int) -> bytes:
        """A whole small entry.

        Raises:
            PackageRefused: It is not there or too large to be one.
        """
        entry = self.entries.get(inner)
        if entry is None or entry.size > most_bytes:
            raise refused_archive(f"{inner} is missing or too large", inner)
        self._file.seek(entry.data_offset)
        return self._file.read(entry.size)

    def head(self, inner: str) -> bytes:
        """The first bytes of an entry, by which kinds of file are told apart."""
        entry = self.entries[inner]
        self._file.seek(entry.data_offset)
        return self._file.read(min(entry.size, _HEAD_BYTES))

    def copy(self, inner: str, target: BinaryIO | None, advance: Advance = _unheard) -> str:
        """Read an entry of any size, into a file where one is given, and return its SHA-256.

        Raises:
            PackageRefused: Its bytes are not those that were counted.
        """
        entry = self.entries[inner]
        self._file.seek(entry.data_offset)
        copied = _pass(self._file, target, entry.size, advance)
        if (copied.size, copied.crc) != (entry.size, entry.crc):
            raise refused_archive(f"{inner} is damaged", inner)
        return copied.sha256

    @property
    def content_bytes(self) -> int:
        """The size of all entries together."""
        return sum(entry.size for entry in self.entries.values())


def changed_meanwhile(name: str) -> PackageRefused:
    """The refusal of a file that is no longer as long as it was."""
    return PackageRefused(
        f"{name} changed while it was copied.", "Try again.", subject=name, code="package-changed"
    )


def refused_archive(why: str, subject: str = "") -> PackageRefused:
    """The refusal of an archive that no package of this hall's can be."""
    error = PackageRefused(
        f"The package cannot be right: {why}.", "Copy it again from where it came.", subject=subject
    )
    error.code = "archive-damaged"
    return error


class Digests(NamedTuple):
    """What was counted of so many bytes."""

    sha256: str
    crc: int
    size: int


def digests_of(data: bytes) -> Digests:
    """Count bytes that are all there; most of it leaves the interpreter to other threads."""
    return Digests(sha256(data).hexdigest(), zlib.crc32(data), len(data))


def _pass(source: BinaryIO, target: BinaryIO | None, size: int, advance: Advance) -> Digests:
    """Read so many bytes once: hash them, count them, and write them where a target is given."""
    if size <= _CHUNK:
        data = source.read(size)
        if target is not None:
            target.write(data)
        advance(len(data))
        return digests_of(data)
    digest, crc, left = sha256(), 0, size
    # Hashing takes as long as copying, and both leave the interpreter alone meanwhile.
    with ThreadPoolExecutor(1) as beside:
        hashed = beside.submit(digest.update, b"")
        while left and (chunk := source.read(min(_CHUNK, left))):
            hashed.result()
            hashed = beside.submit(digest.update, chunk)
            crc = zlib.crc32(chunk, crc)
            if target is not None:
                target.write(chunk)
            left -= len(chunk)
            advance(len(chunk))
    return Digests(digest.hexdigest(), crc, size - left)


def _read_entries(file: BinaryIO) -> list[Entry]:
    length = file.seek(0, io.SEEK_END)
    count, size, offset, end = _find_directory(file, length)
    if count > _ENTRIES_MOST or size > length or not count:
        raise refused_archive("its directory is empty or too large")
    file.seek(offset)
    directory = file.read(size)
    entries = _parse(directory, count)
    if directory != b"".join(map(skeleton.central_header, entries)):
        raise refused_archive("its directory is not in the one form it may have")
    _check_places(file, entries, offset)
    if file.seek(end) != offset + size or file.read() != skeleton.tail(count, size, offset):
        raise refused_archive("its end is not in the one form it may have")
    return entries


def _find_directory(file: BinaryIO, length: int) -> tuple[int, int, int, int]:
    """Number of entries, size and offset of the directory, and where the tail begins."""
    end = length - skeleton.END.size
    if end < 0:
        raise refused_archive("it is too short")
    file.seek(end)
    fields = skeleton.END.unpack(file.read(skeleton.END.size))
    if fields[0] != skeleton.SIGNATURE_END:
        raise refused_archive("it does not end as a package ends")
    count, size, offset = fields[4], fields[5], fields[6]
    if count == skeleton.FULL_16 or skeleton.FULL_32 in {size, offset}:
        end -= skeleton.TAIL_64_BYTES
        file.seek(max(end, 0))
        count, size, offset = skeleton.read_tail_64(file.read(skeleton.TAIL_64_BYTES))
    return count, size, offset, end


def _parse(directory: bytes, count: int) -> list[Entry]:
    """The entries a directory states; whether it states them rightly is judged by comparing."""
    entries, at = [], 0
    for _ in range(count):
        fields = skeleton.CENTRAL.unpack_from(directory, at)
        crc, size, offset = fields[7], fields[9], fields[16]
        name_end = at + skeleton.CENTRAL.size + fields[10]
        name = directory[at + skeleton.CENTRAL.size : name_end].decode("ascii")
        at = name_end + fields[11]
        large = skeleton.read_extra_64(directory[name_end:at])
        if size == skeleton.FULL_32 and large:
            size = large[0]
        if offset == skeleton.FULL_32 and large:
            offset = large[-1]
        if _NAME.fullmatch(name) is None:
            raise refused_archive(f"it holds a file of a name that none may have, {name!r:.100}")
        entries.append(Entry(name, size, crc, offset))
    return entries


def _check_places(file: BinaryIO, entries: list[Entry], directory: int) -> None:
    """Entries lie sorted, without gap or overlap, from the first byte to the directory."""
    names = [entry.name for entry in entries]
    if names != sorted(set(names)) or len({name.partition("/")[0] for name in names}) != 1:
        raise refused_archive("its files are not in order, or not in one folder")
    expected = 0
    for entry in entries:
        header = skeleton.local_header(entry)
        file.seek(expected)
        if entry.offset != expected or file.read(len(header)) != header:
            raise refused_archive(f"{entry.name} does not lie where it must", entry.name)
        expected = entry.end
    if expected != directory:
        raise refused_archive("there is something between its files and its directory")
