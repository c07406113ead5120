"""Why a file is not taken: a fixed list of reasons, each with its sentence and its remedy."""

from __future__ import annotations

from enum import StrEnum

from hall_app.errors import MediaRefused


class Reason(StrEnum):
    """Why a file is not taken; the values are stable, for translations and `--json`."""

    MISSING = "missing"
    NOT_A_FILE = "not-a-file"
    UNREADABLE = "unreadable"
    NAME_TOO_LONG = "name-too-long"
    EMPTY = "empty"
    UNKNOWN_TYPE = "unknown-type"
    NO_TABLE = "no-table"
    TOO_LARGE = "too-large"
    TOO_MANY_PIXELS = "too-many-pixels"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    HOSTILE = "hostile"
    TOO_LONG = "too-long"
    TOO_SLOW = "too-slow"
    TOO_MUCH_MEMORY = "too-much-memory"
    CRASHED = "crashed"


_WORDS = {
    Reason.MISSING: ("is not there", "Choose the file again."),
    Reason.NOT_A_FILE: ("is no file", "Choose a file, not a folder or device."),
    Reason.UNREADABLE: ("cannot be opened", "See that you may read it and that its disk is there."),
    Reason.NAME_TOO_LONG: ("has too long a path", "Move it to a shorter path, or rename it."),
    Reason.EMPTY: ("is empty", "Copy it again from where it came."),
    Reason.UNKNOWN_TYPE: (
        "is of a kind the hall does not take",
        "Save it as JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF, SVG, MP4, WebM, MP3, WAV, FLAC, Ogg, PDF or WebVTT.",
    ),
    Reason.NO_TABLE: (
        "is no table the hall can read",
        "Save it as an Excel workbook (.xlsx), as CSV, or as TimelineJS (.json).",
    ),
    Reason.TOO_LARGE: ("is too large", "Make it smaller, or raise the limit."),
    Reason.TOO_MANY_PIXELS: ("has too many pixels", "Scale it down before importing it."),
    Reason.TRUNCATED: ("is cut off", "Copy it again from where it came."),
    Reason.DAMAGED: ("is damaged", "Open and save it again in the program that made it."),
    Reason.HOSTILE: (
        "holds what a drawing for the hall may not hold",
        "Save it as plain SVG, with everything embedded and nothing active.",
    ),
    Reason.TOO_LONG: ("has no duration the hall can play", "Export it again, or cut it."),
    Reason.TOO_SLOW: ("takes too long to read", "Export it again in a simpler form."),
    Reason.TOO_MUCH_MEMORY: ("needs too much memory", "Scale it down before importing it."),
    Reason.CRASHED: ("cannot be read", "Open and save it again in the program that made it."),
}


class Refusal(MediaRefused):
    """A file that is not taken: which, why, and what to do.

    Args:
        reason: One of the fixed list; `code` is made from it.
        name: The file's name, as the person knows it; the child that reads files leaves it empty.
        detail: What exactly was found, as a clause.
    """

    def __init__(self, reason: Reason, name: str = "", detail: str = "") -> None:
        what, remedy = _WORDS[reason]
        colon = f": {detail}" if detail else ""
        whom = f"“{name}”" if name else "The file"
        super().__init__(f"{whom} {what}{colon}.", remedy, subject=name)
        self.reason = reason
        self.detail = detail
        self.code = f"media-{reason}"

    def named(self, name: str) -> Refusal:
        """The same refusal, about the file of that name."""
        return Refusal(self.reason, name, self.detail)
