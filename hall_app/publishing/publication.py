"""Publishing: a release built, signed, verified and only then given its name."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.people import Role
from hall_app.domain.records.screens import Release
from hall_app.domain.text import EN, ZH_HANS, ZH_HANT, Text
from hall_app.editing import diary
from hall_app.errors import NotTrusted
from hall_app.publishing.anchor import anchor_of
from hall_app.publishing.disk import folder_aside, sweep, write
from hall_app.publishing.installing import remember
from hall_app.publishing.manifest import Manifest
from hall_app.publishing.progress import SILENT, Progress
from hall_app.publishing.reading import Vault
from hall_app.publishing.release import build
from hall_app.publishing.released import METADATA, ReleaseFolder, SignedRelease, open_release
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.trust.keys import Keyring
from hall_app.publishing.trust.signing import (
    CLOSED_HALL,
    TIMESTAMP,
    Expiries,
    Versions,
    newest_versions,
    sign_release,
)
from hall_app.publishing.trust.verification import Trust
from hall_app.store.store import Store

_LEFT_ASIDE = timedelta(days=1)


def publish(
    store: Store,
    vault: Vault,
    releases: ReleasesFolder,
    trust: TrustFolder,
    keyring: Keyring,
    *,
    now: datetime,
    note: str = "",
    author: str = "",
    expiries: Expiries = CLOSED_HALL,
    progress: Progress = SILENT,
) -> SignedRelease:
    """Make the next release and show it in this home.

    Killed at any moment, it leaves either no release of the new number or a whole one; the next
    call writes into the library what is missing there (`enter_releases`).

    Raises:
        NotTrusted: What was signed does not verify with this home's root; nothing goes out.
        Refused: A file is missing, or a person stopped the work.
        DiskFull, Busy: As said.
        NotPermitted: Whoever is at work is no publisher.
    """
    store.require(Role.PUBLISHER)
    now = trust.clock(now)
    sweep(releases.folder, before=now - _LEFT_ASIDE)
    enter_releases(store, releases, trust, author=author)
    numbers = releases.numbers()
    number = max((*numbers, *_entered(store), 0)) + 1
    earlier = [releases.path(numbers[-1])] if numbers else []
    with folder_aside(releases.path(number)) as folder:
        built = build(
            store, vault, folder, number=number, now=now, earlier=earlier, progress=progress
        )
        before = _signed_before(trust, earlier)
        files = sign_release(
            built.data, number, keyring=keyring, before=before, now=now, expiries=expiries,
            custom=anchor_of(store),
        )  # fmt: skip
        _write_metadata(folder, trust.load(), files)
        _prove(folder, trust.load_with_memory(), built.written, now)
    release = open_release(ReleaseFolder(releases.path(number)), trust.load(), at=now)
    remember(trust, release)
    releases.show(number)
    enter_releases(store, releases, trust, author=author, note=note)
    return release


def has_published(store: Store) -> bool:
    """Whether the library names a release that went out."""
    return bool(_entered(store))


def enter_releases(
    store: Store, releases: ReleasesFolder, trust: TrustFolder, *, author: str, note: str = ""
) -> Changes | None:
    """Write into the library the releases that lie in this home and are not in it yet."""
    missing = [number for number in releases.numbers() if number not in _entered(store)]
    found = [_own_release(releases.path(number), trust) for number in missing]
    own = [release for release in found if release is not None]
    if not own:
        return None
    label = "、".join(f"发布第 {release.manifest.number} 版" for release in own)
    with store.edit(label, author=author) as edit:
        for release in own:
            entry = _entry(release, RecordId(store.new_id()), store.permit.name or author, note)
            edit.put(entry)
            diary.note(
                store, edit.db, "published", author=author, subject=f"release:{entry.slug}",
                manifest=entry.manifest,
            )  # fmt: skip
    return edit.changes


def _entered(store: Store) -> set[int]:
    return {record.number for record in store.all(Kind.RELEASE) if isinstance(record, Release)}


def _own_release(folder: Path, trust: TrustFolder) -> SignedRelease | None:
    """The release of that folder, if this home's hall signed it."""
    believed = trust.load()
    try:
        return open_release(ReleaseFolder(folder), Trust(believed.roots), at=None)
    except NotTrusted:
        return None


def _entry(release: SignedRelease, record_id: RecordId, author: str, note: str) -> Release:
    manifest: Manifest = release.manifest
    number = manifest.number
    return Release(
        id=record_id,
        slug=f"release-{number}",
        title=Text.of(
            {
                ZH_HANS: f"第 {number} 版",
                ZH_HANT: f"第 {number} 版",
                EN: f"Release {number}",
            }
        ),
        number=number,
        published_at=manifest.published_at,
        published_by=author,
        manifest=release.signed.sha256,
        note=note,
    )


def _signed_before(trust: TrustFolder, earlier: list[Path]) -> Versions:
    """The newest versions that screens may have seen."""
    newest = trust.load_with_memory().newest
    held = [newest[0] if newest else None]
    held += [ReleaseFolder(folder).metadata(TIMESTAMP) for folder in earlier]
    seen = [newest_versions({TIMESTAMP: data}) for data in held if data is not None]
    return Versions(
        snapshot=max((versions.snapshot for versions in seen), default=0),
        timestamp=max((versions.timestamp for versions in seen), default=0),
    )


def _write_metadata(folder: Path, trust: Trust, files: dict[str, bytes]) -> None:
    roots = {f"{version}.root.json": root for version, root in enumerate(trust.roots, start=1)}
    for name, data in {**roots, **files}.items():
        write(folder / METADATA / name, data, is_durable=False)


def _prove(folder: Path, trust: Trust, written: tuple[str, ...], now: datetime) -> None:
    """Read back what is about to go out: a bad release would already raise versions on screens."""
    files = ReleaseFolder(folder)
    release = open_release(files, trust, at=now)
    for name in written:
        if not files.verify(name):
            raise NotTrusted(
                f"The object {name[:12]} was not written as it should be.",
                "Check the disk, then publish again.",
                code="object-miswritten",
            )
    for _ in release.documents():
        pass
