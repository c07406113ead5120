"""Rules of maps: the number of their examination (审图号), or that they are schematic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hall_app.domain.records.knowledge import Map
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.publishing.rules.view import Found, View

# 审图号：GS(2024)1234号, 粤S(2023)045号, GS京(2022)0005号
_NUMBER = re.compile(
    r"(?:[审審][图圖][号號]\s*[:：]?\s*)?"
    r"(?:GS\s*[\u4e00-\u9fff]?|[\u4e00-\u9fff]{1,2}\s*(?:[A-Z]{1,2}\s*)?S)\s*"
    r"[(（〔\[]\s*(?:19|20)\d{2}\s*[)）〕\]]\s*(?:第\s*)?\d{1,5}(?:-\d+)?\s*[号號]?"
)


def approvals(record: Record, view: View) -> Iterator[Found]:
    """A map says its number, unless it is no survey."""
    match record:
        case Map(image=image, approval=number, is_schematic=is_schematic):
            picture = view.get(image) if image else None
            if isinstance(picture, Media) and not number:
                number = picture.approval
            if picture is not None and not number and not is_schematic:
                yield Found("map-unapproved", record, "approval")
            field = "approval" if record.approval else ""
        case Media(approval=number):
            field = "approval"
        case _:
            return
    if field and number and not _NUMBER.fullmatch(number.strip()):
        yield Found("map-number", record, field, (("number", number),))
