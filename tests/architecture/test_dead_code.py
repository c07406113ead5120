"""Nothing is kept that nothing uses: names nobody says, files nobody opens."""

import ast
import re
from collections import Counter

from tests.architecture.sources import PROJECT, name, python_files, tree

WORD = re.compile(r"[A-Za-z_]\w*")

ASSETS_OF_THE_LAW = re.compile(r"OFL|LICEN[CS]E|README|NOTICE")
"""Files that must lie beside others, whoever reads them."""

READ_WHOLE = {"fonts"}
"""Folders of `assets/` of which the program takes all that is there."""


def test_every_public_name_is_used_by_the_program():
    words = Counter(
        word
        for path in [*python_files("hall_app", "tools"), *(PROJECT / "hall_app").rglob("*.qml")]
        for word in WORD.findall(path.read_text("utf-8"))
    )
    unused = [
        f"{name(path)}: {node.name}"
        for path in python_files("hall_app")
        for node in tree(path).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and words[node.name] < 2
        and not _is_called_by_its_decorator(node)
    ]
    assert not unused


def test_every_asset_is_used_by_something():
    said = "\n".join(
        path.read_text("utf-8")
        for folder in ("hall_app", "tools", "content")
        for path in (PROJECT / folder).rglob("*")
        if path.suffix in {".py", ".qml", ".yaml"}
    )
    words = set(re.findall(r"[\w.-]+", said))
    unused = [
        name(path)
        for path in (PROJECT / "assets").rglob("*")
        if path.is_file()
        and not ASSETS_OF_THE_LAW.search(path.name)
        and path.parent.name not in READ_WHOLE
        and not {path.name, path.stem} & words
    ]
    assert not unused


def _is_called_by_its_decorator(node: ast.ClassDef | ast.FunctionDef) -> bool:
    """Whether another part registers it: a command, a migration, a type for QML."""
    plain = {"dataclass", "contextmanager", "cache", "lru_cache", "final", "unique"}
    return not {WORD.findall(ast.unparse(part))[0] for part in node.decorator_list} <= plain
