"""Which part of a picture fills a place on a screen: what a person chose, else around the focal point."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.domain.records.media import Crop, CropShape, FocalPoint

_MUCH_LIKE = 1.2
"""A place this many times as wide as a shape, or as narrow, is still cut as that shape."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a picture: all from 0 to 1 of its width and height."""

    x: float
    y: float
    width: float
    height: float


WHOLE = Frame(0, 0, 1, 1)


def ratio_of(shape: CropShape) -> float:
    """Width over height of a shape."""
    width, _, height = shape.value.partition(":")
    return int(width) / int(height)


def around(focal: FocalPoint, ratio: float, within: Frame = WHOLE) -> Frame:
    """The largest part of that shape inside a frame, as near to the focal point as it goes.

    Args:
        focal: What is to be kept.
        ratio: Width over height of the part, each measured in the frame's own units: the ratio of the
            place on the screen over the ratio of the picture.
        within: Where the part has to lie.
    """
    width = min(within.width, within.height * ratio)
    height = min(within.height, within.width / ratio)
    return Frame(
        _between(focal.x - width / 2, within.x, within.x + within.width - width),
        _between(focal.y - height / 2, within.y, within.y + within.height - height),
        width,
        height,
    )


def framed(
    size: tuple[int, int], focal: FocalPoint, crops: tuple[Crop, ...], ratio: float
) -> Frame:
    """The part of a picture that fills a place.

    Args:
        size: Pixels of the picture.
        focal: What is to be kept.
        crops: What a person chose for single shapes.
        ratio: Width over height of the place.
    """
    if min(size) <= 0 or ratio <= 0:
        return WHOLE
    own = ratio / (size[0] / size[1])
    chosen = min(crops, key=lambda crop: _apart(ratio_of(crop.shape), ratio), default=None)
    if chosen is None or _apart(ratio_of(chosen.shape), ratio) > _MUCH_LIKE:
        return around(focal, own)
    frame = clamped(Frame(chosen.x, chosen.y, chosen.width, chosen.height))
    middle = FocalPoint(x=frame.x + frame.width / 2, y=frame.y + frame.height / 2)
    return around(middle, own, frame)


def clamped(frame: Frame) -> Frame:
    """A frame that lies inside the picture and shows something of it."""
    width, height = _between(frame.width, _LEAST, 1), _between(frame.height, _LEAST, 1)
    return Frame(_between(frame.x, 0, 1 - width), _between(frame.y, 0, 1 - height), width, height)


_LEAST = 0.05


def _apart(one: float, other: float) -> float:
    return max(one / other, other / one)


def _between(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))
