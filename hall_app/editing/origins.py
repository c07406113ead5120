"""From what recordings and tracks were made: noted when they come, so that what is stale shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hall_app.domain.ids import RecordId
from hall_app.domain.records.media import Media, Track
from hall_app.domain.records.record import Illustrated, Reading, Record
from hall_app.domain.text import ZH_HANS, Text, digest
from hall_app.errors import InvalidRecord
from hall_app.store.codec import Document
from hall_app.store.store import Store

_STEPS_BACK = 500


def text_at(record: Record, path: str) -> Text:
    """The text at a path; empty where it holds none yet.

    Raises:
        InvalidRecord: There is no text field at this path.
    """
    held: object = record
    for step in path.split("."):
        try:
            held = held[int(step)] if isinstance(held, tuple) else getattr(held, step)
        except (AttributeError, IndexError, ValueError):
            raise _no_text(path) from None
    if held is None:
        return Text()
    if not isinstance(held, Text):
        raise _no_text(path)
    return held


def source_before(store: Store, record_id: RecordId, path: str, language: str) -> str:
    """What the source said when a wording was made from it; empty where the history does not reach."""
    wording = text_at(store.get(record_id), path).wording(language)
    if wording is None or not wording.made_from:
        return ""
    for step in store.history(record_id, limit=_STEPS_BACK):
        for change in step.changes:
            if change.record_id != record_id:
                continue
            for document in (change.before, change.after):
                words = _source_at(document, path)
                if words and digest(words) == wording.made_from:
                    return words
    return ""


def _source_at(document: Document | None, path: str) -> str:
    """The source words at a path of a document; empty where it holds none."""
    held: Any = document
    for step in path.split("."):
        if isinstance(held, list) and step.isdecimal() and int(step) < len(held):
            held = held[int(step)]
        elif isinstance(held, dict):
            held = held.get(step)
        else:
            return ""
    words = held.get(ZH_HANS, "") if isinstance(held, dict) else held
    return words if isinstance(words, str) else ""


def stamped(before: Record, after: Record) -> Record:
    """The record with what is new in it noted as made from the words and the file as they stand."""
    if isinstance(after, Media) and isinstance(before, Media):
        return replace(after, tracks=_tracks(before, after))
    if isinstance(after, Illustrated) and isinstance(before, Illustrated):
        return replace(after, readings=_readings(before, after))
    return after


def _tracks(before: Media, after: Media) -> tuple[Track, ...]:
    known = {track.sha256 for track in before.tracks}
    return tuple(
        track
        if track.sha256 in known or track.made_from
        else replace(track, made_from=digest(after.sha256))
        for track in after.tracks
    )


def _readings(before: Illustrated, after: Illustrated) -> tuple[Reading, ...]:
    known = {_key(reading) for reading in before.readings}
    stamps = {reading.made_from for reading in before.readings}
    return tuple(
        replace(reading, made_from=digest(reading.words_of(text_at(after, reading.field))))
        if _key(reading) not in known and (not reading.made_from or reading.made_from in stamps)
        else reading
        for reading in after.readings
    )


def _key(reading: Reading) -> tuple[str, str, str]:
    return reading.field, str(reading.spoken), reading.sound


def _no_text(path: str) -> InvalidRecord:
    return InvalidRecord(f"“{path}” holds no text.", subject=path, code="not-a-text")
