"""What a person may set: one TOML file in the home, and the environment over it.

`appearance = "dark"` in `settings.toml` and `HALL_APPEARANCE=dark` say the same; the environment
wins. A name that does not exist is an error, since a misspelt setting would silently do nothing.
"""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from hall_app.errors import UsageError

PREFIX = "HALL_"

NOT_SETTINGS = frozenset({"HALL_HOME", "HALL_PASSPHRASE", "HALL_LOGIN", "HALL_PASSWORD"})
"""What else the environment may say: where the home is, who one is, and secrets that no file may hold."""


class Language(StrEnum):
    """A language that the faces speak."""

    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"
    EN = "en"


class Appearance(StrEnum):
    """How the desk is lit."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class PlayerChoice(StrEnum):
    """Who plays films."""

    AUTO = "auto"
    QT = "qt"
    VLC = "vlc"


class LogLevel(StrEnum):
    """The least that the diary takes."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default; a value of this class is always valid."""

    language: Annotated[
        Language, Meta(description="The language of the desk, and the first language of a kiosk.")
    ] = Language.ZH_HANS
    appearance: Annotated[
        Appearance,
        Meta(description="Whether the desk is light, dark, of high contrast, or as the system is."),
    ] = Appearance.SYSTEM
    side_by_side: Annotated[
        bool, Meta(description="Whether the desk shows the source beside the language one writes.")
    ] = False
    author: Annotated[
        str, Meta(description="The name in the history; empty takes the person's login name.")
    ] = ""
    scale: Annotated[
        int, Meta(description="How large the desk is drawn, in per cent.", ge=100, le=200)
    ] = 100
    toured: Annotated[bool, Meta(description="Whether the desk has shown itself once.")] = False
    backup_folder: Annotated[
        str, Meta(description="Where the night's backup goes: a folder on another disk.")
    ] = ""
    backup_hour: Annotated[
        int, Meta(description="The hour after which the night's backup is made.", ge=0, le=23)
    ] = 2
    backup_daily: Annotated[int, Meta(description="For how many days a backup stays.", ge=1)] = 7
    backup_weekly: Annotated[int, Meta(description="For how many weeks one stays.", ge=0)] = 4
    backup_monthly: Annotated[int, Meta(description="For how many months one stays.", ge=0)] = 12
    backup_lock: Annotated[
        str, Meta(description="What seals the backups; the desk makes it of a passphrase.")
    ] = ""
    player: Annotated[
        PlayerChoice, Meta(description="Who plays films; auto takes what suits the film.")
    ] = PlayerChoice.AUTO
    idle_seconds: Annotated[
        int, Meta(description="How long a kiosk waits for a touch before it invites anew.", ge=5)
    ] = 90
    log_level: Annotated[LogLevel, Meta(description="The least that the diary takes.")] = (
        LogLevel.INFO
    )


def load_settings(file: Path, environ: Mapping[str, str]) -> Settings:
    """Read the settings; a missing file means the defaults.

    Raises:
        UsageError: The file is no TOML, or a name or a value is none that exists.
    """
    values = _from_file(file)
    values |= _from_environment(environ)
    return Settings(**values)


def _from_file(file: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{file} cannot be read as TOML: {error}."
        raise UsageError(message, subject=str(file)) from error
    return {name: _valid(name, value, where=str(file)) for name, value in values.items()}


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    return {
        variable.removeprefix(PREFIX).lower(): _valid(
            variable.removeprefix(PREFIX).lower(), value, where=variable, is_text=True
        )
        for variable, value in environ.items()
        if variable.startswith(PREFIX) and variable not in NOT_SETTINGS
    }


def _valid(name: str, value: object, *, where: str, is_text: bool = False) -> object:
    """The value in its setting's own type; the environment only knows text."""
    types = {setting.name: setting.type for setting in fields(Settings)}
    if name not in types:
        message = f"There is no setting {name!r} ({where})."
        near = difflib.get_close_matches(name, types, n=1, cutoff=0.0)[0]
        raise UsageError(message, f"Did you mean {near!r}?", subject=name)
    try:
        return msgspec.convert(value, types[name], strict=not is_text)
    except msgspec.ValidationError as error:
        message = f"The setting {name!r} cannot be {value!r} ({where}): {error}."
        raise UsageError(message, subject=name) from error
