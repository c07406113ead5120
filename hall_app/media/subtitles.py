"""Subtitles (WebVTT): read strictly, cue by cue, with the line of whatever is wrong."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from hall_app.media import recognition
from hall_app.media.probe import Examination, Probe
from hall_app.media.refusal import Reason, Refusal

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+(.*))?")
_TAG = re.compile(r"<[^>]*>")
_MOST_CUES = 20_000
_NO_CUES = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words on the screen from `start_s` until `end_s`; its mark-up is taken off."""

    start_s: float
    end_s: float
    text: str


def read_subtitles(data: bytes) -> tuple[Cue, ...]:
    """The cues of a WebVTT file, in order of their start; raises `Refusal` with the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(Reason.DAMAGED, detail="its text is not UTF-8") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]) or "\0" in text:
        raise Refusal(Reason.DAMAGED, detail="the first line is not WEBVTT")
    cues: list[Cue] = []
    for number, block in _blocks(lines):
        if block[0].startswith(_NO_CUES) and "-->" not in block[0]:
            continue
        cue = _cue(number, block)
        if cues and cue.start_s < cues[-1].start_s:
            raise Refusal(
                Reason.DAMAGED, detail=f"line {number}: a cue starts before the one above it"
            )
        cues.append(cue)
    if not cues:
        raise Refusal(Reason.EMPTY, detail="no cue in it")
    if len(cues) > _MOST_CUES:
        raise Refusal(Reason.TOO_LARGE, detail=f"{len(cues):,} cues")
    return tuple(cues)


def examine_subtitles(data: bytes) -> Examination:
    """What subtitles are: until when they last, once every cue was read."""
    cues = read_subtitles(data)
    last = max(cue.end_s for cue in cues)
    return Examination(
        probe=Probe(medium=None, mime=recognition.WEBVTT, codec="webvtt", duration_s=last)
    )


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each run of lines between empty ones below the header, with the number of its first line."""
    block: list[str] = []
    is_header = True
    for number, line in enumerate([*lines, ""], start=1):
        if line:
            block.append(line)
            continue
        if block and not is_header:
            yield number - len(block), block
        if block:
            is_header = False
        block = []


def _cue(number: int, block: list[str]) -> Cue:
    has_name = "-->" not in block[0] and len(block) > 1
    timing = _TIMING.fullmatch(block[1 if has_name else 0].strip())
    number += has_name
    if timing is None:
        raise Refusal(
            Reason.DAMAGED, detail=f"line {number}: “{block[has_name][:60]}” is no timing"
        )
    start_s, end_s = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:8])
    if end_s <= start_s:
        raise Refusal(Reason.DAMAGED, detail=f"line {number}: a cue ends before it starts")
    words = "\n".join(block[1 + has_name :])
    if "-->" in words:
        raise Refusal(Reason.DAMAGED, detail=f"line {number + 1}: no empty line between two cues")
    return Cue(start_s, end_s, html.unescape(_TAG.sub("", words)).strip())


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
