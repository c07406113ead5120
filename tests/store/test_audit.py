"""The audit log: added to, never changed; whoever changes it from outside is found out."""

import pytest

from hall_app.editing import diary
from hall_app.errors import Conflict, HallError
from hall_app.store import audit
from tests.store.test_opening import open_store, run_sql

DOORS = ("DROP TRIGGER audit_never_changes", "DROP TRIGGER audit_never_shrinks")


@pytest.fixture
def told(store, path):
    """A library with five lines in its log, closed."""
    for number in range(1, 6):
        diary.tell(store, "exported", author="甲", subject=f"package-{number}", size=str(number))
    store.close()
    return path


def faults(path):
    with open_store(path, read_only=True) as store:
        return [words for words in store.check() if "audit" in words]


def test_lines_come_newest_first_and_can_be_searched(store):
    for act in ("signed-in", "exported", "published"):
        diary.tell(store, act, author="甲", subject=act, note="丝")
    assert [line.number for line in store.ask(audit.lines)] == [3, 2, 1]
    assert [line.act for line in store.ask(lambda db: audit.lines(db, act="exported"))] == [
        "exported"
    ]
    assert len(store.ask(lambda db: audit.lines(db, words="丝", limit=2))) == 2
    assert store.ask(audit.acts) == ("exported", "published", "signed-in")
    assert store.check() == ()


def test_program_itself_can_change_no_line(store):
    diary.tell(store, "exported", author="甲")
    for statement in ("UPDATE audit SET who = '乙'", "DELETE FROM audit"):
        with pytest.raises((Conflict, HallError)), store.ledger() as db:
            db.execute(statement)
    assert store.ask(audit.lines)[0].who == "甲"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE audit SET who = '乙' WHERE number = 3", "changed from outside at line 3"),
        ("UPDATE audit SET detail = '{}' WHERE number = 1", "changed from outside at line 1"),
        ("UPDATE audit SET hash = '00' WHERE number = 5", "changed from outside at line 5"),
        ("DELETE FROM audit WHERE number = 2", "lacks line 2"),
        ("DELETE FROM audit WHERE number = 1", "lacks line 1"),
        ("UPDATE audit SET number = number + 9 WHERE number > 3", "lacks line 4"),
    ],
)
def test_changed_or_missing_line_is_found(told, statement, words):
    run_sql(told, *DOORS, statement)
    assert faults(told) == [f"the audit log {'was ' if 'changed' in words else ''}{words}"]


def test_lines_that_changed_places_are_found(told):
    run_sql(
        told, *DOORS,
        "UPDATE audit SET number = 99 WHERE number = 2",
        "UPDATE audit SET number = 2 WHERE number = 3",
        "UPDATE audit SET number = 3 WHERE number = 99",
    )  # fmt: skip
    assert faults(told) == ["the audit log was changed from outside at line 2"]


def test_table_for_a_spreadsheet_holds_no_formula(store):
    diary.tell(store, "exported", author="=1+1", subject="@x", note="a,b")
    said = diary.as_csv(store.ask(audit.lines))
    assert said.splitlines()[0] == "number,at,who,act,subject,detail,hash"
    assert "'=1+1" in said
    assert "'@x" in said
