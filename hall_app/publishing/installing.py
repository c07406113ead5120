"""Installing a package in a home that shows it: verified, laid out aside, indexed, then pointed at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from hall_app.errors import HallError, PackageRefused
from hall_app.paths import Paths
from hall_app.publishing.archive import Archive
from hall_app.publishing.disk import aside, folder_aside, spoken, sweep, write
from hall_app.publishing.indexing import forget_indexes, open_index
from hall_app.publishing.objects import ObjectFolder
from hall_app.publishing.package_files import PackageFiles
from hall_app.publishing.progress import SILENT, Progress
from hall_app.publishing.released import (
    METADATA,
    OBJECTS,
    ReleaseFolder,
    SignedRelease,
    open_release,
)
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.trust.signing import TIMESTAMP, newest_versions
from hall_app.publishing.trust.verification import Trust, verify_metadata
from hall_app.publishing.verifying import verified_package

_LEFT_ASIDE = timedelta(days=1)


def install(
    package: Path,
    paths: Paths,
    *,
    now: datetime,
    accepted: Iterable[str] = (),
    progress: Progress = SILENT,
) -> int:
    """Install a complete package of this home's hall and show it; returns its number.

    Whatever happens, the home shows the release it showed before or the whole new one. A home
    that knows no hall yet belongs to the first one whose fingerprint is accepted.

    Raises:
        NotTrusted: Another hall, a wrong signature, older than what is here, or expired.
        PackageRefused: A byte is not right, or a file is not in it.
        DiskFull, Busy: As said.
    """
    trust, releases = TrustFolder(paths.trust), ReleasesFolder(paths.releases)
    sweep(paths.releases, before=now - _LEFT_ASIDE)
    believed = trust.load_with_memory(*(() if trust.load().roots else accepted))
    with Archive.open(package) as archive:
        offered = verified_package(archive, believed, progress=progress)
        verify_metadata(offered.files.metadata, believed, at=trust.clock(now))
        _refuse_incomplete(offered)
        number = offered.manifest.number
        if not releases.path(number).is_dir():
            lay_out(offered, releases, progress)
    installed = _same(offered, releases.path(number), believed)
    _freshen(offered, releases.path(number))
    shown = _opened(releases.current_folder(), believed)
    open_index(paths.cache, installed, earlier=shown).close()
    remember(trust, offered)
    releases.show(number)
    forget_indexes(paths.cache, installed, shown or installed)
    return number


def remember(trust: TrustFolder, release: SignedRelease) -> None:
    """Note the newest signatures, so that nothing older is obeyed from now on."""
    files = release.signed.files
    version = newest_versions(files).snapshot
    trust.remember(release.signed, files[TIMESTAMP], files[f"{version}.snapshot.json"])


def _refuse_incomplete(release: SignedRelease) -> None:
    missing = [slug for name, slug in release.media().items() if not release.files.has(name)]
    if missing:
        error = PackageRefused(
            f"The package carries no file for media:{missing[0]} ({len(missing)} in all are missing).",
            "A screen takes only what is complete: ask for a full package.",
            subject=f"media:{missing[0]}",
        )
        error.code = "incomplete"
        raise error


def lay_out(release: SignedRelease, releases: ReleasesFolder, progress: Progress = SILENT) -> None:
    """Write a package's release as a folder under its number; until it is whole it has another name."""
    files = release.files
    assert isinstance(files, PackageFiles)
    final = releases.path(release.manifest.number)
    earlier = [releases.path(number) / OBJECTS for number in releases.numbers()]
    total = sum(files.size(name) for name in files.object_names)
    with folder_aside(final) as folder:
        for name, data in release.signed.files.items():
            write(folder / METADATA / name, data, is_durable=False)
        objects = ObjectFolder(folder / OBJECTS, *earlier)
        done = 0
        for name in sorted(files.object_names):
            progress(done, total)
            done += files.size(name)
            if not objects.link_earlier(name):
                path = objects.path(name)
                with aside(path, is_durable=False) as part, spoken(part), part.open("wb") as file:
                    files.copy(name, file)


def _freshen(release: SignedRelease, folder: Path) -> None:
    """Take over signatures that were renewed since the same release was laid out."""
    for name, data in release.signed.files.items():
        if name != TIMESTAMP:
            write(folder / METADATA / name, data)
    write(folder / METADATA / TIMESTAMP, release.signed.files[TIMESTAMP])


def _same(offered: SignedRelease, folder: Path, believed: Trust) -> SignedRelease:
    """The release in the folder of that number, which must be the one that is offered."""
    known = Trust(believed.roots, believed.accepted)
    there = open_release(ReleaseFolder(folder), known, at=None)
    if there.signed.sha256 != offered.signed.sha256:
        raise PackageRefused(
            f"There is another release {there.manifest.number} here already.",
            "Publish under a new number.",
            code="release-there",
        )
    return there


def _opened(folder: Path | None, believed: Trust) -> SignedRelease | None:
    """The release that is shown now, if it can still be read: an index can start from its own."""
    if folder is None:
        return None
    try:
        return open_release(
            ReleaseFolder(folder), Trust(believed.roots, believed.accepted), at=None
        )
    except HallError:
        return None
