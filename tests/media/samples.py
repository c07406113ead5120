"""Real media, small and made on the spot."""

import io
import random
import struct
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image, ImageDraw

RED, GREEN, BLUE, WHITE = (230, 20, 20), (20, 200, 20), (20, 20, 230), (250, 250, 250)


def make_quarters(width: int = 640, height: int = 480) -> Image.Image:
    """Red, green, blue and white quarters, reading order: every turn of it looks different."""
    image = Image.new("RGB", (width, height), WHITE)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2 - 1, height // 2 - 1), RED)
    draw.rectangle((width // 2, 0, width, height // 2 - 1), GREEN)
    draw.rectangle((0, height // 2, width // 2 - 1, height), BLUE)
    return image


def make_photo(width: int = 640, height: int = 480, seed: int = 1) -> Image.Image:
    """Soft noise in colour: as many colours as a photograph has."""
    small = Image.frombytes("RGB", (48, 36), random.Random(seed).randbytes(48 * 36 * 3))
    return small.resize((width, height))


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def make_svg(body: str = "<rect width='20' height='10' fill='#80a040'/>", root: str = "") -> bytes:
    return (
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
        f"width='40' height='20' viewBox='0 0 40 20' {root}>{body}</svg>"
    ).encode()


def write_film(
    path: Path,
    *,
    seconds: float = 2.0,
    codec: str = "mpeg4",
    size: tuple[int, int] = (320, 240),
    dark_frames: int = 0,
    has_sound: bool = True,
    turned: int = 0,
) -> Path:
    """A film of a white square that wanders over red, green, blue and white, and a hum."""
    with av.open(path, "w") as container:
        film = container.add_stream(codec, rate=25)
        film.width, film.height, film.pix_fmt = *size, "yuv420p"
        if turned:
            film.set_display_rotation(turned)
        sound = container.add_stream("libopus" if path.suffix == ".webm" else "aac", rate=48000)
        for at in range(round(seconds * 25)):
            image = Image.new("RGB", size) if at < dark_frames else make_quarters(*size)
            if at >= dark_frames:
                ImageDraw.Draw(image).rectangle((at * 3, 100, at * 3 + 20, 120), WHITE)
            container.mux(film.encode(av.VideoFrame.from_image(image)))
        container.mux(film.encode(None))
        if has_sound:
            for frame in _hum(seconds):
                container.mux(sound.encode(frame))
            container.mux(sound.encode(None))
    return path


def write_sound(path: Path, *, seconds: float = 2.0) -> Path:
    codecs = {
        ".mp3": "libmp3lame",
        ".wav": "pcm_s16le",
        ".flac": "flac",
        ".ogg": "libopus",
        ".m4a": "aac",
    }
    with av.open(path, "w") as container:
        sound = container.add_stream(codecs[path.suffix], rate=48000)
        for frame in _hum(seconds):
            container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
    return path


def _hum(seconds: float):
    resampler = None
    for start in range(0, round(seconds * 48000), 1024):
        frame = av.AudioFrame("s16", "stereo", 1024)
        frame.sample_rate, frame.pts, frame.time_base = 48000, start, Fraction(1, 48000)
        wave = [((at * 37) % 218 - 109) * 90 for at in range(1024)]
        frame.planes[0].update(b"".join(struct.pack("<hh", value, value) for value in wave))
        yield frame
    del resampler
