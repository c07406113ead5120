"""The command line imports a command when it runs, and still knows all of them by name."""

import subprocess
import sys
from pathlib import Path

import pytest

from hall_app.cli.commands import MODULES

CLI = Path(__file__).parents[2] / "hall_app" / "cli"

LOADED = (
    "import sys\n"
    "from hall_app.cli import main\n"
    "try:\n"
    "    main()\n"
    "finally:\n"
    "    print(*sys.modules, file=sys.stderr)\n"
)


def modules_of(*words):
    """What is loaded when a command of that name ends."""
    command = [sys.executable, "-c", LOADED, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=CLI.parents[1], check=False)
    return set(done.stderr.splitlines()[-1].split())


def test_every_module_that_has_a_command_is_named_once():
    having = {path.stem for path in CLI.glob("*.py") if "def register(" in path.read_text("utf-8")}
    assert having == set(MODULES.values())


def test_help_lists_every_command_with_its_first_line(hall):
    said = hall("--help")
    assert said.status == 0
    for name in MODULES:
        assert f"│ {name} " in said.out
    assert "Undo the last edit of the library." in said.out


@pytest.mark.parametrize("name", MODULES)
def test_every_command_has_help_of_its_own(hall, name):
    said = hall(name, "--help")
    assert (said.status, said.err) == (0, "")
    assert f"hall {name} " in said.out


def test_a_misspelt_command_is_refused_with_a_likely_one(hall):
    said = hall("serch", "silk")
    assert said.status == 2
    assert "'search'" in said.err


def test_one_command_imports_no_other(tmp_path):
    loaded = modules_of("--home", tmp_path, "show", "silk")
    commands = {f"hall_app.cli.{module}" for module in MODULES.values()}
    assert loaded & commands == {"hall_app.cli.show"}


def test_saying_the_version_loads_neither_a_library_nor_a_release():
    loaded = modules_of("--version")
    assert not {name for name in loaded if name.startswith(("hall_app.store", "hall_app.publishing", "rich"))}  # fmt: skip
