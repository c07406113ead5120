"""The reading of one file, whatever it is: from its bytes to all that is known and drawn of it.

This runs in the worker, a child process with limits; see `worker` and `workshop`.
"""

from __future__ import annotations

import mmap
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hall_app.domain.records import Medium
from hall_app.errors import HallError
from hall_app.media import recognition
from hall_app.media.documents import examine_document
from hall_app.media.films import examine_film, measure_flashes
from hall_app.media.limits import Limits
from hall_app.media.pictures import examine_picture
from hall_app.media.probe import Examination
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.sheets import Tables
from hall_app.media.subtitles import examine_subtitles
from hall_app.media.tables import read_tables
from hall_app.media.vectors import examine_vector

T = TypeVar("T")

_TRUNCATION_WORDS = ("truncated", "cut off", "end of file", "broken data stream", "unexpected eof")


def examine(path: Path, *, limits: Limits, fonts: Path | None) -> Examination:
    """Read and render one file; raises `Refusal` for every file that is not taken."""
    return _spoken(lambda: _examine(path, limits, fonts))


def examine_tables(path: Path, *, limits: Limits) -> Tables:
    """Read the sheets of one file; raises `Refusal` for every file that is no table."""
    return _spoken(lambda: read_tables(path, limits))


def search_flashes(path: Path, since: float, until: float) -> float:
    """The most flashes within any second of a part of a film; raises `Refusal` for what is none."""
    return _spoken(lambda: _search(path, since, until))


def _spoken(read: Callable[[], T]) -> T:
    try:
        return read()
    except HallError:
        raise
    except MemoryError as error:
        raise Refusal(Reason.TOO_MUCH_MEMORY) from error
    except Exception as error:
        # Decoders raise anything at all on bytes that were made to upset them.
        words = " ".join((getattr(error, "strerror", None) or str(error)).split())[:200]
        is_cut = isinstance(error, EOFError) or any(
            word in words.lower() for word in _TRUNCATION_WORDS
        )
        raise Refusal(Reason.TRUNCATED if is_cut else Reason.DAMAGED, detail=words) from error


def _examine(path: Path, limits: Limits, fonts: Path | None) -> Examination:
    if path.stat().st_size == 0:
        raise Refusal(Reason.EMPTY)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        mime = recognition.recognise(data)
        _require_bytes(len(data), mime, limits)
        recognition.require_whole(data, mime)
        match recognition.medium_of(mime):
            case None:
                return examine_subtitles(data[:])
            case Medium.VECTOR:
                return examine_vector(data[:], fonts, limits)
            case Medium.DOCUMENT:
                return examine_document(path, data, limits)
            case Medium.PICTURE:
                return examine_picture(path, mime, limits)
            case Medium.FILM | Medium.SOUND:
                return examine_film(path, mime, limits)


def _search(path: Path, since: float, until: float) -> float:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        mime = recognition.recognise(data)
    if recognition.medium_of(mime) is not Medium.FILM:
        raise Refusal(Reason.UNKNOWN_TYPE, detail="no film")
    return measure_flashes(path, mime, since, until)


def _require_bytes(size: int, mime: str, limits: Limits) -> None:
    most = {
        None: limits.subtitles_bytes,
        Medium.VECTOR: limits.vector_bytes,
        Medium.DOCUMENT: limits.document_bytes,
        Medium.PICTURE: limits.picture_bytes,
    }.get(recognition.medium_of(mime), limits.film_bytes)
    if size > most:
        raise Refusal(Reason.TOO_LARGE, detail=f"{size:,} bytes, of which {most:,} are taken")
