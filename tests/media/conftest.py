"""A vault and a workshop whose children serve all tests of this folder in one process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop

FONTS = Path("assets/fonts").resolve()


@pytest.fixture(scope="session")
def workshop() -> Iterator[Workshop]:
    with Workshop(fonts=FONTS, readers=1) as workshop:
        yield workshop


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")
