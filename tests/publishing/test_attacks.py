"""Attacks on the signatures: old, mixed, missing, by the wrong key, and how a hall changes its keys."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Targets, Timestamp

from hall_app.errors import NotTrusted, PackageRefused, UsageError
from hall_app.publishing.released import ReleaseFolder, open_release
from hall_app.publishing.trust import fingerprint
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.trust.keys import Keyring
from hall_app.publishing.trust.signing import (
    COMPACT,
    TIMESTAMP,
    Versions,
    newest_versions,
    renew,
    sign_release,
    sign_root,
)
from hall_app.publishing.trust.verification import Trust, verify_metadata
from tests.publishing.making import NOW, Home, furnish

MANIFEST = b'{"a": "manifest"}'


def a_keyring() -> Keyring:
    return Keyring(*(CryptoSigner.generate_ed25519() for _ in range(3)))


@pytest.fixture
def keyring() -> Keyring:
    return a_keyring()


class Signed:
    """The metadata of a hall that publishes again and again."""

    def __init__(self, keyring: Keyring) -> None:
        self.keyring = keyring
        self.roots = [sign_root(keyring, now=NOW)]
        self.before = Versions()

    def publish(self, number: int, manifest: bytes = MANIFEST, *, now=NOW) -> dict[str, bytes]:
        files = sign_release(manifest, number, keyring=self.keyring, before=self.before, now=now)
        self.before = newest_versions(files)
        return {**self.root_files(), **files}

    def root_files(self) -> dict[str, bytes]:
        return {f"{n}.root.json": root for n, root in enumerate(self.roots, 1)}

    @property
    def trust(self) -> Trust:
        return Trust(tuple(self.roots))


@pytest.fixture
def hall(keyring: Keyring) -> Signed:
    return Signed(keyring)


def code_of(files: dict[str, bytes], trust: Trust, *, at=NOW) -> str:
    """The code of the refusal, empty where it is believed."""
    try:
        verify_metadata(files.get, trust, at=at)
    except NotTrusted as refusal:
        return refusal.code
    return ""


def newest(files: dict[str, bytes]) -> tuple[bytes, bytes]:
    version = newest_versions(files).snapshot
    return files[TIMESTAMP], files[f"{version}.snapshot.json"]


def test_what_the_hall_signed_is_believed_and_names_the_manifest(hall: Signed):
    found = verify_metadata(hall.publish(4).get, hall.trust, at=NOW)
    assert (found.number, found.length, found.is_trusted) == (4, len(MANIFEST), True)
    assert found.signed_at == NOW
    assert found.fingerprint == hall.trust.fingerprint


def test_what_is_older_than_what_was_seen_is_refused(hall: Signed):
    old, new = hall.publish(1), hall.publish(2)
    seen = replace(hall.trust, newest=newest(new))
    assert code_of(old, seen) == "rolled-back"
    assert code_of(new, seen) == ""
    assert code_of(old, hall.trust) == ""


def test_parts_of_two_releases_do_not_make_a_third(hall: Signed):
    old, new = hall.publish(1), hall.publish(2, b"another")
    assert (
        code_of({**new, TIMESTAMP: old[TIMESTAMP]}, replace(hall.trust, newest=newest(new)))
        == "rolled-back"
    )
    assert code_of({**new, "2.snapshot.json": old["1.snapshot.json"]}, hall.trust) == "damaged"
    assert code_of({**new, "2.targets.json": old["1.targets.json"]}, hall.trust) == "damaged"


def test_a_missing_part_is_said(hall: Signed):
    files = hall.publish(1)
    for name in files:
        left = {key: value for key, value in files.items() if key != name}
        assert code_of(left, hall.trust) == "incomplete"


@pytest.mark.parametrize("role", ["timestamp.json", "1.snapshot.json", "1.targets.json"])
def test_another_key_signs_nothing(hall: Signed, role: str):
    """The attacker has every role but one; each one is needed."""
    thief = Signed(a_keyring())
    files = {**hall.publish(1), role: thief.publish(1)[role]}
    assert code_of(files, hall.trust) in {"unsigned", "damaged"}


def test_a_hall_that_calls_itself_ours_is_another(hall: Signed):
    thief = Signed(a_keyring())
    assert code_of(thief.publish(1), hall.trust) == "untrusted"
    mixed = {**thief.publish(1), "1.root.json": hall.roots[0]}
    assert code_of(mixed, hall.trust) == "unsigned"


def test_flipped_bits_of_signatures_are_refused(hall: Signed):
    files = hall.publish(1)
    chance = random.Random(3)
    for name in sorted(files):
        data = bytearray(files[name])
        start = files[name].index(b'"sig":"') + 7
        for _ in range(30):
            at = start + chance.randrange(128)
            flipped = data.copy()
            flipped[at] ^= 1 << chance.randrange(8)
            assert code_of({**files, name: bytes(flipped)}, hall.trust) != ""


def test_signatures_expire_one_after_the_other(hall: Signed):
    files = hall.publish(1)
    assert code_of(files, hall.trust, at=NOW + timedelta(days=59)) == ""
    assert code_of(files, hall.trust, at=NOW + timedelta(days=60)) == "expired"
    assert code_of(files, hall.trust, at=None) == ""


def test_a_renewed_timestamp_keeps_a_release_fresh_for_years(hall: Signed):
    files, now = hall.publish(1), NOW
    for _ in range(40):
        now += timedelta(days=25)
        files |= renew(files, keyring=hall.keyring, before=hall.before, now=now)
        hall.before = newest_versions(files)
        assert code_of(files, hall.trust, at=now + timedelta(days=50)) == ""
    assert code_of(files, hall.trust, at=NOW + timedelta(days=1095)) == "expired"


def test_two_publishers_must_agree_where_the_hall_says_so(keyring: Keyring):
    second = CryptoSigner.generate_ed25519()
    root = sign_root(keyring, now=NOW, publishers=[second], threshold=2)
    trust = Trust((root,))

    def signed(*publishers: CryptoSigner) -> dict[str, bytes]:
        files = sign_release(
            MANIFEST, 1, keyring=keyring, before=Versions(), now=NOW, publishers=publishers
        )
        return {"1.root.json": root, **files}

    assert code_of(signed(), trust) == "unsigned"
    assert code_of(signed(second), trust) == ""
    assert code_of(signed(CryptoSigner.generate_ed25519()), trust) == "unsigned"
    with pytest.raises(UsageError):
        sign_root(keyring, now=NOW, threshold=2)


def next_root(hall: Signed, changed: Root, *signers: CryptoSigner) -> bytes:
    """A root after the newest, as the ceremony with the key that was put away makes it."""
    changed.version = len(hall.roots) + 1
    metadata = Metadata[Root](changed)
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes(COMPACT)


def with_new_publisher(hall: Signed) -> Keyring:
    """The hall changes its publisher's key and signs a second root."""
    old, new = hall.keyring, a_keyring()
    changed = Metadata[Root].from_bytes(hall.roots[-1]).signed
    changed.revoke_key(old.publisher.public_key.keyid, Targets.type)
    changed.add_key(new.publisher.public_key, Targets.type)
    hall.roots.append(next_root(hall, changed, old.root))
    return replace(old, publisher=new.publisher)


