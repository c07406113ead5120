"""The page on formats names every code that publishing can give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import hall_app.publishing
from hall_app import errors

PUBLISHING = Path(next(iter(hall_app.publishing.__path__)))
PAGE = (PUBLISHING.parent.parent / "docs" / "formats.md").read_text("utf-8")

# How a refusal or finding is given its code.
_GIVEN = (
    r'\.code = "([a-z-]+)"',
    r'_refused\(\s*"([a-z-]+)"',
    r'refused_zip\(\s*"([a-z-]+)"',
    r'Finding\(\s*"([a-z-]+)"',
)
CODES = {
    code
    for path in PUBLISHING.rglob("*.py")
    for pattern in _GIVEN
    for code in re.findall(pattern, path.read_text("utf-8"))
}


@pytest.mark.parametrize(
    "code", sorted(CODES | {errors.PackageRefused.code, errors.Cancelled.code, "invalid-record"})
)
def test_the_page_tells_what_to_do_about(code: str):
    assert f"`{code}`" in PAGE


def test_codes_are_found_in_the_source():
    assert {"untrusted", "zip-bomb", "bag-hash", "archive-damaged", "expired"} <= CODES
