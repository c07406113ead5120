"""`export`: a package packed, hashed and verified while written, beside zipfile and hashlib in one pass."""

from __future__ import annotations

import hashlib
import secrets
import zipfile
from collections.abc import Iterator
from pathlib import Path

from hall_app import bootstrap
from hall_app.bench.measure import in_turn, seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import Workplace
from hall_app.publishing.package import write_package
from hall_app.publishing.publication import publish
from hall_app.publishing.released import ReleaseFolder, SignedRelease, open_release
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.founding import found_or_open
from hall_app.publishing.trust.home import TrustFolder
from hall_app.settings import Settings

_CHUNK = 1 << 20


def bench(place: Workplace) -> Iterator[Row]:
    """Megabytes a second into the page cache, over the hall's own release."""
    release, folder = ensure_release(place)
    objects = sorted(path for path in (folder / "objects").rglob("*") if path.is_file())
    megabytes = sum(path.stat().st_size for path in objects) / 1e6
    out = place.fresh("export")

    def ours() -> float:
        (out / "ours.hall").unlink(missing_ok=True)
        return megabytes / seconds(lambda: write_package(release, out / "ours.hall"))

    def peer() -> float:
        return megabytes / seconds(lambda: _one_pass(objects, out / "peer.zip"))

    our_rate, peer_rate = in_turn(ours, peer)
    yield compared(
        "export", our_rate, peer_rate, unit="MB/s", bar=1.3, less_is_better=False,
        note=f"Python zipfile stored + hashlib, one pass; {len(objects)} files, {megabytes:.0f} MB",
    )  # fmt: skip


def ensure_release(place: Workplace) -> tuple[SignedRelease, Path]:
    """The hall's own content published once in the bench's home."""
    paths = place.hall
    trust, releases = TrustFolder(paths.trust), ReleasesFolder(paths.releases)
    if releases.current_folder() is None:
        with bootstrap.open_hall(paths, Settings()) as hall:
            keyring = found_or_open(
                trust, paths.keys, secrets.token_urlsafe(24), now=bootstrap.now()
            )
            publish(
                hall.store,
                hall.vault,
                releases,
                trust,
                keyring,
                now=bootstrap.now(),
                author="bench",
            )
    folder = releases.current_folder()
    assert folder is not None
    return open_release(ReleaseFolder(folder), trust.load(), at=None), folder


def _one_pass(objects: list[Path], out: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in objects:
            digest = hashlib.sha256()
            with path.open("rb") as source, archive.open(path.name, "w") as target:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    target.write(chunk)
