"""A library in a folder of its own, with a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
