"""Every check of the project, run in order and reported together."""

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tools.set_up.console import run, say
from tools.set_up.environment import Environment


@dataclass(frozen=True)
class Check:
    """One check: what it looks at, and the command that looks."""

    name: str
    command: Sequence[str]


def run_checks(environment: Environment, *, long: bool, for_pytest: Sequence[str]) -> int:
    """Run them all, the failing ones too; exit status 1 when any failed."""
    # The installed programs are found first, and tests draw into memory unless they say otherwise.
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    env["PATH"] = os.pathsep.join([str(environment.programs), os.environ.get("PATH", "")])
    outcomes = []
    for check in _checks(environment, long=long, for_pytest=for_pytest):
        say(f"\n== {check.name}")
        began = time.monotonic()
        status = run(check.command, env=env, cwd=environment.project)
        outcomes.append((check.name, status, time.monotonic() - began))
    say("\n== Summary")
    for name, status, seconds in outcomes:
        say(f"{'ok  ' if status == 0 else 'FAIL'}  {name:<20}{seconds:8.1f} s")
    return 1 if any(status for _, status, _ in outcomes) else 0


def _checks(environment: Environment, *, long: bool, for_pytest: Sequence[str]) -> list[Check]:
    python = str(environment.python)
    tests = ["--long"] if long else []
    # A chosen few tests say nothing about how much of the program is tested.
    coverage = [] if for_pytest else ["--cov", "--cov-report=term:skip-covered"]
    return [
        Check("format", [python, "-m", "ruff", "format", "--check", "."]),
        Check("lint", [python, "-m", "ruff", "check", "."]),
        Check("types", [python, "-m", "mypy"]),
        Check("import contracts", [_program(environment, "lint-imports")]),
        Check("QML", [python, "tools/lint_qml.py"]),
        Check("dead code", [python, "-m", "vulture"]),
        Check("tests", [python, "-m", "pytest", *coverage, *tests, *for_pytest]),
    ]


def _program(environment: Environment, name: str) -> str:
    return str(environment.programs / (f"{name}.exe" if sys.platform == "win32" else name))
