"""One backup as one file: what is not media, in a tape archive that says what it holds.

::

    about.json      of which hall, when, how many records, and the SHA-256 of every other member
    library.db
    settings.toml
    trust/…
    keys/…          only in a sealed one

The archive is compressed, and sealed where there is a passphrase. The media lie beside it in a
vault that all backups of a place share.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

import msgspec

from hall_app.editing.nightly.sealing import Lock, Opened, Sealer, is_sealed
from hall_app.errors import PackageRefused
from hall_app.store.connection import spoken

_ABOUT = "about.json"
_MEMBER = re.compile(r"library\.db|settings\.toml|(?:trust|keys)/[\w][\w.-]*", re.ASCII)
_MOST_ABOUT_BYTES = 64 << 20
_CHUNK = 1 << 20
_QUICK = 1


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says of itself."""

    format: int = 1
    hall: str
    made_at: str
    records: int
    media: tuple[str, ...]
    files: dict[str, str]

    @property
    def holds_keys(self) -> bool:
        """Whether a hall that comes back from it can publish on."""
        return any(name.startswith("keys/") for name in self.files)


def write(out: BinaryIO, about: About, members: Mapping[str, Path], lock: Lock | None) -> bytes:
    """Write a backup; returns the key that opens this one file, empty where it is not sealed."""
    with ExitStack() as stack:
        sink: BinaryIO = out
        key = b""
        if lock is not None:
            sealer = stack.enter_context(Sealer(out, lock))
            sink, key = cast("BinaryIO", sealer), sealer.key
        packed = stack.enter_context(
            gzip.GzipFile("", "wb", compresslevel=_QUICK, fileobj=sink, mtime=0)
        )
        archive = stack.enter_context(tarfile.open(fileobj=packed, mode="w|"))
        data = msgspec.json.encode(about)
        archive.addfile(_entry(_ABOUT, len(data)), io.BytesIO(data))
        for name, path in members.items():
            with path.open("rb") as file:
                archive.addfile(_entry(name, path.stat().st_size), file)
    return key


def take_out(file: Path, into: Path, *, passphrase: str = "", key: bytes = b"") -> About:
    """Unpack a backup into a folder, each byte proved against what the backup says of itself.

    Raises:
        NotTrusted: The passphrase does not open it.
        PackageRefused: It is no backup, or damaged, or too new.
    """
    with _archive(file, passphrase, key) as archive:
        members = iter(archive)
        about = _about(archive, next(members, None), file)
        left = dict(about.files)
        for entry in members:
            if left.pop(entry.name, None) is None or not _MEMBER.fullmatch(entry.name):
                raise _no_backup(file)
            source = archive.extractfile(entry) if entry.isreg() else None
            if source is None or _copied(source, into / entry.name) != about.files[entry.name]:
                raise _no_backup(file)
    if left or "library.db" not in about.files:
        raise _no_backup(file)
    return about


def look(file: Path, *, passphrase: str = "") -> About:
    """What a backup says of itself, without unpacking it."""
    with _archive(file, passphrase, b"") as archive:
        return _about(archive, archive.next(), file)


def needs_passphrase(file: Path) -> bool:
    """Whether a backup is sealed."""
    with spoken(file), file.open("rb") as source:
        return is_sealed(source)


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _archive(file: Path, passphrase: str, key: bytes) -> Iterator[tarfile.TarFile]:
    with spoken(file), ExitStack() as stack:
        source: BinaryIO = stack.enter_context(file.open("rb"))
        # Within `spoken`, since what gzip finds is an error of the disk by its class.
        try:
            if is_sealed(source):
                opened = Opened(source, passphrase=passphrase, key=key)
                source = io.BufferedReader(stack.enter_context(opened), _CHUNK)
            packed = stack.enter_context(gzip.GzipFile(fileobj=source, mode="rb"))
            yield stack.enter_context(tarfile.open(fileobj=packed, mode="r|"))
            # The last piece carries the proof that nothing was cut off.
            while packed.read(_CHUNK):
                pass
        except (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error) as problem:
            raise _no_backup(file) from problem


def _about(archive: tarfile.TarFile, entry: tarfile.TarInfo | None, file: Path) -> About:
    is_about = entry is not None and entry.name == _ABOUT and entry.size <= _MOST_ABOUT_BYTES
    source = archive.extractfile(entry) if entry is not None and is_about else None
    if source is None:
        raise _no_backup(file)
    try:
        about = msgspec.json.decode(source.read(), type=About)
    except msgspec.MsgspecError as problem:
        raise _no_backup(file) from problem
    if about.format != 1:
        raise PackageRefused(
            "A newer program made this backup.",
            "Bring it back with that program.",
            code="backup-too-new",
        )
    return about


def _copied(source: IO[bytes], to: Path) -> str:
    digest = hashlib.sha256()
    to.parent.mkdir(parents=True, exist_ok=True)
    with to.open("wb") as copy:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
    return digest.hexdigest()


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


def _no_backup(file: Path) -> PackageRefused:
    return PackageRefused(
        f"{file.name} is damaged, or no backup of a hall.",
        "Use an older one.",
        subject=file.name,
        code="backup-damaged",
    )
