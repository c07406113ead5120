"""Puts the shipped files inside a built wheel; a linked project folder uses them where they stand."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface[Any]):
    """Adds `assets/` and `content/` to wheels, and to nothing else."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"] |= {
                "assets": "hall_app/shipped/assets",
                "content": "hall_app/shipped/content",
            }
