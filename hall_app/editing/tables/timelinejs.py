"""A TimelineJS timeline as events, eras and a timeline: every field finds its place, or the remark.

Both forms are read: its spreadsheet (Year, Month, …, Headline, Text, Media, …, Type, Group,
Background) and its JSON (`start_date.year`, `text.headline`, `media.url`, …).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hall_app.domain.text import EN, ZH_HANS
from hall_app.editing.media import slug_of
from hall_app.editing.tables.lengths import OF_MEDIUM
from hall_app.editing.tables.markup import markdown
from hall_app.media.sheets import Cell, Sheet, Tables

_COLUMNS = {
    "year": "start_date.year", "month": "start_date.month", "day": "start_date.day",
    "time": "start_date.time", "endyear": "end_date.year", "endmonth": "end_date.month",
    "endday": "end_date.day", "endtime": "end_date.time", "displaydate": "display_date",
    "headline": "text.headline", "text": "text.text", "media": "media.url",
    "mediacredit": "media.credit", "mediacaption": "media.caption",
    "mediathumbnail": "media.thumbnail", "mediaalt": "media.alt", "alttext": "media.alt",
    "medialink": "media.link", "type": "type", "group": "group", "background": "background",
}  # fmt: skip

_DATES = ("start_date", "end_date")
_PLACED = {"text.headline", "text.text", "type", "unique_id", "display_date"} | {
    f"{date}.{part}" for date in _DATES for part in ("year", "month", "day", "display_date")
}
# Where the medium is a file of its own, what is said of it stands in its own record.
_OF_MEDIUM = {
    "media.caption": "caption.{language}", "media.alt": "alt.{language}", "media.credit": "credit",
}  # fmt: skip
_KINDS = {"title": "timeline", "era": "era"}
_ADDRESS = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_HAN = re.compile("[㐀-鿿]")

Slide = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the slides of one sheet are read."""

    language: str
    galleries: frozenset[str]
    letters: Mapping[str, str]

    def letter(self, name: str) -> str:
        """The column of a field."""
        return self.letters.get(name, "")


def translated(tables: Tables, language: str, galleries: Iterable[str] = ()) -> Tables:
    """The file with each TimelineJS sheet as sheets of events, eras and the timeline itself.

    Args:
        tables: Any file; what is no TimelineJS sheet stays as it is.
        language: Of its words; empty lets the words tell.
        galleries: Titles of galleries: a group of that name is the event's gallery.
    """
    sheets: list[Sheet] = []
    for sheet in tables.sheets:
        names = _names(sheet)
        sheets += (
            [sheet] if names is None else _sheets(sheet, names, language, frozenset(galleries))
        )
    return replace(tables, sheets=tuple(sheets))


def _names(sheet: Sheet) -> tuple[str, ...] | None:
    """The data model's name for each column; None where this is another table."""
    if not sheet.rows:
        return None
    headers = [str(cell or "") for cell in sheet.rows[0]]
    names = tuple(
        _COLUMNS.get(re.sub(r"[\s_]+", "", h.lower()), h if "." in h else h.lower())
        for h in headers
    )
    is_timeline = {"text.headline", "start_date.year"} <= set(names)
    return names if is_timeline else None


def _sheets(
    sheet: Sheet, names: tuple[str, ...], language: str, galleries: frozenset[str]
) -> list[Sheet]:
    slides = [
        (sheet.number(at), {name: cell for name, cell in zip(names, row, strict=True) if cell not in {None, ""}})
        for at, row in enumerate(sheet.rows)
        if at
    ]  # fmt: skip
    letters = {name: sheet.letter(place) for place, name in reversed(list(enumerate(names)))}
    spoken = language or _language(slide for _, slide in slides)
    reading = _Reading(spoken, galleries, letters)
    found: dict[str, list[tuple[int, dict[str, tuple[Cell, str]]]]] = {}
    for number, slide in slides:
        if slide:
            kind = _KINDS.get(str(slide.get("type", "")).strip().lower(), "event")
            found.setdefault(kind, []).append((number, _record(slide, reading)))
    return [_sheet(kind, rows) for kind, rows in found.items()]


