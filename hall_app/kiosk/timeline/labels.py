"""Labels by rank: the most important are placed first, what does not fit stays a knot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hall_app.kiosk.timeline.skein import End

Measure = Callable[[str, str], float]
"""Width in pixels of words in a role: "year" or "label"."""

_GAP = 10.0
_MARGIN = 14.0
_NEAR = 180.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that words may not share."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: its end, its words, its top left, and the row it was lifted to."""

    end: End
    year: str
    title: str
    note: str
    x: float
    y: float
    width: float
    leader: float


@dataclass(frozen=True, slots=True)
class Field:
    """Where labels may stand: the area, the height of a label, the rows beside a lane."""

    area: Box
    height: float
    rows_above: Sequence[float]
    rows_below: Sequence[float]


@dataclass(frozen=True, slots=True)
class Wish:
    """What an end would like to say."""

    end: End
    year: str
    title: str
    note: str = ""


def place(
    wishes: Iterable[Wish],
    field: Field,
    measure: Measure,
    *,
    taken: Sequence[Box] = (),
    spacing: float = _NEAR,
) -> list[Label]:
    """Place as many labels as fit without touching, the highest rank first.

    `taken` is what stands there already: lane names, the thread, sentences. A lane has at most
    one label within `spacing` pixels.
    """
    placed: list[Label] = []
    boxes = list(taken)
    for wish in sorted(wishes, key=_rank):
        near = (label for label in placed if label.end.lane is wish.end.lane)
        if any(abs(label.end.x - wish.end.x) < spacing for label in near):
            continue
        label = _first_free(wish, field, measure, boxes)
        if label is not None:
            placed.append(label)
            boxes.append(_box(label, field.height))
    return sorted(placed, key=lambda label: label.end.x)


def _first_free(wish: Wish, field: Field, measure: Measure, boxes: Sequence[Box]) -> Label | None:
    width = measure(wish.year, "year") + _GAP + measure(wish.title, "label")
    if wish.note:
        width = max(width, measure(wish.note, "note"))
    x, lane = wish.end.x, wish.end.lane
    rows = field.rows_above if lane.is_above else field.rows_below
    for row in rows:
        for left in (x - 12, x - width / 2, x - width + 12):
            label = Label(
                wish.end, wish.year, wish.title, wish.note, left, lane.y + row, width, row
            )
            box = _box(label, field.height)
            if _inside(box, field.area) and not any(box.meets(other) for other in boxes):
                return label
    return None


def _box(label: Label, height: float) -> Box:
    return Box(label.x - _MARGIN, label.y, label.x + label.width + _MARGIN, label.y + height)


def _inside(box: Box, area: Box) -> bool:
    return (
        area.left <= box.left
        and box.right <= area.right
        and area.top <= box.top
        and box.bottom <= area.bottom
    )


def _rank(wish: Wish) -> tuple[int, int, float]:
    is_general = wish.end.is_dashed
    return (-wish.end.event.importance, int(is_general), wish.end.x)
