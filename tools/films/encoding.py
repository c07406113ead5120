"""Frames into a film file: H.264 that every player reads, small because it is drawn flat."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import av
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from tools.films.film import RATE, SIZE

# Quality, then tools: long reference for lines that come back, bits for dark even grounds,
# and a whole picture every two seconds so that a visitor may jump. One thread: same bytes each time.
_OPTIONS = {
    "preset": "medium",
    "tune": "animation",
    "profile": "high",
    "x264-params": "keyint=150:min-keyint=25:aq-mode=1:aq-strength=0.9:colorprim=bt709:transfer=bt709:colormatrix=bt709",
}


def encode(frames: Iterable[Image.Image], path: Path, *, quality: float, threads: int = 1) -> None:
    """Write the frames in order; a lower `quality` number is a larger, better film."""
    with av.open(path, "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=RATE)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        stream.options = {**_OPTIONS, "crf": f"{quality:g}", "threads": str(threads)}
        for picture in frames:
            frame = VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]
            small = frame.reformat(
                format="yuv420p", src_colorspace="ITU709", dst_colorspace="ITU709"
            )
            container.mux(stream.encode(small))
        container.mux(stream.encode(None))