def _sheet(kind: str, rows: list[tuple[int, dict[str, tuple[Cell, str]]]]) -> Sheet:
    paths = tuple(dict.fromkeys(path for _, row in rows for path in row))
    letters = tuple(next(row[path][1] for _, row in rows if path in row) for path in paths)
    body = tuple(tuple(row.get(path, (None, ""))[0] for path in paths) for _, row in rows)
    numbers = (0, *(number for number, _ in rows))
    return Sheet(name=kind, rows=(paths, *body), letters=letters, numbers=numbers)


def _record(slide: Slide, reading: _Reading) -> dict[str, tuple[Cell, str]]:
    """The fields of one record: path to cell, and the column it comes from."""
    language = reading.language
    title = markdown(str(slide.get("text.headline", ""))).replace("\n", " ")
    found: dict[str, tuple[Cell, str]] = {
        f"title.{language}": (title, reading.letter("text.headline"))
    }
    if unique := str(slide.get("unique_id", "")):
        found["slug"] = (slug_of(unique), reading.letter("unique_id"))
    said = str(slide.get("display_date") or slide.get("start_date.display_date") or "").strip()
    if date := _date(slide):
        spelled = f"{date} | {said}" if said and language == ZH_HANS and said != date else date
        found["date"] = (spelled, reading.letter("start_date.year"))
        if said and language != ZH_HANS:
            found[f"date.words.{language}"] = (said, reading.letter("display_date"))
    if text := slide.get("text.text"):
        found[f"text.{language}"] = (markdown(str(text)), reading.letter("text.text"))
    unplaced = {name: cell for name, cell in slide.items() if name not in _PLACED}
    if (group := str(slide.get("group", "")).strip()) in reading.galleries and group:
        found["gallery"] = (group, reading.letter("group"))
        del unplaced["group"]
    medium = str(slide.get("media.url", "")).strip()
    if medium and not _ADDRESS.match(medium) and "<" not in medium:
        found["media"] = (medium, reading.letter("media.url"))
        del unplaced["media.url"]
        for name, path in _OF_MEDIUM.items():
            if name in unplaced:
                place = f"{OF_MEDIUM}{path.format(language=language)}"
                found[place] = (str(unplaced.pop(name)), reading.letter(name))
    if unplaced:
        lines = [f"TimelineJS {name}: {cell}" for name, cell in unplaced.items()]
        found["remark"] = ("\n".join(lines), reading.letter(next(iter(unplaced))))
    if str(slide.get("type", "")).lower() == "title":
        found.pop("date", None)  # a timeline's own date is the span of what it holds
        found.pop("gallery", None)
    return found


def _date(slide: Slide) -> str:
    """The date as EDTF; a bad part is left as it is, to be refused by name."""
    start, end = (_day(slide, date) for date in _DATES)
    return f"{start}/{end}" if start and end and end != start else start


def _day(slide: Slide, date: str) -> str:
    parts = [
        re.sub(r"[\s,]+", "", str(slide.get(f"{date}.{part}", "")))
        for part in ("year", "month", "day")
    ]
    year, month, day = parts
    if not year:
        return ""
    if not re.fullmatch(r"-?\d+", year):
        return year
    digits = year.lstrip("-")
    written = f"{'-' if year.startswith('-') else ''}{int(digits):04}"
    if len(digits) > 4:
        written = f"Y{written}"
    for part in (month, day):
        if not part:
            break
        written += f"-{int(part):02}" if part.isdecimal() else f"-{part}"
    return written


def _language(slides: Iterable[Slide]) -> str:
    words = "".join(str(slide.get("text.headline", "")) for slide in slides)
    return ZH_HANS if _HAN.search(words) else EN
