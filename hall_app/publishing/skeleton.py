"""The skeleton of a package: every byte of the zip that is not content, computed from its entries.

Entries are stored, sorted by name, dated 1980-01-01, without comments and without extra fields
but the one that sizes beyond 4 GiB need. So an archive has one byte string, and reading one
means computing that string again and comparing.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_LOCAL = struct.Struct("<IHHHHHIIIHH")
CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
END = struct.Struct("<IHHHHIIH")
_END_64 = struct.Struct("<IQHHIIQQQQ")
_LOCATOR_64 = struct.Struct("<IIQI")
_EXTRA_HEAD = struct.Struct("<HH")

_SIGNATURE_LOCAL = 0x04034B50
SIGNATURE_CENTRAL = 0x02014B50
SIGNATURE_END = 0x06054B50
SIGNATURE_END_64 = 0x06064B50
SIGNATURE_LOCATOR_64 = 0x07064B50

_VERSION, _VERSION_64 = 20, 45
_UNIX = 3 << 8
_DATE = 1 << 5 | 1
_REGULAR_FILE = 0o100644 << 16
_ID_64 = 1
FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF
TAIL_64_BYTES = _END_64.size + _LOCATOR_64.size


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the archive; `offset` is where its header begins."""

    name: str
    size: int
    crc: int
    offset: int

    @property
    def data_offset(self) -> int:
        return self.offset + len(local_header(self))

    @property
    def end(self) -> int:
        return self.data_offset + self.size


def local_header(entry: Entry) -> bytes:
    """What stands before the content of an entry."""
    name, is_large = entry.name.encode("ascii"), entry.size >= FULL_32
    extra = _extra(entry.size, entry.size) if is_large else b""
    stated = FULL_32 if is_large else entry.size
    head = _LOCAL.pack(
        _SIGNATURE_LOCAL, _VERSION_64 if is_large else _VERSION, 0, 0, 0, _DATE,
        entry.crc, stated, stated, len(name), len(extra),
    )  # fmt: skip
    return head + name + extra


def central_header(entry: Entry) -> bytes:
    """What stands for an entry in the directory at the end."""
    name = entry.name.encode("ascii")
    is_large, is_far = entry.size >= FULL_32, entry.offset >= FULL_32
    sizes = (entry.size, entry.size) if is_large else ()
    offsets = (entry.offset,) if is_far else ()
    extra = _extra(*sizes, *offsets) if sizes or offsets else b""
    version = _VERSION_64 if extra else _VERSION
    stated = FULL_32 if is_large else entry.size
    head = CENTRAL.pack(
        SIGNATURE_CENTRAL, _UNIX | version, version, 0, 0, 0, _DATE, entry.crc, stated, stated,
        len(name), len(extra), 0, 0, 0, _REGULAR_FILE, FULL_32 if is_far else entry.offset,
    )  # fmt: skip
    return head + name + extra


def tail(count: int, directory_size: int, directory_offset: int) -> bytes:
    """What stands after the directory, to the last byte of the archive."""
    is_large = count >= FULL_16 or directory_size >= FULL_32 or directory_offset >= FULL_32
    large = b""
    if is_large:
        large = _END_64.pack(
            SIGNATURE_END_64, _END_64.size - 12, _UNIX | _VERSION_64, _VERSION_64, 0, 0,
            count, count, directory_size, directory_offset,
        ) + _LOCATOR_64.pack(
            SIGNATURE_LOCATOR_64, 0, directory_offset + directory_size, 1
        )  # fmt: skip
    short = min(count, FULL_16)
    return large + END.pack(
        SIGNATURE_END, 0, 0, short, short,
        min(directory_size, FULL_32), min(directory_offset, FULL_32), 0,
    )  # fmt: skip


def read_tail_64(data: bytes) -> tuple[int, int, int]:
    """Count, directory size and directory offset out of the large tail; judged by comparing later."""
    fields = _END_64.unpack_from(data)
    return fields[7], fields[8], fields[9]


def read_extra_64(extra: bytes) -> list[int]:
    """The large numbers of a directory entry's extra field."""
    if len(extra) < _EXTRA_HEAD.size or (len(extra) - _EXTRA_HEAD.size) % 8:
        return []
    count = (len(extra) - _EXTRA_HEAD.size) // 8
    return list(struct.unpack_from(f"<{count}Q", extra, _EXTRA_HEAD.size))


def _extra(*values: int) -> bytes:
    return _EXTRA_HEAD.pack(_ID_64, 8 * len(values)) + struct.pack(f"<{len(values)}Q", *values)
