"""A TimelineJS file laid out as a sheet: a row a slide, a column for each field of its data model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hall_app.media.limits import Limits
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.sheets import Cell, Sheet, Tables

TYPE = "type"
SCALE = "scale"
_DEEPEST = 4


def flat_timeline(words: str, limits: Limits) -> Tables:
    """The title, events and eras of a TimelineJS file as one sheet with dotted column names."""
    try:
        found = json.loads(words)
    except (ValueError, RecursionError) as problem:
        raise Refusal(Reason.DAMAGED, detail=" ".join(str(problem).split())[:120]) from problem
    if not isinstance(found, dict) or not isinstance(found.get("events"), list):
        raise Refusal(Reason.NO_TABLE, detail="JSON without the “events” of a TimelineJS file")
    slides = [("title", found.get("title"))] if found.get("title") else []
    slides += [("event", one) for one in found["events"]]
    slides += [("era", one) for one in found.get("eras") or []]
    scale = {SCALE: str(found["scale"])} if found.get("scale") else {}
    rows = [{TYPE: kind, **scale, **dict(_leaves(slide))} for kind, slide in slides]
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    if len(names) * len(rows) > limits.table_cells:
        raise Refusal(Reason.TOO_LARGE, detail=f"more than {limits.table_cells:,} values")
    body = tuple(tuple(row.get(name) for name in names) for row in rows)
    sheet = Sheet(name="timeline", rows=(names, *body), letters=names, first=0)
    return Tables(sheets=(sheet,), form="timelinejs")


def _leaves(value: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, Cell]]:
    if isinstance(value, dict) and depth < _DEEPEST:
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}" if path else str(name), depth + 1)
    elif isinstance(value, str | int | float | bool) or value is None:
        yield path, value
    else:
        yield path, json.dumps(value, ensure_ascii=False)
