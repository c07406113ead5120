"""Making the night's backup: written, read back, found sound, and only then the old ones thinned."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from hall_app.domain.kinds import Kind
from hall_app.editing import keeping
from hall_app.editing.nightly import snapshot
from hall_app.editing.nightly.place import Kept, Note, Place
from hall_app.editing.nightly.plan import Plan
from hall_app.editing.nightly.sealing import Lock
from hall_app.errors import LibraryUnusable, UsageError
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.store.connection import spoken
from hall_app.store.store import Store

Progress = Callable[[int, int], None]
OpenStore = Callable[..., Store]

_SAMPLED = 64
_OLD_SECONDS = 86_400
_STEPS = 3  # the copy, the file, the proof; beside one a medium


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and found sound.

    Attributes:
        media: How many it names in all.
        copied: How many of them were new to the place.
        lost: How many media the library names that the hall has not any more.
    """

    kept: Kept
    records: int
    media: int
    copied: int
    lost: int
    holds_keys: bool
    removed: int


def back_up(
    paths: Paths,
    plan: Plan,
    open_store: OpenStore,
    *,
    now: datetime,
    on_progress: Progress | None = None,
) -> Made:
    """Make a backup of a home in the plan's place.

    Args:
        paths: The home; it may be in use.
        plan: Where to, sealed by what, and what stays.
        open_store: Called with a path and `read_only`.
        now: In the machine's own time.
        on_progress: Called with steps done and in all; what it raises ends the work.

    Raises:
        UsageError: The plan names no place, or the home itself.
        MachineFailed, DiskFull: The place is not there or full; what lay there still does.
        Refused: The place holds something else.
        LibraryUnusable: The backup does not hold what the library does.
    """
    place = _second_place(paths, plan)
    lock = Lock.read(plan.lock) if plan.lock else None
    report = on_progress or _quiet
    with _aside(paths) as work, open_store(paths.library, read_only=True) as store:
        place.claim(keeping.hall_of(store))
        store.backup(work / "library.db", lambda _done, _total: report(0, _STEPS))
        with open_store(work / "library.db", read_only=True) as copy:
            named, vault = keeping.media_hashes(copy), Vault(paths.vault)
            # A medium that the hall has lost is no reason to have no backup of all the rest.
            hashes = [sha256 for sha256 in named if vault.has(sha256)]
            before = sum(place.vault.has(sha256) for sha256 in hashes)
            total = len(hashes) + _STEPS
            keeping.copy_media(hashes, vault, place.vault, lambda done, _: report(done, total))
            _mend(place, vault, hashes)
            about, members = _described(copy, paths, work, hashes, now, with_keys=lock is not None)
        report(total - 2, total)
        kept = _written(place, about, members, lock, work, open_store)
        report(total - 1, total)
    removed = place.thin_out(plan, now)
    report(total, total)
    return Made(
        kept, about.records, len(hashes), len(hashes) - before, len(named) - len(hashes),
        about.holds_keys, len(removed),
    )  # fmt: skip


def _second_place(paths: Paths, plan: Plan) -> Place:
    if plan.folder is None:
        raise UsageError(
            "No place for the backups has been chosen yet.",
            "Choose a folder on another disk in the settings, or set “backup_folder”.",
            code="backup-no-place",
        )
    place = Place(plan.folder)
    place.require()
    home, folder = paths.home.resolve(), plan.folder.resolve()
    if folder == home or home in folder.parents:
        raise UsageError(
            f"{plan.folder} lies in the hall itself.",
            "Choose a folder on another disk.",
            subject=str(plan.folder),
            code="backup-inside",
        )
    return place


def _described(
    copy: Store, paths: Paths, work: Path, hashes: list[str], now: datetime, *, with_keys: bool
) -> tuple[snapshot.About, dict[str, Path]]:
    """What the backup holds, and under which names."""
    members = {"library.db": work / "library.db"}
    folders = (paths.trust, paths.keys) if with_keys else (paths.trust,)
    beside = [path for folder in folders for path in sorted(folder.glob("*.*"))]
    for path in filter(Path.is_file, (*beside, paths.settings)):
        members[path.relative_to(paths.home).as_posix()] = path
    with spoken(paths.home):
        files = {name: snapshot.sha256_of(path) for name, path in members.items()}
    records = sum(copy.count(kind) for kind in Kind)
    about = snapshot.About(
        hall=keeping.hall_of(copy), made_at=now.isoformat(), records=records,
        media=tuple(hashes), files=files,
    )  # fmt: skip
    return about, members


def _written(
    place: Place,
    about: snapshot.About,
    members: dict[str, Path],
    lock: Lock | None,
    work: Path,
    open_store: OpenStore,
) -> Kept:
    """Write the file aside, prove it, and give it its name."""
    final = place.name_for(datetime.fromisoformat(about.made_at))
    aside = final.with_name(f".{final.name}-{secrets.token_hex(6)}.part")
    try:
        with spoken(aside), aside.open("wb") as out:
            key = snapshot.write(out, about, members, lock)
            out.flush()
            os.fsync(out.fileno())
        _prove(place, aside, about, key, work, open_store)
        with spoken(final):
            note = Note(
                sha256=snapshot.sha256_of(aside), size_bytes=aside.stat().st_size,
                records=about.records, is_sealed=lock is not None, holds_keys=about.holds_keys,
                media=about.media,
            )  # fmt: skip
            final.with_suffix(".json").write_bytes(msgspec.json.encode(note))
            aside.replace(final)
    finally:
        aside.unlink(missing_ok=True)
    return next(each for each in place.backups() if each.path == final)


def _prove(
    place: Place,
    file: Path,
    about: snapshot.About,
    key: bytes,
    work: Path,
    open_store: OpenStore,
) -> None:
    """Bring the backup back into a corner, as one would after a fire, and look at it."""
    back = work / "back"
    snapshot.take_out(file, back, key=key)
    with open_store(back / "library.db", read_only=True) as store:
        faults = store.check()
        if faults or sum(store.count(kind) for kind in Kind) != about.records:
            raise LibraryUnusable(
                f"The backup does not hold what the library does: {next(iter(faults), 'count')}.",
                "Check the disk, and run “hall doctor”.",
                subject=str(place.folder),
                code="backup-unsound",
            )


def _mend(place: Place, vault: Vault, hashes: list[str]) -> None:
    """Look at some of the media in the place, and copy once more what has gone bad there."""
    chance = secrets.SystemRandom()
    for sha256 in chance.sample(hashes, min(_SAMPLED, len(hashes))):
        if place.vault.verify(sha256):
            continue
        with spoken(place.folder):
            place.vault.path(sha256).unlink(missing_ok=True)
        keeping.copy_media([sha256], vault, place.vault)
        if not place.vault.verify(sha256):
            raise LibraryUnusable(
                f"The medium {sha256} in {place.folder} is damaged.",
                "Check that disk, or choose another place for the backups.",
                subject=sha256,
                code="backup-medium-bad",
            )


@contextmanager
def _aside(paths: Paths) -> Iterator[Path]:
    """A corner of the home for what is in the clear; gone after the block."""
    work = paths.cache / f"backup-{secrets.token_hex(6)}"
    with spoken(work):
        for left in paths.cache.glob("backup-*"):  # by a program that was killed
            if left.stat().st_mtime < time.time() - _OLD_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
        work.mkdir(parents=True)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _quiet(_done: int, _total: int) -> None:
    """Nobody looks."""
