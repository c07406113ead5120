"""The kinds of record, in the order of the road from hall to screen."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a record is; the same word in SQL, files, commands and QML."""

    HALL = "hall"
    GALLERY = "gallery"
    SECTION = "section"
    EXHIBIT = "exhibit"
    TIMELINE = "timeline"
    ERA = "era"
    EVENT = "event"
    ENTERPRISE = "enterprise"
    PRODUCT = "product"
    HONOUR = "honour"
    CRAFT = "craft"
    PERSON = "person"
    STATISTIC = "statistic"
    QUIZ = "quiz"
    MAP = "map"
    MEDIA = "media"
    SOURCE = "source"
    DISPLAY = "display"
    RELEASE = "release"
