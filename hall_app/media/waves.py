"""The picture of a sound: its loudness from beginning to end, as bars on a clear ground."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from PIL import Image, ImageDraw

from hall_app.media.probe import Drawn

WAVE = "wave"
_SIZE = (640, 400)
_BARS = 80
_EDGE = 24
_WHOLE_S = 120.0
"""Up to here all of a sound is heard; of a longer one, a moment at the place of each bar."""
_HEARD_FRAMES = 4
_LOUDEST = 32768
# Readable on the light and on the dark ground of the desk.
_COLOUR = (106, 132, 146, 255)


def draw_wave(container: InputContainer, sound: AudioStream, duration_s: float) -> Drawn:
    """The loudness of a sound that was opened and not yet read, or read a little."""
    if duration_s <= _WHOLE_S:
        peaks = _all_of(container, sound, duration_s)
    else:
        peaks = [_at(container, sound, duration_s * bar / _BARS) for bar in range(_BARS)]
    file = io.BytesIO()
    _bars(peaks).save(file, "PNG")
    return Drawn(name=WAVE, width=_SIZE[0], height=_SIZE[1], data=file.getvalue())


def _all_of(container: InputContainer, sound: AudioStream, duration_s: float) -> list[float]:
    peaks = [0.0] * _BARS
    container.seek(0)
    start = None
    for frame in container.decode(sound):
        at = frame.time or 0.0
        start = at if start is None else start
        bar = int((at - start) / duration_s * _BARS) if duration_s > 0 else 0
        if 0 <= bar < _BARS:
            peaks[bar] = max(peaks[bar], _peak(frame))
    return _filled(peaks)


def _at(container: InputContainer, sound: AudioStream, second: float) -> float:
    container.seek(int(second * 1_000_000))
    heard = zip(range(_HEARD_FRAMES), container.decode(sound), strict=False)
    return max((_peak(frame) for _, frame in heard), default=0.0)


def _peak(frame: AudioFrame) -> float:
    """How far the sound swings, from 0 to 1."""
    resampler = AudioResampler(format="s16", layout="mono", rate=8000)
    frame.pts = None
    swings = (
        _swing(bytes(one.planes[0])[: one.samples * 2]) for one in _resampled(resampler, frame)
    )
    return max(swings, default=0.0)


def _resampled(resampler: AudioResampler, frame: AudioFrame) -> Iterator[AudioFrame]:
    yield from resampler.resample(frame)
    yield from resampler.resample(None)


def _swing(samples: bytes) -> float:
    values = memoryview(samples).cast("h")
    if not len(values):
        return 0.0
    high, low = max(values), min(values)
    return max(high, -low) / _LOUDEST


def _filled(peaks: list[float]) -> list[float]:
    """Frames may be longer than a bar: what lies between two of them sounds like the first."""
    filled = peaks[:1]
    for before, peak in pairwise(peaks):
        filled.append(peak or before or filled[-1])
    return filled


def _bars(peaks: list[float]) -> Image.Image:
    image = Image.new("RGBA", _SIZE, (*_COLOUR[:3], 0))
    draw = ImageDraw.Draw(image)
    step = (_SIZE[0] - 2 * _EDGE) / len(peaks)
    middle, most = _SIZE[1] / 2, _SIZE[1] / 2 - _EDGE
    loudest = max(peaks) or 1.0
    for bar, peak in enumerate(peaks):
        left, half = _EDGE + bar * step, max(1.5, most * peak / loudest)
        draw.rectangle((left, middle - half, left + step * 0.6, middle + half), fill=_COLOUR)
    return image
