"""Taking the records of a package into the library: verified, looked at, then one undo step."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId, uuid7
from hall_app.domain.records.record import Record
from hall_app.editing import content
from hall_app.editing.content import Loaded
from hall_app.editing.keeping import new_library
from hall_app.editing.records import free_slug
from hall_app.errors import Cancelled, Refused
from hall_app.media.cleaning import clean
from hall_app.media.limits import DEFAULT_LIMITS
from hall_app.media.refusal import Refusal
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.publishing.archive import Archive
from hall_app.publishing.comparison import TAKEN, Comparison, Preview, Standing, compare
from hall_app.publishing.objects import named_files
from hall_app.publishing.package_files import PackageFiles
from hall_app.publishing.progress import SILENT, Progress
from hall_app.publishing.public import public_form, written_form
from hall_app.publishing.released import SignedRelease
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.trust.verification import Trust
from hall_app.publishing.verifying import verified_package
from hall_app.store.codec import canonical_json, to_document
from hall_app.store.edit import Edit
from hall_app.store.store import Store

_IN_MEMORY_BYTES = 16 * 1024 * 1024

# Whatever a record calls a file, these are read as drawings: plain or gzipped.
_DRAWINGS = (b"<", b"\xef\xbb\xbf<", b"\x1f\x8b")


class OnConflict(StrEnum):
    """What to do with a record that was written on both sides."""

    KEEP_MINE = "keep-mine"
    TAKE_THEIRS = "take-theirs"
    KEEP_BOTH = "keep-both"


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a package did."""

    preview: Preview
    created: int
    updated: int
    changes: Changes


def look(package: Path, store: Store, vault: Vault, trust: Trust) -> Preview:
    """Say what taking a package in would do; nothing is written.

    Raises:
        PackageRefused, NotTrusted: The package is damaged, hostile, or of a hall nobody accepted.
    """
    with _opened(package, trust, SILENT) as (release, files):
        return _compared(release, files, store, vault)


def take(
    package: Path,
    store: Store,
    vault: Vault,
    trust: Trust,
    *,
    on_conflict: OnConflict = OnConflict.KEEP_MINE,
    choices: Mapping[RecordId, OnConflict] | None = None,
    author: str = "",
    progress: Progress = SILENT,
) -> Taken:
    """Take a package in as one step; taken twice it changes nothing.

    Args:
        package: A `.hall` file.
        store: The library to write to.
        vault: Where its files go, before the library names them.
        trust: Whose packages are believed.
        on_conflict: For records that were written on both sides.
        choices: Other answers for single records, by id.
        author: Who takes; stands in the history.
        progress: Told the bytes while verifying; may stop the work.

    Raises:
        PackageRefused, NotTrusted: As `look`; nothing is written.
    """
    with _opened(package, trust, progress) as (release, files):
        _take_files(_compared(release, files, store, vault), files, vault)
        label = f"{TAKEN}{release.manifest.words.best('zh-Hans')} {release.manifest.number}"
        with store.edit(label, author=author) as edit:
            preview = _compared(release, files, store, vault)
            answers = _Answers(on_conflict, choices or {}, store, edit)
            for one in preview.records:
                answers.settle(one)
    return Taken(preview, answers.created, answers.updated, edit.changes)


