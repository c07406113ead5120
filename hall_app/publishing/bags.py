"""BagIt bags of any maker (RFC 8493, and the drafts before it): whether they are valid and whole."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from hall_app.publishing.disk import spoken
from hall_app.publishing.finding import Finding
from hall_app.publishing.foreign_zip import ForeignZip, judge_path, refused_zip

_CHUNK = 1 << 20
_TAG_MOST_BYTES = 64 * 1024 * 1024
_MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt")
_LINE = re.compile(r"([0-9A-Fa-f]{8,128})[ \t]+\*?(\S.*)")
_VERSION = re.compile(r"BagIt-Version: (\d+)\.(\d+)")
_ESCAPES = {"%0A": "\n", "%0a": "\n", "%0D": "\r", "%0d": "\r", "%25": "%"}
_ALGORITHMS = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})


class BagFiles(Protocol):
    """The files of a bag, named from its top."""

    def names(self) -> list[str]: ...

    def size(self, name: str) -> int: ...

    def open(self, name: str) -> BinaryIO: ...


class BagFolder:
    """A bag in a folder; links in it are refused, since they could lead anywhere."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        with spoken(self._folder):
            paths = sorted(self._folder.rglob("*"))
            for path in paths:
                if path.is_symlink():
                    raise refused_zip("zip-link", f"{path.name!r:.100} is a link")
            return [path.relative_to(self._folder).as_posix() for path in paths if path.is_file()]

    def size(self, name: str) -> int:
        return (self._folder / name).stat().st_size

    def open(self, name: str) -> BinaryIO:
        path = self._folder / name
        with spoken(path):
            return path.open("rb")


class BagZip:
    """A bag in a zip, in its one top folder."""

    def __init__(self, archive: ForeignZip) -> None:
        self._archive = archive
        tops = {name.partition("/")[0] for name in archive.names()}
        if len(tops) != 1:
            raise refused_zip("not-a-bag", "a bag is one folder, and this holds several things")
        self.top = tops.pop()

    def names(self) -> list[str]:
        return [name.partition("/")[2] for name in self._archive.names()]

    def size(self, name: str) -> int:
        return self._archive.size(f"{self.top}/{name}")

    def open(self, name: str) -> BinaryIO:
        return self._archive.open(f"{self.top}/{name}")


def validate(files: BagFiles) -> list[Finding]:
    """Everything that is not right with a bag; nothing for a valid one.

    Raises:
        PackageRefused: It is no bag, or a trap.
    """
    return list(_Bag(files).findings())


@dataclass(slots=True)
class _Bag:
    """One bag under examination; every file is read once, for all its hashes together."""

    files: BagFiles
    _names: list[str] = field(init=False)
    _wanted: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._names = self.files.names()

    def findings(self) -> Iterator[Finding]:
        if "bagit.txt" not in self._names:
            raise refused_zip("not-a-bag", "it has no bagit.txt")
        version = self._version()
        payload = {name for name in self._names if name.startswith("data/")}
        fetched = self._fetched()
        manifests = [name for name in self._names if _MANIFEST.fullmatch(name)]
        if not any(not name.startswith("tag") for name in manifests):
            yield Finding("bag-no-manifest", "The bag has no payload manifest.")
        for name in sorted(manifests):
            yield from self._manifest_findings(name, payload, fetched, version)
        listed = set(self._wanted)
        for name in sorted(payload - listed):
            yield Finding("bag-file-unlisted", f"{name} is in no manifest.", path=name)
        yield from self._oxum_findings(payload, fetched)
        yield from self._hash_findings()

    def _version(self) -> tuple[int, int]:
        lines = self._text("bagit.txt").splitlines()
        match = _VERSION.fullmatch(lines[0]) if lines else None
        if match is None or "Tag-File-Character-Encoding: UTF-8" not in lines[1:2]:
            raise refused_zip("bag-declaration", "its bagit.txt is not what BagIt asks for")
        return int(match[1]), int(match[2])

    def _fetched(self) -> set[str]:
        """Files that are to be fetched from elsewhere; this program fetches nothing."""
        if "fetch.txt" not in self._names:
            return set()
        rows = (line.split(maxsplit=2) for line in self._text("fetch.txt").splitlines())
        return {_unescaped(row[2]) for row in rows if len(row) == 3} - set(self._names)

    def _manifest_findings(
        self, manifest: str, payload: set[str], fetched: set[str], version: tuple[int, int]
    ) -> Iterator[Finding]:
        match = _MANIFEST.fullmatch(manifest)
        assert match is not None
        is_tag, algorithm = bool(match[1]), match[2]
        if algorithm not in _ALGORITHMS:
            yield Finding("bag-algorithm", f"{manifest} uses an unknown hash.", path=manifest)
            return
        hashes = self._lines(manifest)
        for name, wanted in hashes.items():
            if name.startswith("data/") == is_tag:
                yield Finding("bag-line", f"{manifest} may not list {name}.", path=manifest)
            elif name in self._names:
                self._wanted.setdefault(name, {})[algorithm] = wanted
            elif name in fetched:
                yield Finding("bag-fetch", f"{name} is to be fetched from elsewhere.", path=name)
            else:
                yield Finding("bag-file-missing", f"{name} is missing.", path=name)
        if not is_tag and version >= (1, 0):
            for name in sorted(payload - set(hashes)):
                yield Finding("bag-file-unlisted", f"{manifest} does not list {name}.", path=name)

    def _lines(self, manifest: str) -> Mapping[str, str]:
        hashes: dict[str, str] = {}
        for line in self._text(manifest).splitlines():
            match = _LINE.fullmatch(line)
            name = _unescaped(match[2].removeprefix("./")) if match else ""
            if match is None or name in hashes:
                raise refused_zip("bag-line", f"{manifest} has a wrong line, {line!r:.100}")
            judge_path(name)
            hashes[name] = match[1].lower()
        return hashes

    def _oxum_findings(self, payload: set[str], fetched: set[str]) -> Iterator[Finding]:
        if "bag-info.txt" not in self._names or fetched:
            return
        match = re.search(r"(?mi)^Payload-Oxum:\s*(\d+)\.(\d+)\s*$", self._text("bag-info.txt"))
        if match is None:
            return
        total = sum(self.files.size(name) for name in payload)
        if (int(match[1]), int(match[2])) != (total, len(payload)):
            yield Finding(
                "bag-oxum",
                "The bag's number of files or bytes is not what it says.",
                path="bag-info.txt",
            )

    def _hash_findings(self) -> Iterator[Finding]:
        for name in sorted(self._wanted):
            wanted = self._wanted[name]
            if self._hashes(name, wanted) != wanted:
                yield Finding("bag-hash", f"{name} is not what its manifest says.", path=name)

    def _hashes(self, name: str, algorithms: Mapping[str, str]) -> dict[str, str]:
        digests = {one: hashlib.new(one, usedforsecurity=False) for one in algorithms}
        with self.files.open(name) as file:
            while chunk := file.read(_CHUNK):
                for digest in digests.values():
                    digest.update(chunk)
        return {one: digest.hexdigest() for one, digest in digests.items()}

    def _text(self, name: str) -> str:
        if self.files.size(name) > _TAG_MOST_BYTES:
            raise refused_zip("bag-tag-too-large", f"{name} is too large")
        with self.files.open(name) as file:
            data = file.read()
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise refused_zip("bag-declaration", f"{name} is no UTF-8 text") from None


def _unescaped(name: str) -> str:
    return re.sub("%(0[AaDd]|25)", lambda match: _ESCAPES[match[0]], name)
