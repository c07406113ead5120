"""The room a timeline has on its page: where lanes, thread, axis, cards and mini-map lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hall_app.domain.records import Gallery
from hall_app.kiosk.timeline.labels import Box, Field
from hall_app.kiosk.timeline.skein import End, Lane, Thread, thickness

_ABOVE = (0, 3)
# Shares of the height between top and axis: two lanes, the thread's middle, three lanes.
_WHOLE_SHARES = (0.135, 0.275, 0.485, 0.750, 0.846, 0.942)
_STRETCH_SHARES = (0.150, 0.295, 0.440, 0.665, 0.805, 0.945)
# A lane by itself hangs high, and its ends fall into the thread below: its share, the thread's.
# In the whole view the ends that had joined before are named under the thread.
_ALONE_SHARES, _ALONE_SHARES_PORTRAIT = (0.44, 0.92), (0.40, 0.94)
_NAMES_HEIGHT, _NAMES_HEIGHT_PORTRAIT = 168.0, 240.0
_EDGE = 72.0
_MINI_HEIGHT = 112.0
_LABEL_HEIGHT = 36.0
_NOTE_HEIGHT = 70.0
_LABEL_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Lengths of the page in stage pixels; `frame_of` fills in what depends on the zoom.

    Attributes:
        is_alone: One gallery's lane is shown, with the whole height to itself.
        names: The height kept under the thread for names.
    """

    width: float = 0.0
    height: float = 0.0
    base: float = 0.0
    top: float = 150.0
    axis: float = 872.0
    shares: tuple[float, ...] = _WHOLE_SHARES
    is_alone: bool = False
    names: float = 0.0

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width

    @property
    def left(self) -> float:
        return 110.0

    @property
    def right(self) -> float:
        return self.width - (120.0 if not self.is_portrait else 70.0)

    @property
    def room(self) -> float:
        return self.axis - self.top

    @property
    def lanes(self) -> tuple[float, ...]:
        if self.is_alone:
            return (self.top + self.room * self.shares[0],)
        return tuple(self.top + self.room * s for s in (*self.shares[:2], *self.shares[3:]))

    @property
    def lane_gap(self) -> float:
        return self.room * (self.shares[4] - self.shares[3])

    @property
    def middle(self) -> float:
        share = self.shares[1 if self.is_alone else 2]
        return min(self.top + self.room * share, self.axis - self.names)

    @property
    def opening(self) -> float:
        """Where the sentence about earlier ends stands, below the thread."""
        return self.middle + (14.0 if self.is_alone else 40.0)

    def thread(self, count: int) -> Thread:
        pitch = min(1.75, self.room * 0.2 / max(1, count))
        return Thread(self.middle, pitch, 130.0 if not self.is_portrait else 100.0, self.width)

    def field(self, *, has_note: bool) -> Field:
        height = _NOTE_HEIGHT if has_note else _LABEL_HEIGHT
        area = Box(_EDGE - 56, self.top + 36, self.width - 24, self.axis - 2)
        rows = 4 if self.is_alone else 2 if self.lane_gap >= 130 else 1
        above, below = [], []
        for row in range(rows):
            over, under = -height * (row + 1) - _LABEL_GAP, height * row + _LABEL_GAP
            above += [over, under]
            below += [under, over]
        return Field(area, height, above, below)

    def taken(self, ends: Sequence[End], names: Sequence[str]) -> list[Box]:
        """Where no label may stand: lane names, the thread, the opening sentence."""
        wide = 40.0 + max((len(name) for name in names), default=4) * 12.0
        boxes = [Box(0, y - 19, max(140.0, wide), y + 19) for y in self.lanes]
        thread = self.thread(len(ends))
        step = self.width / 12
        for number in range(12):
            right = step * (number + 1)
            above, below = thickness(ends, right)
            boxes.append(
                Box(
                    step * number,
                    self.middle - thread.pitch * above - 6,
                    right,
                    self.middle + thread.pitch * below + 6,
                )
            )
        return boxes

    # --- mini-map -----------------------------------------------------------------------

    @property
    def mini_left(self) -> float:
        return 72.0

    @property
    def mini_right(self) -> float:
        return self.width - 60.0

    @property
    def mini_lanes(self) -> tuple[float, ...]:
        return (14.0, 24.0, 86.0, 95.0, 104.0)

    def mini_thread(self, count: int) -> Thread:
        return Thread(54.0, min(0.5, 40.0 / max(1, count)), 40.0, self.width)

    # --- one year -----------------------------------------------------------------------

    @property
    def year_left(self) -> float:
        return 250.0 if not self.is_portrait else _EDGE

    @property
    def year_right(self) -> float:
        return self.width - (60.0 if not self.is_portrait else _EDGE)

    @property
    def year_middle(self) -> float:
        return self.top + (250.0 if not self.is_portrait else 500.0)

    @property
    def bars_top(self) -> float:
        return self.top + (450.0 if not self.is_portrait else 930.0)


def frame_of(frame: Frame, *, is_whole: bool, is_alone: bool) -> Frame:
    """The frame for a zoom: the axis stands higher where the mini-map is shown."""
    top = 150.0 if not frame.is_portrait else 250.0
    foot = 96.0 if is_whole else _MINI_HEIGHT + 52.0
    if frame.is_portrait:
        foot += 92.0
    if is_alone:
        shares: tuple[float, ...] = _ALONE_SHARES_PORTRAIT if frame.is_portrait else _ALONE_SHARES
    else:
        shares = _WHOLE_SHARES if is_whole else _STRETCH_SHARES
    height = _NAMES_HEIGHT_PORTRAIT if frame.is_portrait else _NAMES_HEIGHT
    return replace(
        frame,
        top=top,
        axis=frame.base - foot,
        shares=shares,
        is_alone=is_alone,
        names=height if is_alone and is_whole else 0.0,
    )


def lanes_of(galleries: Sequence[Gallery], heights: Sequence[float]) -> tuple[Lane, ...]:
    """A lane for each gallery: the first and fourth above the thread, the others below.

    Where one gallery is alone, `heights` is its one lane, above the thread.
    """
    if len(heights) == 1:
        return tuple(Lane(gallery.slug, heights[0], is_above=True) for gallery in galleries[:1])
    above = iter(heights[:2])
    below = iter(heights[2:])
    lanes = []
    for number, gallery in enumerate(galleries[:5]):
        is_above = number in _ABOVE
        lanes.append(Lane(gallery.slug, next(above if is_above else below), is_above))
    return tuple(lanes)
