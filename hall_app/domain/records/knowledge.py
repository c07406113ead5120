"""Figures, questions and maps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.dates import HallDate
from hall_app.domain.ids import GalleryId, MediaId, RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Illustrated
from hall_app.domain.text import NO_TEXT, Text


class StatisticNature(StrEnum):
    """Whether a figure was reached, planned or aimed at; always printed beside it."""

    FACT = "fact"
    PLAN = "plan"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Illustrated):
    """A figure with its unit and day.

    Attributes:
        value: The figure; whole numbers are exact to 2**53.
        is_approximate: The source says "about" or "more than" (`text` says which).
    """

    kind: ClassVar[Kind] = Kind.STATISTIC

    gallery: GalleryId | None = None
    value: float = 0
    unit: Text = NO_TEXT
    date: HallDate | None = None
    nature: StatisticNature = StatisticNature.FACT
    is_approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a question."""

    text: Text
    is_right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, its answers, what to say after it, and the record that knows more."""

    text: Text
    answers: tuple[Answer, ...] = ()
    explanation: Text = NO_TEXT
    about: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Illustrated):
    """A few questions at the end of a walk."""

    kind: ClassVar[Kind] = Kind.QUIZ

    gallery: GalleryId | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPoint:
    """A named point, `x` and `y` from 0 to 1 from the picture's top left."""

    title: Text
    x: float
    y: float
    target: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Illustrated):
    """A drawn map with points that lead to records.

    Attributes:
        approval: The number of its examination, 审图号：GS(2024)1234号.
        is_schematic: It shows directions only, with no survey and no borders, and needs no number.
    """

    kind: ClassVar[Kind] = Kind.MAP

    gallery: GalleryId | None = None
    image: MediaId | None = None
    approval: str = ""
    is_schematic: bool = False
    points: tuple[MapPoint, ...] = ()
