"""The rooms below the faces run on a server that has no Qt."""

import ast
import subprocess
import sys
from collections.abc import Iterable

from tests.architecture.sources import PROJECT, name, python_files, tree

FACES = {"qt", "kiosk", "curator", "bench", "tour.py", "tour", "cli"}

BELOW = [
    path
    for path in python_files("hall_app")
    if path.relative_to(PROJECT / "hall_app").parts[0] not in FACES
]


def test_rooms_below_the_faces_name_no_qt():
    found = {name(path): _qt_imports(ast.walk(tree(path))) for path in BELOW}
    assert not {path: lines for path, lines in found.items() if lines}


def test_command_line_imports_no_face_before_its_command_runs():
    found = {name(path): _qt_imports(tree(path).body) for path in python_files("hall_app/cli")}
    assert not {path: lines for path, lines in found.items() if lines}


def test_no_room_below_the_faces_loads_qt_through_another():
    modules = [
        ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")
        for path in BELOW
        if path.name != "__main__.py"
    ]
    trial = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    importlib.import_module(name)\n"
        "    loaded = {'PySide6', 'shiboken6', 'vlc'} & set(sys.modules)\n"
        "    assert not loaded, (name, loaded)\n"
        "print(len(sys.argv) - 1)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", trial, *modules],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(modules) > 10


def _qt_imports(nodes: Iterable[ast.AST]) -> list[int]:
    faces = tuple(f"hall_app.{room}" for room in ("qt", "kiosk", "curator", "bench", "tour"))
    found = []
    for node in nodes:
        match node:
            case ast.Import(names=names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module)):
                modules = [module]
            case _:
                continue
        if any(part.startswith(("PySide6", "shiboken6", "vlc", *faces)) for part in modules):
            found.append(node.lineno)
    return found
