"""The small rules that records carry themselves."""

import pytest

from hall_app.domain.changes import Changes
from hall_app.domain.dates import Day
from hall_app.domain.fields import fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import EarlierFile, Media, Shown
from hall_app.domain.records.media import FILE_FIELDS
from hall_app.domain.schedule import Scope


@pytest.mark.parametrize(
    ("since", "until", "covers"),
    [
        (None, None, True),
        (Day(2026, 3, 1), None, True),
        (Day(2026, 3, 2), None, False),
        (None, Day(2026, 3, 1), True),
        (None, Day(2026, 2, 28), False),
        (Day(2026, 2, 1), Day(2026, 4, 1), True),
    ],
)
def test_the_first_and_the_last_day_shown_are_both_shown(since, until, covers):
    assert Shown(since=since, until=until).covers(Day(2026, 3, 1)) is covers


def test_changes_are_true_when_something_changed():
    one = RecordId("1")
    assert Changes("edit", frozenset({(Kind.EVENT, one)})).ids == {one}
    assert Changes("edit", frozenset({(Kind.EVENT, one)}))
    assert not Changes("nothing", frozenset())


def test_a_claim_for_one_display_is_narrower_than_one_for_its_gallery():
    one = frozenset({RecordId("d")})
    scopes = [
        Scope(displays=one),
        Scope(groups=frozenset({"north"})),
        Scope(galleries=one),
        Scope(),
    ]
    assert [scope.breadth for scope in scopes] == [0, 1, 2, 3]
    assert Scope(displays=one, galleries=one).breadth == 0


def test_an_earlier_file_holds_all_that_a_file_tells_of_itself():
    held = {field.name: (field.shape, field.default) for field in fields_of(Media)}
    earlier = {field.name: (field.shape, field.default) for field in fields_of(EarlierFile)}
    assert earlier.keys() - {"until"} == set(FILE_FIELDS) - {"earlier"}
    assert all(earlier[name] == held[name] for name in earlier.keys() - {"until"})
