"""Checks all QML, also against the Python classes it uses; any warning fails.

    python tools/lint_qml.py [PROJECT]

Qt's linter knows Python classes only from a description, which is made here from their source
(`QML_IMPORT_NAME` says into which QML module a file puts its classes).
"""

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent

IMPORT_NAME = re.compile(r'(?m)^QML_IMPORT_NAME = "([\w.]+)"$')

# The Qt modules whose types the Python classes inherit or speak of.
FOREIGN = ["core", "gui", "qml", "qmlmodels", "quick", "multimedia"]

# What an importer of any of our modules also knows; without it, QObject itself is unknown.
DEPENDS = ["QtQml", "QtQml.Models", "QtQuick"]


# Those of Qt's own classes that our properties and slots hand over.
QT_OBJECTS = frozenset({"QObject", "QQuickItem", "QAbstractItemModel", "QVideoSink"})


# Python's types under the names that Qt gives them.
TYPES = {"list": "QVariantList", "dict": "QVariantMap", "object": "QVariant", "float": "double"}


class LintFailed(Exception):
    """A tool of Qt could not do its part; its own words stand above."""


def main(project: Path) -> int:
    """Describe the Python classes, then lint; the exit status is the linter's."""
    # Qt's tools take paths as they are and look for modules beside them: all are absolute.
    documents = sorted(path for path in _files(project, "qml"))
    if not documents:
        print("There is no QML.")
        return 0
    roots = {parent for path in documents for parent in path.parents if parent.name == "qml"}
    with tempfile.TemporaryDirectory() as folder:
        types = Path(folder)
        try:
            for module, sources in _python_modules(project).items():
                _describe(module, sources, types)
        except LintFailed as failure:
            print(failure)
            return 1
        imports = [part for root in [types, *sorted(roots)] for part in ("-I", root)]
        status = _call([_qt() / "qmllint", "--max-warnings", "0", *imports, *documents])
    print(f"{len(documents)} QML files, {'all right' if status == 0 else 'not right'}")
    return 1 if status else 0


def _python_modules(project: Path) -> dict[str, list[Path]]:
    """Each QML module that Python fills, with the files that do."""
    modules = defaultdict(list)
    for path in sorted(_files(project, "py")):
        for name in IMPORT_NAME.findall(path.read_text("utf-8")):
            modules[name].append(path)
    return modules


def _describe(module: str, sources: Sequence[Path], into: Path) -> None:
    """Write `qmldir` and type description of one QML module, as if it were installed."""
    folder = into.joinpath(*module.split("."))
    folder.mkdir(parents=True)
    classes = folder / "classes.json"
    _must(
        [
            Path(sys.executable).with_name("pyside6-metaobjectdump"),
            "--compact",
            "--quiet",
            "--out-file",
            classes,
            *sources,
        ]
    )
    dump = json.loads(classes.read_text("utf-8"))
    _complete([entry for source in dump for entry in source["classes"]])
    classes.write_text(json.dumps(dump), "utf-8")
    description = folder / f"{module}.qmltypes"
    _must(
        [
            *(
                _qt_library_tool("qmltyperegistrar"),
                classes,
                "--import-name",
                module,
                "--major-version",
                "1",
            ),
            *("--foreign-types", ",".join(str(path) for path in _foreign_types())),
            *("--generate-qmltypes", description, "-o", folder / "unused.cpp"),
        ]
    )
    lines = [f"module {module}", f"typeinfo {description.name}"]
    lines += [f"depends {name}" for name in DEPENDS]
    (folder / "qmldir").write_text("\n".join(lines) + "\n", "utf-8")


def _complete(classes: Sequence[dict[str, Any]]) -> None:
    """Add what the dump does not see: bases in other files, pointers to objects, constants.

    WORKAROUND: for pyside6-metaobjectdump 6.11.3, which looks at one file at a time.
    """
    named = {entry["className"]: entry for entry in classes}

    def is_object(name: str) -> bool:
        if name not in named:
            return name.startswith("Q") and name in QT_OBJECTS
        bases = named[name].get("superClasses", [])
        return named[name]["object"] or any(is_object(base["name"]) for base in bases)

    def as_type(name: str) -> str:
        return f"{name}*" if is_object(name) else TYPES.get(name, name)

    for entry in classes:
        entry["object"] = is_object(entry["className"])
        for member in entry.get("properties", []):
            member["type"] = as_type(member["type"])
            # A property that never tells of a change is one that never changes (style of the house).
            member["constant"] = "notify" not in member
        for slot in entry.get("slots", []):
            slot["returnType"] = as_type(slot["returnType"])
        for method in [*entry.get("slots", []), *entry.get("signals", [])]:
            for argument in method.get("arguments", []):
                argument["type"] = as_type(argument["type"])


def _foreign_types() -> list[Path]:
    qt = _qt()
    found = [path for path in qt.rglob("*_metatypes.json") if _qt_module(path) in FOREIGN]
    if len(found) != len(FOREIGN):
        message = f"PySide6 in {qt} lacks the description of some of {FOREIGN}."
        raise LintFailed(message)
    return sorted(found)


def _qt() -> Path:
    """Where Qt's files are; found without importing it, which needs libraries of the system."""
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        message = "PySide6 is not installed."
        raise LintFailed(message)
    return Path(package.origin).parent


def _qt_library_tool(name: str) -> Path:
    return _qt() / name if sys.platform == "win32" else _qt() / "Qt" / "libexec" / name


def _qt_module(path: Path) -> str:
    return path.name.removeprefix("qt6").removesuffix("_metatypes.json")


def _files(project: Path, suffix: str) -> Iterable[Path]:
    for folder in ("hall_app", "tests"):
        yield from (project / folder).rglob(f"*.{suffix}")


def _must(command: Sequence[str | Path]) -> None:
    if _call(command) != 0:
        message = f"{Path(command[0]).name} failed."
        raise LintFailed(message)


def _call(command: Sequence[str | Path]) -> int:
    return subprocess.run([str(part) for part in command], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve() if sys.argv[1:] else PROJECT))
