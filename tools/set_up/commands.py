"""The commands of `start.py`: start the hall, bundle it, check it."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.set_up.bundle import make_bundle
from tools.set_up.checks import run_checks
from tools.set_up.console import become, output_of, say
from tools.set_up.environment import Environment
from tools.set_up.failure import SetUpFailed
from tools.set_up.system import complete_libraries, complete_python

PROJECT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; give the exit status."""
    own, for_hall = _split_at_run(arguments)
    options, others = _parser().parse_known_args(own)
    if others and options.command != "test":
        _parser().error("unknown arguments: " + " ".join(others))
    environment = Environment(PROJECT)
    try:
        match options.command:
            case "test":
                prepare(environment, development=True)
                return run_checks(environment, long=options.long, for_pytest=others)
            case "bundle":
                prepare(environment, development=False)
                make_bundle(environment, options.folder)
                return 0
            case "run":
                prepare(environment, development=False)
                return become([*_hall(environment, options.home), *for_hall])
            case _:
                prepare(environment, development=False)
                return start(environment, options.home)
    except SetUpFailed as failure:
        say(str(failure))
        return failure.exit_status
    except KeyboardInterrupt:
        say("Stopped. The next start goes on from here.")
        return 130


def prepare(environment: Environment, *, development: bool) -> None:
    """Bring what is missing; where nothing is, this only compares a stamp."""
    if environment.is_complete(development=development):
        return
    complete_python()
    complete_libraries(for_tests=development)
    environment.complete(development=development)
    say("The set-up is complete.")


def start(environment: Environment, home: Path | None) -> int:
    """Open the desk; without a display, show the hall's work as pictures instead."""
    hall = _hall(environment, home)
    if has_display():
        return become(hall)
    tour = _tour_folder(environment, home)
    say(f"There is no display here, so the hall shows itself in pictures: {tour / 'index.html'}")
    return become([*hall, "tour", "--out", tour])


def has_display() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _hall(environment: Environment, home: Path | None) -> list[str | Path]:
    """The words that call the program."""
    hall: list[str | Path] = [environment.python, "-m", "hall_app"]
    return hall if home is None else [*hall, "--home", home]


def _split_at_run(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Our own arguments, and what follows `run`, which is the program's affair."""
    end = arguments.index("run") + 1 if "run" in arguments else len(arguments)
    return list(arguments[:end]), list(arguments[end:])


def _tour_folder(environment: Environment, home: Path | None) -> Path:
    question = "import sys; from hall_app.paths import Paths; print(Paths.of(*sys.argv[1:]).tour)"
    answer = output_of([environment.python, "-c", question, *([home] if home else [])])
    if answer is None:
        message = f"The program in {PROJECT} does not run; is a file of it missing?"
        raise SetUpFailed(message)
    return Path(answer.strip())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="start.py",
        description="Set the project up in its own folder and open the hall.",
        allow_abbrev=False,
        epilog="Without a command: open the desk, or run the tour where there is no display.",
    )
    parser.add_argument("--home", type=Path, help="where the library, keys, cache and logs live")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("run", help="set up, then run the hall with all that follows")
    bundle = commands.add_parser("bundle", help="make a folder that installs without a network")
    bundle.add_argument("folder", type=Path, metavar="DIR")
    test = commands.add_parser("test", help="run every check; further arguments go to pytest")
    test.add_argument("--long", action="store_true", help="with the tests that take minutes")
    return parser
