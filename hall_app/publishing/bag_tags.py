"""The tag files of our bags (BagIt 1.0, RFC 8493), as bytes."""

from __future__ import annotations

from collections.abc import Mapping

BAGIT = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
CARRIES = "Hall-Carries"
FORMAT = "Hall-Package-Format"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def info(fields: Mapping[str, str]) -> bytes:
    """`bag-info.txt`: one line a field, in order of their names."""
    return "".join(f"{name}: {fields[name]}\n" for name in sorted(fields)).encode()


def manifest(hashes: Mapping[str, str]) -> bytes:
    """A manifest: the SHA-256 and path of every file, in order of the paths."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()