def import_package(
    store: Store,
    vault: Vault,
    package: Path,
    trust: Path,
    *,
    accepted: str = "",
    on_conflict: str = OnConflict.KEEP_MINE,
    author: str = "",
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Loaded:
    """Take a package in, or say what that would do, and count; a refused package is in the list."""
    believed = TrustFolder(trust).load(*([accepted] if accepted else []))
    try:
        if dry_run:
            preview = look(package, store, vault, believed)
            return _counted(preview, len(preview.new), len(preview.changed))
        taken = take(
            package, store, vault, believed,
            on_conflict=OnConflict(on_conflict), author=author, progress=progress,
        )  # fmt: skip
    except Cancelled:
        raise
    except Refused as problem:
        return Loaded(refused=[content.Refusal(str(package), str(problem))])
    return _counted(taken.preview, taken.created, taken.updated, taken.changes)


def make_library(
    paths: Paths,
    package: Path,
    *,
    open_store: Callable[[Path], Store],
    trust: str = "",
    author: str = "",
    on_progress: Progress = SILENT,
) -> Loaded:
    """Make a home's library from a package; it gets its name when it is whole.

    Raises:
        Refused: There is a library already, or the package is refused.
    """
    believed = TrustFolder(paths.trust).load(*([trust] if trust else []))
    with new_library(paths, open_store) as store:
        taken = take(
            package, store, Vault(paths.vault), believed, author=author, progress=on_progress
        )
    return _counted(taken.preview, taken.created, taken.updated, taken.changes)


class _Answers:
    """Writes each record as the person answered, within one edit."""

    def __init__(
        self,
        default: OnConflict,
        choices: Mapping[RecordId, OnConflict],
        store: Store,
        edit: Edit,
    ) -> None:
        self.created = self.updated = 0
        self._default, self._choices, self._store, self._edit = default, choices, store, edit

    def settle(self, one: Comparison) -> None:
        match one.standing:
            case Standing.NEW:
                self._edit.put(one.taken)
                self.created += 1
            case Standing.CHANGED:
                self._update(one)
            case Standing.CONFLICT:
                self._settle_conflict(one)
            case Standing.UNCHANGED:
                pass

    def _settle_conflict(self, one: Comparison) -> None:
        match self._choices.get(one.theirs.id, self._default):
            case OnConflict.TAKE_THEIRS:
                self._update(one)
            case OnConflict.KEEP_BOTH:
                self._keep_both(one.theirs)
            case OnConflict.KEEP_MINE:
                pass

    def _update(self, one: Comparison) -> None:
        self._edit.put(one.taken)
        self.updated += 1

    def _keep_both(self, theirs: Record) -> None:
        """Theirs beside mine, under an id that follows from it: a second time it is there already."""
        copy_id = _id_of_copy(theirs)
        if not self._store.exists(copy_id):
            slug = free_slug(self._store, theirs.kind, theirs.slug)
            self._edit.put(replace(written_form(theirs), id=copy_id, slug=slug))
            self.created += 1


def _id_of_copy(theirs: Record) -> RecordId:
    digest = int.from_bytes(sha256(canonical_json(to_document(theirs))).digest())
    made = datetime.fromtimestamp((UUID(theirs.id).int >> 80) / 1000, UTC)
    return RecordId(uuid7(made, lambda bits: digest & ((1 << bits) - 1)))


@contextmanager
def _opened(
    package: Path, trust: Trust, progress: Progress
) -> Iterator[tuple[SignedRelease, PackageFiles]]:
    with Archive.open(package) as archive:
        release = verified_package(archive, trust, progress=progress)
        assert isinstance(release.files, PackageFiles)
        yield release, release.files


def _compared(release: SignedRelease, files: PackageFiles, store: Store, vault: Vault) -> Preview:
    return compare(
        release, store, lambda name: _fault_of(name, files, vault), files.carries.galleries
    )


def _fault_of(name: str, files: PackageFiles, vault: Vault) -> str:
    """Why a file cannot be taken: a drawing of another hall may hold what a drawing here may not."""
    if vault.has(name):
        return ""
    if not files.has(name):
        return "its file is not in the package"
    if files.starts_with(name, _DRAWINGS):
        try:
            clean(files.read(name), DEFAULT_LIMITS)
        except Refusal as refusal:
            return str(refusal.named(name[:12]))
    return ""


def _take_files(preview: Preview, files: PackageFiles, vault: Vault) -> None:
    """Bring every file that a record may name into the vault; nobody misses one that is not used."""
    wanted = [one.theirs for one in preview.records if one.standing is not Standing.UNCHANGED]
    for name in _named(wanted):
        if vault.has(name):
            continue
        if files.size(name) <= _IN_MEMORY_BYTES:
            vault.put(files.read(name))
            continue
        with tempfile.TemporaryDirectory(dir=vault.folder.parent) as folder:
            part = Path(folder) / name
            with part.open("wb") as file:
                files.copy(name, file)
            with vault.stage(part, most_bytes=files.size(name)) as staged:
                vault.keep(staged)


def _named(records: Iterable[Record]) -> list[str]:
    names = (name for record in records for name in named_files(to_document(public_form(record))))
    return list(dict.fromkeys(names))


def _counted(
    preview: Preview, created: int, updated: int, changes: Changes | None = None
) -> Loaded:
    loaded = Loaded(created=created, updated=updated)
    loaded.unchanged = len(preview.records) - created - updated
    loaded.refused = [content.Refusal(one.ref, one.reason) for one in preview.refused]
    if changes is not None:
        loaded.changes = changes
    return loaded
