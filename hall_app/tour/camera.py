"""A photo and a film made on the spot, for the tour to import."""

from __future__ import annotations

from pathlib import Path

import av
from PIL import Image, ImageDraw

_SIZE = (2400, 1600)
_FILM = (640, 360)
_FRAMES, _RATE = 50, 25


def photo(folder: Path) -> Path:
    """A JPEG with an orientation and a camera's name, as a telephone writes it."""
    folder.mkdir(parents=True, exist_ok=True)
    image = Image.linear_gradient("L").resize(_SIZE).convert("RGB")
    draw = ImageDraw.Draw(image)
    for row in range(0, _SIZE[1], 80):
        draw.line([(0, row), (_SIZE[0], row // 2)], fill=(200, 160, 90), width=6)
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Tour"
    path = folder / "西樵山.jpg"
    image.save(path, quality=85, exif=exif)
    return path


def film(folder: Path) -> Path:
    """Two seconds of a bar that travels."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "缫丝.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("h264", rate=_RATE)
        stream.width, stream.height, stream.pix_fmt = *_FILM, "yuv420p"
        for number in range(_FRAMES):
            picture = Image.new("RGB", _FILM, (74, 38, 21))
            left = number * 10
            ImageDraw.Draw(picture).rectangle((left, 0, left + 60, _FILM[1]), fill=(240, 217, 168))
            frame = av.VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path
