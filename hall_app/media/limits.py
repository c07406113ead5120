"""How much of a file from outside the hall takes, and what reading one may cost."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.media.refusal import Reason, Refusal

MEBIBYTE = 1 << 20
GIBIBYTE = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The largest of everything; a file beyond any of them is refused, with the number.

    Attributes:
        pixels: Of one picture or film frame, known before anything is decoded.
        moving_pixels: Of all frames of a moving picture together.
        flash_pixels: Of all frames of a film that is searched for flashes while it is taken in, about
            a minute of full HD; a longer one would keep the import waiting and is searched on demand.
        seconds: Of the processor's time that a file may take to be read and rendered; where the
            system counts none, of the clock. A very large file may take four times as many.
        memory_bytes: Of the process that reads it (its address space, where the system can limit it).
        elements: Of a drawing, once everything that is drawn by reference is counted each time.
        aspect: Long edge over short edge.
    """

    picture_bytes: int = 512 * MEBIBYTE
    vector_bytes: int = 16 * MEBIBYTE
    film_bytes: int = 8 * GIBIBYTE
    document_bytes: int = 512 * MEBIBYTE
    subtitles_bytes: int = 2 * MEBIBYTE
    table_bytes: int = 64 * MEBIBYTE
    table_cells: int = 4_000_000
    pixels: int = 150_000_000
    moving_pixels: int = 1_000_000_000
    flash_pixels: int = 3_000_000_000
    edge: int = 30_000
    aspect: float = 100.0
    elements: int = 500_000
    duration_s: float = 6 * 3600.0
    streams: int = 16
    seconds: float = 40.0
    memory_bytes: int = 3 * GIBIBYTE

    @property
    def largest_bytes(self) -> int:
        """The size beyond which a file is refused before it is even copied."""
        return max(
            self.picture_bytes,
            self.vector_bytes,
            self.film_bytes,
            self.document_bytes,
            self.subtitles_bytes,
        )


DEFAULT_LIMITS = Limits()


def require_size(width: float, height: float, limits: Limits) -> None:
    """Refuse what is too large or too thin, before anything of it is decoded."""
    size = f"{width:,.0f} × {height:,.0f} pixels"
    if not (width > 0 and height > 0):
        raise Refusal(Reason.DAMAGED, detail=f"a size of {size}")
    if width * height > limits.pixels or max(width, height) > limits.edge:
        raise Refusal(Reason.TOO_MANY_PIXELS, detail=size)
    if max(width, height) / min(width, height) > limits.aspect:
        raise Refusal(Reason.DAMAGED, detail=f"too thin to show, {size}")
