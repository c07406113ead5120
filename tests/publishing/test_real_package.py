"""The hall's own content on the whole road: published, packed, flipped, taken in, shown."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from pathlib import Path

import pytest

from hall_app import bootstrap
from hall_app.domain.kinds import Kind
from hall_app.errors import Refused
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.publishing import preflight
from hall_app.publishing.archive import Archive
from hall_app.publishing.installing import install
from hall_app.publishing.opening import open_reader
from hall_app.publishing.package import write_package
from hall_app.publishing.publication import publish
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.taking import make_library
from hall_app.publishing.trust.founding import found_or_open
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.trust.verification import Trust
from hall_app.publishing.verifying import verified_package, verify
from hall_app.store.store import Store
from tests.publishing.making import LITTLE, NOW, PASSPHRASE

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Paths:
    """A home with the hall's own content, published once."""
    paths = Paths(tmp_path_factory.mktemp("real") / "home")
    loaded = bootstrap.make_library(paths)
    assert loaded.refused == []
    trust = TrustFolder(paths.trust)
    keyring = found_or_open(trust, paths.keys, PASSPHRASE, now=NOW, cost=LITTLE)
    with bootstrap.open_store(paths.library) as store:
        vault = Vault(paths.vault)
        preflight.refuse_what_blocks(store, vault, today=NOW)
        publish(store, vault, ReleasesFolder(paths.releases), trust, keyring, now=NOW)
    return paths


@pytest.fixture(scope="module")
def trust(home: Paths) -> Trust:
    return TrustFolder(home.trust).load()


@pytest.fixture(scope="module")
def package(home: Paths) -> Path:
    with open_reader(home, now=lambda: NOW) as reader:
        return write_package(reader.release, home.home / "real.hall")


def everything(store: Store) -> dict[str, object]:
    records = (record for kind in Kind if kind is not Kind.RELEASE for record in store.all(kind))
    return {record.id: record for record in records}


def test_two_thousand_flipped_bits_are_refused(package: Path, trust: Trust):
    assert verify(package, trust, now=NOW).ok
    data = bytearray(package.read_bytes())
    through = []
    for bit in random.Random(2000).sample(range(8 * len(data)), 2000):
        data[bit // 8] ^= 1 << bit % 8
        try:
            with Archive.read_from(io.BytesIO(data)) as archive:
                verified_package(archive, trust)
            through.append(bit)
        except Refused:
            pass
        data[bit // 8] ^= 1 << bit % 8
    assert through == []


def test_the_hall_arrives_whole_in_an_empty_home(
    home: Paths, package: Path, trust: Trust, tmp_path
):
    other = Paths(tmp_path / "other")
    make_library(other, package, open_store=bootstrap.open_store, trust=trust.fingerprint)
    with bootstrap.open_store(other.library) as there, bootstrap.open_store(home.library) as here:
        found, expected = everything(there), everything(here)
        assert there.check() == ()
    assert found.keys() == expected.keys()
    for key, record in expected.items():
        assert found[key] == replace(record, remark=""), record.slug


def test_a_screen_shows_it(package: Path, trust: Trust, tmp_path: Path):
    kiosk = Paths(tmp_path / "kiosk")
    install(package, kiosk, now=NOW, accepted=(trust.fingerprint,))
    with open_reader(kiosk, now=lambda: NOW) as reader:
        galleries = [gallery.slug for gallery in reader.all(Kind.GALLERY)]
        assert galleries == ["preface", "century", "era", "craft", "brand"]
        assert len(reader.all(Kind.EVENT)) == 112
        for media in reader.all(Kind.MEDIA):
            assert reader.media_file(media, 1280) is not None, media.slug
