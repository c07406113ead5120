"""The failures that a person is shown."""

import inspect
import re

import pytest

from hall_app import errors
from hall_app.errors import HallError, MachineFailed, Refused, UsageError

ALL = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]


def test_tree_in_the_docstring_is_the_tree_of_the_classes():
    drawn = re.findall(r"^[│├└─\s]*([A-Z]\w+)(?:  |$)", inspect.getdoc(errors) or "", re.MULTILINE)
    assert sorted(drawn) == sorted(kind.__name__ for kind in ALL)


def test_every_failure_has_a_code_of_its_own():
    codes = [kind.code for kind in ALL]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(("branch", "status"), [(Refused, 1), (UsageError, 2), (MachineFailed, 3)])
def test_exit_status_tells_whose_failure_it_was(branch, status):
    family = [kind for kind in ALL if issubclass(kind, branch)]
    assert len(family) > 1
    assert {kind.exit_status for kind in family} == {status}


def test_failure_says_what_happened_and_what_to_do():
    failure = HallError("The disk is full.", "Free some room.", subject="library.db")
    assert str(failure) == "The disk is full. Free some room."
    assert (failure.what, failure.remedy) == ("The disk is full.", "Free some room.")
    assert failure.subject == "library.db"
    assert str(HallError("It broke.")) == "It broke."
