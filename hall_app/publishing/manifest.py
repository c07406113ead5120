"""The manifest of a release: the one document that is signed, the root of all the others."""

from __future__ import annotations

from typing import Any

import msgspec

from hall_app.domain.text import Text
from hall_app.errors import PackageRefused
from hall_app.publishing.hashtree import Branch
from hall_app.store.codec import canonical_json

FORMAT = 1


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a release is.

    Attributes:
        format: Of the release; a program refuses one that is newer than it knows.
        hall: The hall's id; empty where the library holds none.
        slug: The hall's slug, which names packages.
        title: The hall's title by language.
        records: The tree of the records by id.
        indexes: Trees that lead to ids: `slugs` by `kind:slug`, `walk` in the order of the walk,
            `timeline` in the order of time.
        media_count, media_bytes: Of the files the records name, for a look before copying.
    """

    number: int
    published_at: str
    hall: str
    slug: str
    title: dict[str, str]
    records: Branch
    indexes: dict[str, Branch]
    media_count: int
    media_bytes: int
    format: int = FORMAT

    def to_bytes(self) -> bytes:
        return canonical_json({"kind": "hall-release", **msgspec.to_builtins(self)})

    @staticmethod
    def from_bytes(data: bytes) -> Manifest:
        """Read a manifest.

        Raises:
            PackageRefused: It is no manifest, or of a newer format than this program knows.
        """
        try:
            plain = msgspec.json.decode(data, type=dict[str, Any])
            known = plain.pop("kind", None) == "hall-release"
            stated = plain.get("format")
            if known and isinstance(stated, int) and stated > FORMAT:
                raise _newer(stated)
            if known:
                return msgspec.convert(plain, Manifest)
        except (msgspec.MsgspecError, RecursionError) as problem:
            raise _unreadable(str(problem)) from problem
        raise _unreadable("it does not say that it is one")

    @property
    def words(self) -> Text:
        """The hall's title."""
        return Text.of(self.title)


def _newer(stated: int) -> PackageRefused:
    error = PackageRefused(
        f"The release has format {stated}; this program reads up to {FORMAT}.",
        "Open it with a newer program.",
    )
    error.code = "format-too-new"
    return error


def _unreadable(why: str) -> PackageRefused:
    error = PackageRefused(f"The release's manifest cannot be read: {why}.", "Ask for it again.")
    error.code = "manifest-damaged"
    return error
