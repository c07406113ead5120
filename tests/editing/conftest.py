"""A library with its vault, a clock that stands still, and one reader of files for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from hall_app.store.store import Store
from tests.clock import Clock, Ids


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(path, now=clock, new_id=Ids()) as opened:
        yield opened


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


@pytest.fixture(scope="session")
def workshop() -> Iterator[Workshop]:
    with Workshop(fonts=None, readers=1) as workshop:
        yield workshop
