"""Films and sounds: what they are, whether they play, and a poster frame."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream
from PIL import Image, ImageStat

from hall_app.domain.records import Medium
from hall_app.media.colours import mean_colour
from hall_app.media.flashes import count_flashes, is_cheap
from hall_app.media.limits import Limits, require_size
from hall_app.media.pictures import render
from hall_app.media.probe import Credits, Drawn, Examination, Probe
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.waves import draw_wave

POSTER = "poster"

# The container is named to the reader, so that a play list (which may fetch) is never tried.
_FORMATS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "audio/mp4": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/flac": "flac",
    "audio/ogg": "ogg",
}
_TRIED_S = 3.0
_TRIED_FRAMES = 240
_UNIFORM_BELOW = 6.0
# These say in an index, checked on recognition, how long they are; the others are read through.
_INDEXED = {"video/mp4", "video/quicktime", "audio/mp4"}
_CUT_OFF_S = {
    "video/webm": 1.0,
    "video/x-matroska": 1.0,
    "audio/mpeg": 0.25,
    "audio/wav": 0.1,
    "audio/flac": 0.1,
    "audio/ogg": 0.5,
}
_HD_HEIGHT = 720
_TURNS = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    -180: Image.Transpose.ROTATE_180,
    -90: Image.Transpose.ROTATE_270,
}


def examine_film(path: Path, mime: str, limits: Limits) -> Examination:
    """Read a film or sound and play its first seconds; a film gives a poster at three sizes.

    A file that says it is a film and has only sound is a sound.
    """
    options = {"protocol_whitelist": "file"}
    with av.open(
        path, format=_FORMATS[mime], options=options, metadata_errors="replace"
    ) as container:
        film, sound = _streams(container, limits)
        words = _credits(container)
        poster = None
        if film is not None:
            require_size(film.codec_context.width, film.codec_context.height, limits)
            poster = _poster(container, film)
        elif sound is not None:
            _play(container, sound)
        duration_s = (container.duration or 0) / av.time_base
        codec, rate = _codec(film, sound)
        is_searched = film is not None and is_cheap(film, duration_s, limits)
    if mime not in _INDEXED:
        duration_s = _require_whole(path, mime, duration_s)
    if not 0 < duration_s <= limits.duration_s:
        raise Refusal(Reason.TOO_LONG, detail=f"{duration_s:,.1f} seconds")
    renditions = _wave(path, mime, duration_s) if poster is None else _renditions(poster)
    return Examination(
        probe=Probe(
            medium=Medium.SOUND if poster is None else Medium.FILM,
            mime=mime.replace("video/", "audio/") if poster is None else mime,
            width=0 if poster is None else poster.width,
            height=0 if poster is None else poster.height,
            duration_s=round(duration_s, 3),
            frames_per_second=round(float(rate or 0), 3),
            codec=codec,
            has_audio=sound is not None,
            colour="" if poster is None else mean_colour(renditions[-1].data),
            flashes_per_s=_flashes(path, mime) if is_searched else None,
            credits=words,
        ),
        renditions=renditions,
    )


def measure_flashes(path: Path, mime: str, since: float, until: float) -> float:
    """The most flashes within any second of a part of a film."""
    return count_flashes(path, _FORMATS[mime], since=since, until=until)


def _flashes(path: Path, mime: str) -> float | None:
    """Of the whole film; None for one that breaks off, which plays as far as it goes."""
    try:
        return count_flashes(path, _FORMATS[mime])
    except av.FFmpegError:
        return None


def _streams(
    container: InputContainer, limits: Limits
) -> tuple[VideoStream | None, AudioStream | None]:
    if len(container.streams) > limits.streams:
        raise Refusal(Reason.DAMAGED, detail=f"{len(container.streams)} streams")
    # The cover of a song is stored as a film of one picture.
    films = [
        stream
        for stream in container.streams.video
        if not stream.disposition & Disposition.attached_pic
    ]
    sounds = container.streams.audio
    if not films and not sounds:
        raise Refusal(Reason.UNKNOWN_TYPE, detail="neither pictures nor sound in it")
    return (films[0] if films else None), (sounds[0] if sounds else None)


def _codec(film: VideoStream | None, sound: AudioStream | None) -> tuple[str, Fraction | None]:
    if film is not None:
        return film.codec_context.codec.canonical_name, film.average_rate
    assert sound is not None
    return sound.codec_context.codec.canonical_name, None


def _require_whole(path: Path, mime: str, duration_s: float) -> float:
    """Read through a file that has no index; returns how long it lasts."""
    ends: list[float] = [0.0]
    with av.open(path, format=_FORMATS[mime], metadata_errors="replace") as container:
        start = (container.start_time or 0) / av.time_base
        ends.extend(
            float((packet.pts + (packet.duration or 0)) * packet.time_base)
            for packet in container.demux()
            if packet.pts is not None
        )
    lasted_s = max(ends) - start
    is_estimate = mime == "audio/mpeg" and not _has_length(path)
    if duration_s <= 0 or is_estimate:
        return lasted_s
    if lasted_s < duration_s - _CUT_OFF_S[mime]:
        raise Refusal(
            Reason.TRUNCATED, detail=f"{lasted_s:.1f} of {duration_s:.1f} seconds are there"
        )
    return duration_s


def _has_length(path: Path) -> bool:
    """Whether an MP3 says how long it is; without that word FFmpeg guesses."""
    with path.open("rb") as file:
        head = file.read(1 << 20)
    return any(word in head for word in (b"Xing", b"Info", b"VBRI"))


def _play(container: InputContainer, sound: AudioStream) -> None:
    frame = None
    for frame in container.decode(sound):
        if (frame.time or 0.0) > _TRIED_S:
            return
    if frame is None:
        raise Refusal(Reason.DAMAGED, detail="no sound of it can be decoded")


def _credits(container: InputContainer) -> Credits:
    tags = {key.lower(): " ".join(value.split())[:500] for key, value in container.metadata.items()}
    return Credits(
        title=tags.get("title", ""),
        credit=tags.get("artist", ""),
        rights=tags.get("copyright", ""),
        date=tags.get("creation_time", "") or tags.get("date", ""),
        pairs=tuple((f"Tag.{key}", value) for key, value in tags.items() if value)[:200],
    )


def _renditions(poster: Image.Image) -> tuple[Drawn, ...]:
    large, *smaller = render(poster, poster.size, is_lossless=False)
    named = Drawn(name=POSTER, width=large.width, height=large.height, data=large.data)
    return (named, *smaller)


def _wave(path: Path, mime: str, duration_s: float) -> tuple[Drawn, ...]:
    options = {"protocol_whitelist": "file"}
    with av.open(
        path, format=_FORMATS[mime], options=options, metadata_errors="replace"
    ) as container:
        return (draw_wave(container, container.streams.audio[0], duration_s),)


def _poster(container: InputContainer, film: VideoStream) -> Image.Image:
    """The first frame of the first seconds that shows something, or the one that shows most."""
    best, most = None, -1.0
    for frame in _first_frames(container, film):
        variety = _variety(frame)
        if variety > most:
            best, most = frame, variety
        if variety >= _UNIFORM_BELOW:
            break
    if best is None:
        raise Refusal(Reason.DAMAGED, detail="no picture of it can be decoded")
    return _as_seen(best, film.sample_aspect_ratio)


def _first_frames(container: InputContainer, film: VideoStream) -> Iterator[VideoFrame]:
    film.codec_context.thread_count = 1
    started: float | None = None
    for count, frame in enumerate(container.decode(film)):
        at = frame.time or 0.0
        started = at if started is None else started
        if count and (at - started > _TRIED_S or count > _TRIED_FRAMES):
            return
        yield frame


def _variety(frame: VideoFrame) -> float:
    small = frame.reformat(64, 64, "gray", interpolation="AREA", threads=1).to_image(threads=1)  # type: ignore[no-untyped-call]
    spread: float = ImageStat.Stat(small.convert("L")).stddev[0]
    return spread


def _as_seen(frame: VideoFrame, pixel_shape: Fraction | None) -> Image.Image:
    """The frame with square pixels, turned upright, in sRGB."""
    guess = Colorspace.ITU709 if frame.height >= _HD_HEIGHT else Colorspace.ITU601
    matrix = frame.colorspace if frame.colorspace in set(Colorspace) else guess
    image: Image.Image = frame.to_image(  # type: ignore[no-untyped-call]
        src_colorspace=matrix, dst_color_range=ColorRange.JPEG, threads=1
    )
    if pixel_shape and pixel_shape != 1 and 1 / 4 < pixel_shape < 4:
        width = max(1, round(image.width * pixel_shape))
        image = image.resize((width, image.height), Image.Resampling.LANCZOS)
    turn = _TURNS.get(frame.rotation)
    return image if turn is None else image.transpose(turn)
