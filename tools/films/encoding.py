"""Frames into a film file: H.264 that every player reads, small because it is drawn flat."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import av
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from tools.films.film import RATE, SIZE

# Drawn flat, so tuned for animation; a whole picture every six seconds at most, so that a visitor
# may jump. One thread, because the number of threads changes the bytes.
_OPTIONS = {
    "preset": "medium",
    "threads": "1",
    "tune": "animation",
    "profile": "high",
    "x264-params": "keyint=150:min-keyint=25:aq-mode=1:aq-strength=0.9:colorprim=bt709:transfer=bt709:colormatrix=bt709",
}


def encode(frames: Iterable[Image.Image], path: Path, *, quality: float) -> None:
    """Write the frames in order; a lower `quality` number is a larger, better film."""
    with av.open(path, "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=RATE)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        stream.options = {**_OPTIONS, "crf": f"{quality:g}"}
        for picture in frames:
            frame = VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]
            small = frame.reformat(
                format="yuv420p", src_colorspace="ITU709", dst_colorspace="ITU709"
            )
            container.mux(stream.encode(small))
        container.mux(stream.encode(None))
