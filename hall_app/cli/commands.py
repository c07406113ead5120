"""Which command lies in which module; a module is imported when its command is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

# In the order in which `hall --help` lists them.
MODULES = {
    "init": "init", "list": "listing", "show": "show", "edit": "edit", "history": "history",
    "undo": "history", "redo": "history", "search": "search", "import": "importing", "import-table": "tables", "replace": "many", "set-many": "many",
    "check": "check", "publish": "publish", "verify": "verify", "export": "export",
    "kiosk": "kiosk", "doctor": "doctor", "tour": "tour", "bench": "bench", "backup": "keeping",
    "restore": "keeping", "account": "account", "review": "review", "audit": "audit", "proof": "proof", "sign-off": "signing",
}  # fmt: skip


class Commands(TyperGroup):
    """The commands of `hall`. Running one imports no other; listing them with their help imports all."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        # Typer reads its commands and never adds to them once a group is made.
        self.commands = _OnDemand()  # type: ignore[assignment]


class _OnDemand(Mapping[str, Any]):
    """A command by its name, made by its module at the moment it is looked up."""

    def __getitem__(self, name: str) -> Any:
        part = typer.Typer()
        import_module(f"hall_app.cli.{MODULES[name]}").register(part)
        return typer.main.get_group(part).commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)
