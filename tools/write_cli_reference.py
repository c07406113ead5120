"""Writes docs/cli.md from the program's own words, so that the two never differ.

python -m tools.write_cli_reference
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

from hall_app.cli.program import app

REFERENCE = Path(__file__).parents[1] / "docs" / "cli.md"


def reference() -> str:
    """The page: every command with its arguments and options."""
    root: Any = typer.main.get_command(app)
    lines = [
        "# `hall`, command by command",
        "",
        '`hall` alone opens the desk. Exit status: 0 done, 1 the thing asked about is not right, 2 used wrongly, 3 could not be done. With `--json` a failure is one object: `{"error": {code, what, remedy, subject}}`.',
        "",
        *_options(root.params),
    ]
    for name, command in _commands(root.commands):
        arguments = [param for param in command.params if param.param_type_name == "argument"]
        usage = " ".join([f"hall {name}", *(_argument(param) for param in arguments)])
        lines += [f"## {name}", "", command.help, "", f"`{usage}`", "", *_options(command.params)]
    return "\n".join(lines).rstrip() + "\n"


def _commands(named: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every command, each followed by those below it."""
    for name, command in sorted(named.items()):
        yield f"{above}{name}", command
        yield from _commands(getattr(command, "commands", {}), f"{above}{name} ")


def _argument(param: Any) -> str:
    name = param.metavar or param.name.upper()
    return name if param.required else f"[{name}]"


def _options(params: list[Any]) -> list[str]:
    rows = [
        f"| `{', '.join(param.opts)}` | {param.help or ''} |"
        for param in params
        if param.param_type_name == "option" and param.help
    ]
    arguments = [
        f"| {_argument(param)} | {param.help} |"
        for param in params
        if param.param_type_name == "argument" and getattr(param, "help", None)
    ]
    return ["| | |", "|---|---|", *arguments, *rows, ""] if rows or arguments else []


if __name__ == "__main__":
    REFERENCE.write_text(reference(), "utf-8", newline="\n")
