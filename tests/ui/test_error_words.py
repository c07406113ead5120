"""Every failure that a curator can meet says what happened and what to do, in the desk's tongue."""

import ast
import inspect

import pytest

from hall_app import errors
from hall_app.kiosk.words import WordTable
from hall_app.media.refusal import Reason
from hall_app.resources import asset
from tests.architecture.sources import name, python_files, tree

CLASSES = dict(inspect.getmembers(errors, inspect.isclass))
# Failures of these rooms reach the desk; those of the command line are told in its own words.
MET = ("bootstrap", "curator", "editing", "media", "publishing", "store")
# Refusals whose code is chosen where they are raised.
MADE = {"refused_zip", "_refused"}


def calls():
    """Every making of a failure: where, its class or maker, and its code where it has one."""
    for path in python_files("hall_app"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id in CLASSES and node.args:
                    given = [k.value for k in node.keywords if k.arg == "code"]
                    yield path, node, given[0] if given else None
                elif node.func.id in MADE and "publishing" in path.parts:
                    yield path, node, node.args[0]


def set_later():
    """The codes that are put on a failure after it was made."""
    for path in python_files("hall_app"):
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Attribute)
                and node.targets[0].attr == "code"
                and isinstance(node.value, ast.Constant)
            ):
                yield node.value.value


@pytest.fixture(scope="module")
def words():
    return WordTable.load(asset("i18n", "desk"))


def test_every_code_has_its_words(words):
    codes = {one.code for one in CLASSES.values()} | {f"media-{reason}" for reason in Reason}
    codes |= {given.value for _, _, given in calls() if isinstance(given, ast.Constant)}
    codes |= set(set_later())
    assert len(codes) > 120
    assert not {code for code in codes if f"error-{code}" not in words.keys()}  # noqa: SIM118
    assert not [key for key in words.missing() if key.startswith("error-")]


def test_what_a_curator_can_meet_has_a_code_of_its_own():
    plain = [
        f"{name(path)}:{node.lineno} {node.func.id}"
        for path, node, given in calls()
        if given is None
        and path.parts[path.parts.index("hall_app") + 1].split(".")[0] in MET
        and node.func.id in {"Refused", "InvalidRecord", "NotFound", "Conflict", "UsageError"}
        and not _is_given_later(path, node)
    ]
    assert not plain


def test_words_speak_of_nothing_but_their_subject(words):
    for key in words.keys():  # noqa: SIM118 (a table, no dict)
        if key.startswith("error-"):
            assert all(words.say(key, one, subject="此物") for one in ("zh-Hans", "zh-Hant", "en"))


def _is_given_later(path, node) -> bool:
    """Whether the function around it puts a code on what it made."""
    return any(
        isinstance(around, ast.FunctionDef)
        and around.lineno <= node.lineno <= (around.end_lineno or 0)
        and any(
            isinstance(part, ast.Attribute)
            and part.attr == "code"
            and isinstance(part.ctx, ast.Store)
            for part in ast.walk(around)
        )
        for around in ast.walk(tree(path))
    )
