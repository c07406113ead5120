"""How the tests are: they wait on conditions, and each can fail."""

import ast
import re

from tests.architecture.sources import name, python_files, tree

WAITING = re.compile(r"\b(?:sleep|qWait|qtbot\s*\.\s*wait)\s*" + re.escape("("))


def test_no_test_waits_for_a_time():
    waiting = [
        f"{name(path)}:{number}"
        for path in python_files("tests")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if WAITING.search(line)
    ]
    assert not waiting


def test_the_rule_against_waiting_sees_each_way():
    for words in ("time.sleep", "sleep", "qtbot.wait", "QTest.qWait"):
        assert WAITING.search(words + "(5)")
    assert not WAITING.search("qtbot.wait" + "Until(done)")


def test_every_test_can_fail():
    idle = [
        f"{name(path)}: {node.name} (line {node.lineno})"
        for path in python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not _can_fail_within(node, tree(path))
    ]
    assert not idle


def _can_fail_within(test: ast.AST, module: ast.Module) -> bool:
    """Whether the test can fail by itself, or by a function of its own module that it calls."""
    called = {part.id for part in ast.walk(test) if isinstance(part, ast.Name)}
    own = [
        node for node in module.body if isinstance(node, ast.FunctionDef) and node.name in called
    ]
    return any(_can_fail(part) for node in (test, *own) for part in ast.walk(node))


def _can_fail(node: ast.AST) -> bool:
    """An assertion, an error expected or allowed, or a call that checks by its name."""
    match node:
        case ast.Assert(test=ast.Constant()):
            return False
        case ast.Assert():
            return True
        case ast.Call(func=ast.Attribute(attr=called) | ast.Name(id=called)):
            return called in {
                "raises",
                "suppress",
                "fail",
                "QAbstractItemModelTester",
            } or called.startswith(("assert", "check", "expect", "wait"))
    return False
