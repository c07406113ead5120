"""Subtitles: the cues of a WebVTT file, and the one that is said now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_TIMES = re.compile(r"(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})\s+-->\s+(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words from one millisecond to another."""

    start_ms: int
    end_ms: int
    words: str


def read_cues(path: Path) -> list[Cue]:
    """The cues of a file in order; what is no cue is passed over, as WebVTT asks."""
    cues = []
    for block in path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n\n"):
        lines = block.strip().split("\n")
        for number, line in enumerate(lines):
            if times := _TIMES.match(line):
                words = _TAG.sub("", "\n".join(lines[number + 1 :])).strip()
                cues.append(Cue(_ms(*times.groups()[:4]), _ms(*times.groups()[4:]), words))
                break
    return cues


def words_at(cues: list[Cue], position_ms: int) -> str:
    return "\n".join(c.words for c in cues if c.start_ms <= position_ms < c.end_ms)


def _ms(hours: str | None, minutes: str, seconds: str, milliseconds: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(milliseconds)
