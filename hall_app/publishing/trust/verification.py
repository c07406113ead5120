"""Verification: whether a set of metadata was signed by keys that this home believes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from tuf.api import exceptions
from tuf.api.metadata import Metadata, Root, Timestamp
from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet
from tuf.ngclient.config import EnvelopeType

from hall_app.errors import NotTrusted
from hall_app.publishing.trust import fingerprint
from hall_app.publishing.trust.signing import MANIFEST, SIGNED_AT, TIMESTAMP
from hall_app.publishing.trust.spelling import strays

METADATA_MOST_BYTES = 256 * 1024
ROOTS_MOST = 64

# Before every signature: nothing has expired yet, versions and signatures are still checked.
NO_CLOCK = datetime(1970, 1, 1, tzinfo=UTC)

ReadMetadata = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Trust:
    """What a home believes.

    Attributes:
        roots: The home's own hall: its roots from version 1 on, the newest last; none on an empty home.
        accepted: Fingerprints of other halls that the person at this home said yes to.
        newest: The newest timestamp and snapshot that were installed here; older ones are refused.
    """

    roots: tuple[bytes, ...] = ()
    accepted: tuple[str, ...] = ()
    newest: tuple[bytes, bytes] | None = None

    @property
    def fingerprint(self) -> str:
        """Of the home's own hall; empty where it has none."""
        return fingerprint.of_root(self.roots[0]) if self.roots else ""


@dataclass(frozen=True, slots=True)
class SignedManifest:
    """A manifest that verifies, and who stands behind it.

    Attributes:
        is_trusted: False where the signatures fit each other but this home does not know the hall.
        fingerprint: Of the hall that signed.
        signed_at: When the timestamp was signed: no honest clock is behind it.
        expires: When the timestamp stops being proof that nothing newer was published.
        files: The metadata that was read, by name.
    """

    sha256: str
    length: int
    number: int
    is_trusted: bool
    fingerprint: str
    signed_at: datetime
    expires: datetime
    files: dict[str, bytes]

    @property
    def roots(self) -> tuple[bytes, ...]:
        """The chain of roots, version 1 first."""
        return tuple(data for name, data in self.files.items() if name.endswith(".root.json"))


def verify_metadata(
    read: ReadMetadata, trust: Trust, *, at: datetime | None, known_only: bool = True
) -> SignedManifest:
    """Follow the signatures from a root to the manifest.

    Args:
        read: Gives a metadata file by name, or None where there is none.
        trust: Whom to believe, and what was seen before.
        at: The time by which signatures may have expired; None looks at no clock.
        known_only: Refuse a hall this home does not know, and not only say so.

    Raises:
        NotTrusted: A signature, version, hash or date is not right; `code` says which.
    """
    reader = _Reader(read)
    chain = reader.roots()
    name = fingerprint.of_root(chain[0])
    anchor, later, is_trusted = _anchor(chain, name, trust)
    if known_only and not is_trusted:
        raise unknown_hall(name)
    with _spoken():
        trusted = TrustedMetadataSet(anchor, EnvelopeType.METADATA)
        for root in later:
            trusted.update_root(root)
        trusted.reference_time = NO_CLOCK
        seen_timestamp, seen_snapshot = trust.newest or (None, None)
        _remember(trusted.update_timestamp, seen_timestamp)
        trusted.reference_time = at or NO_CLOCK
        _update_timestamp(trusted, reader.need(TIMESTAMP))
        _remember(partial(trusted.update_snapshot, trusted=True), seen_snapshot)
        version = trusted.timestamp.snapshot_meta.version
        trusted.update_snapshot(reader.need(f"{version}.snapshot.json"))
        number = trusted.snapshot.meta["targets.json"].version
        targets = trusted.update_targets(reader.need(f"{number}.targets.json"))
        if stray := strays(chain, reader.files):
            raise _refused("damaged", f"{stray[0]} holds more than it must.")
    target = targets.targets.get(MANIFEST)
    if target is None or set(targets.targets) != {MANIFEST} or "sha256" not in target.hashes:
        raise _refused("damaged", "The signed targets name no manifest.")
    return SignedManifest(
        sha256=target.hashes["sha256"],
        length=target.length,
        number=number,
        is_trusted=is_trusted,
        fingerprint=name,
        signed_at=_signed_at(trusted.timestamp),
        expires=trusted.timestamp.expires,
        files=reader.files,
    )


