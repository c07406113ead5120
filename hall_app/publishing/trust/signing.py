"""Signing: the root that names the keys, and the three roles that carry one release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from hall_app.errors import UsageError
from hall_app.publishing.trust.keys import Keyring

MANIFEST = "manifest.json"
TIMESTAMP = "timestamp.json"
SIGNED_AT = "signed_at"

COMPACT = JSONSerializer(compact=True)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Expiries:
    """How long each signature is believed; a hall fed by USB stick alone needs a timestamp of 400 days."""

    root: timedelta = 3650 * _DAY
    targets: timedelta = 1095 * _DAY
    snapshot: timedelta = 365 * _DAY
    timestamp: timedelta = 60 * _DAY


CLOSED_HALL = Expiries()


@dataclass(frozen=True, slots=True)
class Versions:
    """The newest versions that were ever signed; a screen obeys none that is older."""

    snapshot: int = 0
    timestamp: int = 0


def sign_root(
    keyring: Keyring,
    *,
    now: datetime,
    publishers: Sequence[CryptoSigner] = (),
    threshold: int = 1,
    expiries: Expiries = CLOSED_HALL,
) -> bytes:
    """The first root of a hall; of the keyring's publisher and `publishers`, `threshold` must agree.

    Raises:
        UsageError: The root key has been put away, or the threshold cannot be met.
    """
    if keyring.root is None:
        raise UsageError(
            "The root key is not here.", "Bring the folder you put away.", code="root-key-away"
        )
    signers = (keyring.publisher, *publishers)
    if not 1 <= threshold <= len(signers):
        raise UsageError(
            f"{threshold} of {len(signers)} publishers can never agree.",
            code="publishers-never-agree",
        )
    root = Root(expires=_after(now, expiries.root), consistent_snapshot=True)
    root.add_key(keyring.root.public_key, Root.type)
    for signer in signers:
        root.add_key(signer.public_key, Targets.type)
    for role in (Snapshot.type, Timestamp.type):
        root.add_key(keyring.service.public_key, role)
    root.roles[Targets.type].threshold = threshold
    return _sealed(Metadata[Root](root), keyring.root)


def sign_release(
    manifest: bytes,
    number: int,
    *,
    keyring: Keyring,
    before: Versions,
    now: datetime,
    publishers: Sequence[CryptoSigner] = (),
    expiries: Expiries = CLOSED_HALL,
    custom: Mapping[str, Any] | None = None,
) -> dict[str, bytes]:
    """The metadata files that make a manifest a release, by name; the roots are not among them.

    The versions are higher than those `before`; `publishers` sign besides the keyring's own.
    `custom` is signed beside the manifest's hash and means nothing to a screen.
    """
    targets = Targets(number, expires=_after(now, expiries.targets))
    digest = sha256(manifest).hexdigest()
    beside = {"custom": dict(custom)} if custom else None
    targets.targets[MANIFEST] = TargetFile(len(manifest), {"sha256": digest}, MANIFEST, beside)
    targets_bytes = _sealed(Metadata[Targets](targets), keyring.publisher, *publishers)
    meta = {"targets.json": _described(number, targets_bytes)}
    version = max(before.snapshot + 1, number)
    snapshot = Snapshot(version, expires=_after(now, expiries.snapshot), meta=meta)
    snapshot_bytes = _sealed(Metadata[Snapshot](snapshot), keyring.service)
    return {
        f"{number}.targets.json": targets_bytes,
        f"{version}.snapshot.json": snapshot_bytes,
        TIMESTAMP: _timestamp(version, snapshot_bytes, keyring, before, now, expiries),
    }


def renew(
    metadata: Mapping[str, bytes],
    *,
    keyring: Keyring,
    before: Versions,
    now: datetime,
    expiries: Expiries = CLOSED_HALL,
) -> dict[str, bytes]:
    """The same release with a new timestamp, and a new snapshot too once half its time is over."""
    timestamp = Metadata[Timestamp].from_bytes(metadata[TIMESTAMP]).signed
    version = timestamp.snapshot_meta.version
    snapshot_bytes = metadata[f"{version}.snapshot.json"]
    snapshot = Metadata[Snapshot].from_bytes(snapshot_bytes).signed
    files = {}
    if snapshot.expires - now < expiries.snapshot / 2:
        version = before.snapshot + 1
        fresh = Snapshot(version, expires=_after(now, expiries.snapshot), meta=snapshot.meta)
        snapshot_bytes = files[f"{version}.snapshot.json"] = _sealed(
            Metadata[Snapshot](fresh), keyring.service
        )
    files[TIMESTAMP] = _timestamp(version, snapshot_bytes, keyring, before, now, expiries)
    return files


def newest_versions(metadata: Mapping[str, bytes]) -> Versions:
    """The versions that a set of metadata holds."""
    timestamp = Metadata[Timestamp].from_bytes(metadata[TIMESTAMP]).signed
    return Versions(timestamp.snapshot_meta.version, timestamp.version)


def _timestamp(
    version: int,
    snapshot: bytes,
    keyring: Keyring,
    before: Versions,
    now: datetime,
    expiries: Expiries,
) -> bytes:
    timestamp = Timestamp(
        max(before.timestamp + 1, version),
        expires=_after(now, expiries.timestamp),
        snapshot_meta=_described(version, snapshot),
        # The newest signed date a screen has seen is the floor under its own clock.
        unrecognized_fields={SIGNED_AT: _whole_seconds(now).isoformat()},
    )
    return _sealed(Metadata[Timestamp](timestamp), keyring.service)


def _described(version: int, data: bytes) -> MetaFile:
    return MetaFile(version, len(data), {"sha256": sha256(data).hexdigest()})


def _sealed(
    metadata: Metadata[Root] | Metadata[Targets] | Metadata[Snapshot] | Metadata[Timestamp],
    *signers: CryptoSigner,
) -> bytes:
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes(COMPACT)


def _after(now: datetime, time: timedelta) -> datetime:
    return _whole_seconds(now) + time


def _whole_seconds(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(microsecond=0)
