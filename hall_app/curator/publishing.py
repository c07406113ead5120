"""What publishing and exporting do on the worker thread; plain functions of the open hall."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.editing import content_writer, diary
from hall_app.errors import NotFound
from hall_app.publishing import preflight, publication
from hall_app.publishing.package import Carries, write_package
from hall_app.publishing.released import ReleaseFolder, open_release
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.founding import found_or_open
from hall_app.publishing.trust.home import TrustFolder
from hall_app.qt.tasks import Task


@dataclass(frozen=True, slots=True)
class Published:
    """A release that went out."""

    number: int
    changes: Changes


def publish(passphrase: str, note: str, hall: Hall, task: Task) -> Published:
    """Check, open or make the keys, sign and publish."""
    now = bootstrap.now()
    preflight.refuse_what_blocks(hall.store, hall.vault, today=now)
    trust = TrustFolder(hall.paths.trust)
    keyring = found_or_open(
        trust,
        hall.paths.keys,
        passphrase,
        has_published=publication.has_published(hall.store),
        now=now,
    )
    release = publication.publish(
        hall.store, hall.vault, ReleasesFolder(hall.paths.releases), trust, keyring,
        now=now, note=note, author=hall.author, progress=task.report,
    )  # fmt: skip
    number = release.manifest.number
    entered = hall.store.find(Kind.RELEASE, f"release-{number}")
    touched = frozenset({(Kind.RELEASE, entered.id)}) if entered else frozenset()
    return Published(number, Changes("publish", touched))


def export_package(out: Path, *, is_light: bool, hall: Hall, task: Task) -> Path:
    """Write the release that is shown as one package."""
    folder = ReleasesFolder(hall.paths.releases).current_folder()
    if folder is None:
        raise NotFound(
            "Nothing has been published here yet.", "Publish first.", code="published-nothing"
        )
    trust = TrustFolder(hall.paths.trust).load()
    release = open_release(ReleaseFolder(folder), trust, at=None)
    path = write_package(release, out, carries=Carries(is_light=is_light), progress=task.report)
    diary.tell_if_kept(hall.store, "exported", author=hall.author, subject=out.name)
    return path


def export_content(out: Path, hall: Hall, task: Task) -> Path:
    """Write the library as content files, kind after kind."""
    kinds = list(Kind)
    for done, kind in enumerate(kinds):
        task.report(done, len(kinds))
        content_writer.dump(hall.store, out, hall.vault, (kind,))
    diary.tell_if_kept(hall.store, "exported", author=hall.author, subject=out.name)
    return out