def unknown_hall(name: str) -> NotTrusted:
    """The refusal of a hall that this home does not know."""
    return _refused(
        "untrusted",
        f"It was signed by a hall that is not known here; its fingerprint is {name}.",
        "Ask that hall for its fingerprint by another way, and if it is the same, trust it.",
    )


class _Reader:
    """Metadata files, each read once, within bounds and kept."""

    def __init__(self, read: ReadMetadata) -> None:
        self.files: dict[str, bytes] = {}
        self._read = read

    def need(self, name: str) -> bytes:
        data = self._read(name)
        if data is None:
            raise _refused("incomplete", f"The metadata file {name} is missing.")
        if len(data) > METADATA_MOST_BYTES:
            raise _refused("damaged", f"The metadata file {name} is too large.")
        self.files[name] = data
        return data

    def roots(self) -> list[bytes]:
        """The chain of roots, from version 1."""
        chain = [self.need("1.root.json")]
        for version in range(2, ROOTS_MOST):
            if self._read(f"{version}.root.json") is None:
                break
            chain.append(self.need(f"{version}.root.json"))
        return chain


def _anchor(chain: list[bytes], name: str, trust: Trust) -> tuple[bytes, list[bytes], bool]:
    """The root to start from, the roots to learn from there on, and whether it is believed."""
    if any(fingerprint.same(name, accepted) for accepted in trust.accepted):
        return chain[0], chain[1:], True
    if trust.roots and trust.fingerprint == name:
        known = min(len(trust.roots), len(chain))
        if list(trust.roots[:known]) != chain[:known]:
            raise _refused("unsigned", "Its roots are not the roots of this hall.")
        return trust.roots[-1], chain[len(trust.roots) :], True
    return chain[0], chain[1:], False


def _remember(update: Callable[[bytes], object], seen: bytes | None) -> None:
    """Load what was installed before, so that nothing older is obeyed.

    It may be expired or behind the new timestamp: then it is loaded all the same, as a measure of
    age alone. Where a new root has taken its keys away it is no measure any more.
    """
    if seen is not None:
        with suppress(exceptions.RepositoryError):
            update(seen)


def _update_timestamp(trusted: TrustedMetadataSet, data: bytes) -> None:
    try:
        trusted.update_timestamp(data)
    except exceptions.EqualVersionNumberError:
        if Metadata[Timestamp].from_bytes(data).signed != trusted.timestamp:
            raise


def _signed_at(timestamp: Timestamp) -> datetime:
    words = timestamp.unrecognized_fields.get(SIGNED_AT)
    try:
        moment = datetime.fromisoformat(str(words))
    except ValueError:
        raise _refused("damaged", "The timestamp does not say when it was signed.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@contextmanager
def _spoken() -> Iterator[None]:
    """Turn the library's refusals into ours, each with its code."""
    try:
        yield
    except exceptions.UnsignedMetadataError as problem:
        raise _refused("unsigned", f"A signature is missing or wrong: {problem}.") from problem
    except exceptions.ExpiredMetadataError as problem:
        raise _refused(
            "expired",
            f"Its signatures are too old: {problem}.",
            "Check this computer's clock; if it is right, ask for a newer package.",
        ) from problem
    except exceptions.BadVersionNumberError as problem:
        raise _refused(
            "rolled-back",
            f"It is older than what was installed here: {problem}.",
            "Publish the old content again under a new number.",
        ) from problem
    except (exceptions.RepositoryError, ValueError, KeyError, TypeError) as problem:
        raise _refused("damaged", f"Its metadata do not fit together: {problem}.") from problem


def _refused(code: str, what: str, remedy: str = "Ask for it again.") -> NotTrusted:
    error = NotTrusted(what, remedy)
    error.code = code
    return error


def root_version(root: bytes) -> int:
    """The version a root states."""
    return int(Metadata[Root].from_bytes(root).signed.version)
