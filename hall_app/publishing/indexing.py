"""The index of a release, made from what changed since the release before it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hall_app.domain.ids import RecordId
from hall_app.errors import LibraryUnusable, MachineFailed, PackageRefused
from hall_app.publishing import hashtree
from hall_app.publishing.released import SignedRelease, checked_document
from hall_app.store.codec import Document
from hall_app.store.release_index import ReleaseIndex, make_index

_LOG = logging.getLogger(__name__)


def index_path(cache: Path, release: SignedRelease) -> Path:
    """Where the index of a release lies, or would lie."""
    return cache / "releases" / f"{release.signed.sha256[:32]}.db"


def open_index(
    cache: Path, release: SignedRelease, *, earlier: SignedRelease | None = None
) -> ReleaseIndex:
    """The index of a release; made where there is none, from an earlier release's where there is one.

    Where it cannot be kept, because the disk is full or may not be written, it is held in memory:
    a good release is shown all the same.
    """
    path = index_path(cache, release)
    index = _opened(path, release)
    if index is not None:
        return index
    try:
        _make(cache, release, earlier)
        return ReleaseIndex(path)
    except MachineFailed as problem:
        _LOG.warning("The index of a release cannot be kept: %s", problem)
        return ReleaseIndex.in_memory(release.signed.sha256, release.records())


def forget_indexes(cache: Path, *kept: SignedRelease) -> None:
    """Remove the indexes of all releases but these."""
    names = {index_path(cache, release).name for release in kept}
    for path in (cache / "releases").glob("*.db"):
        # Windows keeps a file that another screen still reads; it goes the next time.
        if path.name not in names:
            with suppress(PermissionError):
                path.unlink(missing_ok=True)


def _opened(path: Path, release: SignedRelease) -> ReleaseIndex | None:
    """The index that is there, unless it is damaged; it can always be made again."""
    if not path.is_file():
        return None
    try:
        index = ReleaseIndex(path)
        if index.manifest == release.signed.sha256:
            return index
        index.close()
    except LibraryUnusable:
        with suppress(OSError):  # it lies where nothing may be written
            path.unlink()
    return None


def _make(cache: Path, release: SignedRelease, earlier: SignedRelease | None) -> None:
    path = index_path(cache, release)
    base = index_path(cache, earlier) if earlier is not None else None
    if earlier is None or base is None or not base.is_file():
        make_index(path, release.signed.sha256, release.records())
        return
    changed, removed = _difference(earlier, release)
    make_index(path, release.signed.sha256, changed, removed, base=base)


def _difference(
    earlier: SignedRelease, release: SignedRelease
) -> tuple[list[Document], list[RecordId]]:
    changed, removed = [], []
    read = _either(release.files.read, earlier.files.read)
    for key, data in hashtree.diff(earlier.manifest.records, release.manifest.records, read):
        if data is None:
            removed.append(RecordId(key))
        else:
            changed.append(checked_document(key, data))
    return changed, removed


def _either(first: hashtree.Read, second: hashtree.Read) -> Callable[[str], bytes]:
    def read(name: str) -> bytes:
        try:
            return first(name)
        except PackageRefused:
            return second(name)

    return read