def test_a_home_learns_new_keys_from_the_old_root(hall: Signed):
    first = hall.trust
    thief = hall.keyring
    hall.keyring = with_new_publisher(hall)
    files = hall.publish(2)
    assert code_of(files, first) == ""
    assert verify_metadata(files.get, first, at=NOW).roots == tuple(hall.roots)
    hall.keyring = thief
    assert code_of(hall.publish(3), first) == "unsigned"
    assert code_of({n: f for n, f in files.items() if n != "2.root.json"}, first) == "unsigned"


def test_a_package_from_before_a_change_of_keys_takes_no_root_away(hall: Signed, tmp_path: Path):
    before = tuple(hall.roots)
    with_new_publisher(hall)
    folder = TrustFolder(tmp_path)
    folder.adopt(tuple(hall.roots))
    folder.adopt(before)
    assert folder.load() == hall.trust


def test_the_fingerprint_outlives_a_change_of_keys(hall: Signed):
    before = hall.trust.fingerprint
    hall.keyring = with_new_publisher(hall)
    assert verify_metadata(hall.publish(2).get, Trust(accepted=(before,)), at=NOW).is_trusted


def test_nobody_else_can_add_a_root(hall: Signed):
    thief = Signed(a_keyring())
    changed = Metadata[Root].from_bytes(hall.roots[0]).signed
    changed.add_key(thief.keyring.publisher.public_key, Targets.type)
    forged = next_root(hall, changed, thief.keyring.root)
    assert code_of({**hall.publish(1), "2.root.json": forged}, hall.trust) == "unsigned"


def test_a_timestamp_that_hides_its_date_is_refused(hall: Signed):
    files = hall.publish(1)
    timestamp = Metadata[Timestamp].from_bytes(files[TIMESTAMP])
    timestamp.signed.unrecognized_fields.clear()
    timestamp.sign(hall.keyring.service)
    assert code_of({**files, TIMESTAMP: timestamp.to_bytes()}, hall.trust) == "damaged"


def respelled(data: bytes, change) -> bytes:
    metadata = Metadata[Timestamp].from_bytes(data)
    change(metadata)
    return metadata.to_bytes(COMPACT)


def in_capitals(metadata: Metadata) -> None:
    for signature in metadata.signatures.values():
        signature.signature = signature.signature.upper()


def with_a_strangers_signature(metadata: Metadata) -> None:
    metadata.sign(CryptoSigner.generate_ed25519(), append=True)


@pytest.mark.parametrize("change", [in_capitals, with_a_strangers_signature])
def test_signatures_have_one_spelling_and_nobody_adds_to_them(hall: Signed, change):
    files = hall.publish(1)
    for name in files:
        changed = {**files, name: respelled(files[name], change)}
        expected = "untrusted" if name == "1.root.json" else "damaged"
        assert code_of(changed, hall.trust) == expected
    root = respelled(hall.roots[0], change)
    first = Trust(accepted=(fingerprint.of_root(root),))
    assert code_of({**files, "1.root.json": root}, first) == "damaged"


def test_hostile_metadata_is_refused_and_not_suffered(hall: Signed):
    files = hall.publish(1)
    for data in (b"", b"{}", b"[" * 100_000, b'{"signed": 1}', b"\xff" * 100, b"0" * (1 << 20)):
        for name in files:
            assert code_of({**files, name: data}, hall.trust) in {"damaged", "untrusted"}


def test_a_changed_document_or_manifest_is_refused(tmp_path: Path):
    home = Home.at(tmp_path / "home")
    furnish(home)
    release = home.publish()
    home.store.close()
    for name in (release.signed.sha256, release.manifest.records.sha256):
        folder = tmp_path / name
        shutil.copytree(home.releases.path(1), folder)
        path = folder / "objects" / name
        path.write_bytes(path.read_bytes().replace(b"e", b"f", 1))
        with pytest.raises(PackageRefused):
            list(open_release(ReleaseFolder(folder), home.trust.load(), at=None).records())
