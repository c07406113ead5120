"""A zip that another program made, opened with suspicion: nothing is unpacked, everything is bounded."""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Self, cast

from hall_app.errors import PackageRefused
from hall_app.publishing.disk import spoken

_ENTRIES_MOST = 100_000
_BYTES_MOST = 1 << 40
_NAME_MOST = 1024
_RATIO_MOST = 200
_SMALL_BYTES = 10 * 1024 * 1024
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_END = struct.Struct("<IHHHHIIH")
_LOCAL_SIGNATURE, _END_SIGNATURE = 0x04034B50, 0x06054B50
_FLAG_ENCRYPTED = 0x1 | 0x40 | 0x2000
_FLAG_SIZES_FOLLOW = 0x8
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_WINDOWS_CHARACTERS = frozenset('<>:"|?*\\')


class ForeignZip:
    """Files of a zip, by their names; opened only when no name, size or place in it is a trap."""

    def __init__(self, path: Path) -> None:
        with spoken(path):
            self._raw = path.open("rb")
        try:
            with spoken(path):
                self._zip = zipfile.ZipFile(self._raw)
                self._infos = {info.filename: info for info in self._judged()}
        except (
            zipfile.BadZipFile,
            UnicodeDecodeError,
            struct.error,
            NotImplementedError,
        ) as problem:
            self._raw.close()
            raise refused_zip("zip-damaged", f"it is no whole zip ({problem})") from problem
        except BaseException:
            self._raw.close()
            raise

    def close(self) -> None:
        self._zip.close()
        self._raw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def names(self) -> list[str]:
        """The names of its files, folders left out, in the order they stand."""
        return [name for name in self._infos if not name.endswith("/")]

    def size(self, name: str) -> int:
        return self._infos[name].file_size

    def open(self, name: str) -> BinaryIO:
        return cast("BinaryIO", self._zip.open(self._infos[name]))

    def _judged(self) -> Iterator[zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > _ENTRIES_MOST or sum(info.file_size for info in infos) > _BYTES_MOST:
            raise refused_zip("zip-too-large", "it holds too many files or too many bytes")
        seen: set[str] = set()
        for info in infos:
            _judge_name(info.orig_filename)
            _judge_content(info)
            key = unicodedata.normalize("NFC", info.filename).casefold().rstrip("/")
            if key in seen:
                raise refused_zip("zip-name", f"two of its files are called {info.filename!r:.100}")
            seen.add(key)
            yield info
        self._judge_places(infos)

    def _judge_places(self, infos: list[zipfile.ZipInfo]) -> None:
        """Nothing before, between, over or behind: two readers can see but one content."""
        expected = 0
        for info in sorted(infos, key=lambda one: one.header_offset):
            if info.header_offset < expected or (expected == 0 and info.header_offset != 0):
                raise refused_zip("zip-overlap", f"{info.filename!r:.100} overlaps another file")
            expected = self._end_of(info)
        if expected > self._zip.start_dir:
            raise refused_zip("zip-overlap", "its files overlap its directory")
        end = self._raw.seek(0, 2) - _END.size - len(self._zip.comment)
        self._raw.seek(max(end, 0))
        fields = _END.unpack(self._raw.read(_END.size))
        if fields[0] != _END_SIGNATURE or fields[7] != len(self._zip.comment):
            raise refused_zip("zip-trailing", "something follows its end")

    def _end_of(self, info: zipfile.ZipInfo) -> int:
        self._raw.seek(info.header_offset)
        fields = _LOCAL.unpack(self._raw.read(_LOCAL.size))
        name = self._raw.read(fields[9])
        stated = (fields[7], fields[8])
        same = stated in {(info.compress_size, info.file_size), (0xFFFFFFFF, 0xFFFFFFFF)}
        if not same and not fields[2] & _FLAG_SIZES_FOLLOW:
            raise refused_zip("zip-lies", f"it states two sizes for {info.filename!r:.100}")
        codec = "utf-8" if fields[2] & 0x800 else "cp437"
        if fields[0] != _LOCAL_SIGNATURE or name.decode(codec) != info.orig_filename:
            raise refused_zip("zip-lies", f"it states two names for {info.filename!r:.100}")
        return int(info.header_offset + _LOCAL.size + fields[9] + fields[10] + info.compress_size)


def judge_path(name: str) -> None:
    """Refuse a name that could leave its folder, or be another file on another system.

    Raises:
        PackageRefused: It is such a name.
    """
    parts = name.removesuffix("/").split("/")
    is_bad = (
        not name
        or len(name) > _NAME_MOST
        or name.startswith("/")
        or any(part in {"", ".", ".."} or part[-1] in ". " for part in parts)
        or any(character in _WINDOWS_CHARACTERS or ord(character) < 32 for character in name)
        or PurePosixPath(name).is_absolute()
    )
    if is_bad:
        raise refused_zip("zip-name", f"it holds a file of a dangerous name, {name!r:.100}")


def refused_zip(code: str, why: str) -> PackageRefused:
    """The refusal of a zip; `code` says which trap or damage was found."""
    error = PackageRefused(f"The archive is refused: {why}.", "Ask its sender for a clean copy.")
    error.code = code
    return error


def _judge_name(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        raise refused_zip("zip-name", "it holds a file of an unreadable name") from None
    judge_path(name)


def _judge_content(info: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise refused_zip("zip-link", f"{info.filename!r:.100} is a link or device")
    if info.flag_bits & _FLAG_ENCRYPTED:
        raise refused_zip("zip-encrypted", f"{info.filename!r:.100} is encrypted")
    if info.compress_type not in _METHODS:
        raise refused_zip("zip-method", f"{info.filename!r:.100} is packed in an unknown way")
    if info.file_size > _SMALL_BYTES and info.file_size > _RATIO_MOST * max(1, info.compress_size):
        raise refused_zip("zip-bomb", f"{info.filename!r:.100} would swell without measure")
