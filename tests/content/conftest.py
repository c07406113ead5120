"""The hall's content files, read once for all tests of them."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from hall_app import resources

Files = dict[tuple[str, str], dict[str, Any]]


@cache
def _files() -> Files:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {
        (path.parent.name, path.stem): yaml.load(path.read_text("utf-8"), Loader=loader)
        for path in sorted(resources.content().glob("*/*.yaml"))
    }


@pytest.fixture
def files() -> Files:
    """Kind and slug of each content file, and what it holds."""
    return _files()


@pytest.fixture
def folder() -> Path:
    """Where the content files are."""
    return resources.content()
