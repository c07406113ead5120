"""Opening what a kiosk is told to show: a release folder, a package, or the home's newest."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from hall_app.errors import HallError, NotFound
from hall_app.paths import Paths
from hall_app.publishing.archive import Archive
from hall_app.publishing.installing import lay_out
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.verified import VerifiedRelease
from hall_app.publishing.verifying import verified_package

_LOG = logging.getLogger(__name__)


def open_reader(
    paths: Paths, release: Path | None = None, *, now: Callable[[], datetime]
) -> VerifiedRelease | None:
    """Open a release for showing; None where this home has none that may be shown.

    Without a name it is the home's current release, or the one before it where that is damaged:
    a screen is never black because of one bad file.

    Raises:
        NotTrusted, PackageRefused: The named release is not right, or not of a hall known here.
        NotFound: There is nothing of that name.
    """
    if release is None:
        return next(_newest(paths, now), None)
    if release.is_file():
        return _open(paths, _laid_out(release, paths), now)
    if not release.is_dir():
        raise NotFound(
            f"There is nothing at {release}.",
            "Check the name.",
            subject=str(release),
            code="release-none",
        )
    inside = release / "data"
    return _open(paths, inside if inside.is_dir() else release, now)


def _newest(paths: Paths, now: Callable[[], datetime]) -> Iterator[VerifiedRelease]:
    releases = ReleasesFolder(paths.releases)
    pointer = releases.current()
    if pointer is None:
        return
    for number in (pointer.number, pointer.previous):
        if number is not None:
            try:
                yield _open(paths, releases.path(number), now)
            except HallError:
                _LOG.exception("Release %d cannot be shown.", number)


def _open(paths: Paths, folder: Path, now: Callable[[], datetime]) -> VerifiedRelease:
    return VerifiedRelease.open(folder, TrustFolder(paths.trust), paths.cache, now=now)


def _laid_out(package: Path, paths: Paths) -> Path:
    """The folder of a package's release in the cache, laid out the first time it is asked for."""
    with Archive.open(package) as archive:
        release = verified_package(archive, TrustFolder(paths.trust).load())
        opened = ReleasesFolder(paths.cache / "opened" / release.signed.sha256[:32])
        folder = opened.path(release.manifest.number)
        if not folder.is_dir():
            lay_out(release, opened)
        return folder
