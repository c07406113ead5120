"""How the code is cut: short modules that say what they are."""

import ast
from pathlib import Path

from tests.architecture.sources import PROJECT, name, python_files, tree

VAGUE = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "base"}


def test_there_is_code_to_look_at():
    assert len(python_files()) > 20


def test_module_is_at_most_400_lines():
    files = [*python_files(), *(PROJECT / "hall_app").rglob("*.qml")]
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in files}
    assert not {path: lines for path, lines in lengths.items() if lines > 400}


def test_module_says_what_it_is():
    silent = [name(path) for path in python_files() if _has_code(path) and not _sentence(path)]
    assert not silent


def test_public_class_says_what_it_promises():
    silent = [
        f"{name(path)}: {node.name}"
        for path in python_files("hall_app", "tools")
        for node in tree(path).body
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not silent


def test_modules_are_named_after_one_idea():
    vague = [name(path) for path in python_files() if path.stem in VAGUE]
    assert not vague


def test_qml_property_tells_of_its_changes_or_never_changes():
    undecided = [
        f"{name(path)}: {node.name} (line {node.lineno})"
        for path in python_files("hall_app")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Name)
        and decorator.func.id == "Property"
        and not {"notify", "constant"} & {keyword.arg for keyword in decorator.keywords}
    ]
    assert not undecided


def _has_code(path: Path) -> bool:
    return bool(tree(path).body)  # an empty package file only marks the folder


def _sentence(path: Path) -> str:
    return (ast.get_docstring(tree(path)) or "").strip()
