"""Ids that sort by time, and slugs that name files."""

from datetime import UTC, datetime
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.ids import is_id, is_slug, uuid7

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@given(st.integers(0, 2**74 - 1))
def test_an_id_is_a_uuid_of_version_7_holding_its_moment_and_all_its_chance(chance):
    made = UUID(uuid7(NOON, lambda bits: chance if bits == 74 else -1))
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == int(NOON.timestamp() * 1000)
    assert ((made.int >> 64) & 0xFFF) << 62 | (made.int & ((1 << 62) - 1)) == chance
    assert is_id(str(made))


def test_ids_sort_by_the_time_they_were_made():
    earlier = uuid7(NOON, lambda _: 2**74 - 1)
    later = uuid7(NOON.replace(microsecond=1000), lambda _: 0)
    assert earlier < later


@pytest.mark.parametrize(
    "words", ["", "event:x", "0" * 32, "018F3C2A-0000-7000-8000-000000000000", "{}"]
)
def test_only_the_canonical_form_is_an_id(words):
    assert not is_id(words)


@pytest.mark.parametrize("words", ["silk", "silk-1872", "0", "a" * 80])
def test_a_slug_is_small_letters_digits_and_hyphens(words):
    assert is_slug(words)


@pytest.mark.parametrize(
    "words", ["", "Silk", "丝", "-silk", "silk-", "a--b", "a b", "a/b", "a" * 81, "a\n"]
)
def test_anything_else_is_no_slug(words):
    assert not is_slug(words)
