"""Verification of what comes from outside: a package, a bag of any maker, a release folder."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hall_app.errors import Cancelled, HallError, NotFound, Refused
from hall_app.publishing import bag_tags, package
from hall_app.publishing.archive import Archive, refused_archive
from hall_app.publishing.bags import BagFolder, BagZip, validate
from hall_app.publishing.finding import Finding
from hall_app.publishing.foreign_zip import ForeignZip, refused_zip
from hall_app.publishing.package_files import PackageFiles
from hall_app.publishing.progress import SILENT, Progress
from hall_app.publishing.released import (
    METADATA,
    OBJECTS,
    ReleaseFolder,
    SignedRelease,
    open_release,
)
from hall_app.publishing.trust.verification import Trust, unknown_hall


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found.

    Attributes:
        ok: Every byte is accounted for, and a release's signatures are believed here.
        complete: Everything that the release or bag names is there.
        problems: What is not right; none where `ok`.
        notes: What is worth knowing and no fault.
        is_release: False for a bag of another maker.
        fingerprint: Of the hall that signed the release.
        number: Of the release.
    """

    ok: bool
    complete: bool
    problems: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()
    is_release: bool = False
    fingerprint: str = ""
    number: int = 0


def verify(path: Path, trust: Trust, *, now: datetime, progress: Progress = SILENT) -> Verification:
    """Verify a package, a bag in a folder or zip, or a release folder; nothing is written.

    Raises:
        NotFound: There is nothing at that path.
        Cancelled: By `progress`.
    """
    try:
        if path.is_dir():
            return _verify_folder(path, trust, now, progress)
        if not path.is_file():
            raise NotFound(
                f"There is nothing at {path}.",
                "Check the name.",
                subject=str(path),
                code="release-none",
            )
        if _is_package(path):
            with Archive.open(path) as archive:
                return _verify_package(archive, trust, now, progress)
        with ForeignZip(path) as archive:
            return _bag_verdict(validate(BagZip(archive)))
    except (zipfile.BadZipFile, zlib.error, EOFError) as problem:
        return _refusal(refused_zip("zip-damaged", str(problem)))
    except Cancelled:
        raise
    except Refused as problem:
        return _refusal(problem)


def verified_package(
    archive: Archive, trust: Trust, *, known_only: bool = True, progress: Progress = SILENT
) -> SignedRelease:
    """The release inside a package of which every byte is accounted for.

    Raises:
        PackageRefused: A byte is not as it must be.
        NotTrusted: The signatures are not right, or (`known_only`) this home does not know the hall.
    """
    files = PackageFiles(archive, progress)
    release = open_release(files, trust, at=None, known_only=known_only)
    _check_package(archive, files, release)
    return release


def _verify_package(
    archive: Archive, trust: Trust, now: datetime, progress: Progress
) -> Verification:
    release = verified_package(archive, trust, known_only=False, progress=progress)
    return _release_verdict(release, (), now)


def _check_package(archive: Archive, files: PackageFiles, release: SignedRelease) -> None:
    """Make every part that follows from the release again, and compare."""
    stray = files.metadata_names - set(release.signed.files)
    if stray:
        raise refused_archive(f"{min(stray)} belongs to nothing", min(stray))
    carries = files.carries
    try:
        wanted = package.contents(release, carries)
    except NotFound as problem:
        raise refused_archive(problem.what) from problem
    _check_objects(files.object_names, wanted.objects)
    if archive.bag != package.name_of(release):
        raise refused_archive("its folder is not called after its release")
    sizes = {path: entry.size for path, entry in archive.entries.items() if path in files.payload}
    made = package.tags(package.info(release, carries, sizes), files.payload)
    made[package.CRATE] = wanted.crate
    for path, data in made.items():
        if archive.read(path, len(data)) != data:
            raise refused_archive(f"{path} is not what follows from the release", path)


def _check_objects(present: Collection[str], wanted: Collection[str]) -> None:
    for name in sorted(set(wanted) ^ set(present)):
        if name in present:
            raise refused_archive(f"the object {name[:12]} belongs to nothing", name)
        raise _object_missing(name)


def _verify_folder(path: Path, trust: Trust, now: datetime, progress: Progress) -> Verification:
    if (path / METADATA).is_dir() and (path / OBJECTS).is_dir():
        return _verify_release_folder(path, trust, now, progress, ())
    findings = validate(BagFolder(path))
    if (path / "data" / METADATA).is_dir() and (path / "data" / OBJECTS).is_dir():
        return _verify_release_folder(path / "data", trust, now, progress, findings)
    return _bag_verdict(findings)


def _verify_release_folder(
    path: Path, trust: Trust, now: datetime, progress: Progress, found: Collection[Finding]
) -> Verification:
    files = ReleaseFolder(path)
    release = open_release(files, trust, at=None, known_only=False)
    names = sorted({*release.documents(), *(n for n in release.media() if files.has(n))})
    problems = list(found)
    for done, name in enumerate(names):
        progress(done, len(names))
        if not files.verify(name):
            problems.append(
                Finding("object-damaged", f"The object {name[:12]} is damaged.", path=name)
            )
    return _release_verdict(release, problems, now)


def _release_verdict(
    release: SignedRelease, problems: Collection[Finding], now: datetime
) -> Verification:
    signed = release.signed
    found = list(problems)
    if not signed.is_trusted:
        found.append(Finding.of(unknown_hall(signed.fingerprint)))
    missing = [
        Finding("object-missing", "A file is not in it.", f"media:{slug}", name)
        for name, slug in sorted(release.media().items())
        if not release.files.has(name)
    ]
    return Verification(
        ok=not found,
        complete=not missing,
        problems=tuple(found),
        notes=(*missing, *_age(signed.expires, now)),
        is_release=True,
        fingerprint=signed.fingerprint,
        number=signed.number,
    )


def _age(expires: datetime, now: datetime) -> Iterator[Finding]:
    if now >= expires:
        yield Finding(
            "expired",
            f"It proved to be the newest until {expires:%Y-%m-%d}; a screen takes only a newer one.",
        )


def _bag_verdict(findings: list[Finding]) -> Verification:
    is_whole = not any(one.code in {"bag-fetch", "bag-file-missing"} for one in findings)
    problems = tuple(one for one in findings if one.code != "bag-fetch")
    note = Finding("not-a-release", "It is a bag of another maker, and no release of a hall.")
    return Verification(ok=not problems, complete=is_whole, problems=problems, notes=(note,))


def _refusal(problem: HallError) -> Verification:
    return Verification(ok=False, complete=False, problems=(Finding.of(problem),))


def _object_missing(name: str) -> Refused:
    return refused_archive(f"the object {name[:12]} is missing", name)


def _is_package(path: Path) -> bool:
    """Whether to demand the one form: by its name, or because it claims to carry a release."""
    if path.suffix.lower() == package.SUFFIX:
        return True
    with path.open("rb") as file:
        head = file.read(1 << 16)
    return bag_tags.FORMAT.encode() in head
