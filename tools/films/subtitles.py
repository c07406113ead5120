"""A film's sentences as WebVTT, one file a language."""

from __future__ import annotations

from collections.abc import Sequence

from tools.films.film import Cue

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


def vtt(cues: Sequence[Cue], language: str) -> str:
    """The subtitles in one of the three languages."""
    blocks = [
        f"{_time(cue.start)} --> {_time(cue.end)}\n{getattr(cue, language.lower().replace('-', '_'))}\n"
        for cue in cues
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
