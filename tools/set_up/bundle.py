"""A bundle: the project and all its packages in one folder, for a machine without a network."""

import platform
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.set_up.console import output_of, say
from tools.set_up.environment import BUILD_LOCK, RUNTIME_LOCK, Environment
from tools.set_up.failure import SetUpFailed
from tools.set_up.installation import watch_pip

LISTING = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."]
"""What git calls the project's files: those it keeps, and new ones that it is not to ignore."""

LEFT_OUT = frozenset({".git", ".venv", ".venv.lock", "wheels", "build", "dist", "__pycache__"})


def make_bundle(environment: Environment, folder: Path) -> None:
    """Fill an empty folder; its own `start.py` then takes packages from beside itself."""
    folder = folder.resolve()
    if folder.is_relative_to(environment.project):
        message = f"{folder} lies inside the project; name a folder outside it."
        raise SetUpFailed(message)
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        message = f"{folder} is there already and is no empty folder; name a new one."
        raise SetUpFailed(message)
    aside = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        _copy_project(environment.project, aside)
        _gather_packages(environment, aside / "wheels")
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
    except OSError as error:
        message = f"The bundle could not be written: {error}"
        raise SetUpFailed(message) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    python = f"Python {sys.version_info.major}.{sys.version_info.minor}"
    say(
        f"{folder} is complete. It installs on {platform.system()} ({platform.machine()}) "
        f"with {python}; there: python3 start.py"
    )


def _copy_project(project: Path, into: Path) -> None:
    for file in project_files(project):
        target = into / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(project / file, target)


def _gather_packages(environment: Environment, wheels: Path) -> None:
    if environment.wheels.is_dir():
        shutil.copytree(environment.wheels, wheels)
        return
    exactly = ["--require-hashes", "--no-deps", "--no-build-isolation"]
    download = [*environment.pip, "download", *exactly, *environment.telling]
    for lock in (BUILD_LOCK, RUNTIME_LOCK):
        command = [*download, "-r", environment.project / lock, "--dest", wheels]
        if not watch_pip(command, lock=environment.project / lock):
            message = "The packages could not be gathered; the reason stands above."
            raise SetUpFailed(message)


def project_files(project: Path) -> Iterable[Path]:
    """The files under version control where git can tell; else all but what a set-up makes."""
    listed = output_of(["git", "-C", project, *LISTING])
    if listed and (project / ".git").exists():
        names = [Path(name) for name in listed.split("\0") if name]
        return [name for name in names if (project / name).is_file()]
    return [
        path.relative_to(project)
        for path in sorted(project.rglob("*"))
        if path.is_file() and LEFT_OUT.isdisjoint(path.relative_to(project).parts)
    ]
