"""Figures: one mark is one thing, and what is a target or a plan is called so."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from typing import ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Exhibit, Record, Statistic, StatisticNature
from hall_app.kiosk.pages.page import Face, Page, face_of
from hall_app.kiosk.reading import plain
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.thread import sources_line
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_MARKS_AT_MOST = 1000
_PITCH_AT_MOST = 128.0
_PITCH_AT_LEAST = 4
_LEAST_OF_A_ROW = 0.85
_PERCENT = ("%", "％", "percent", "per cent")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the side list."""

    id: str
    figure: str
    title: str
    note: str
    isOn: bool


def figure_words(statistic: Statistic, language: str) -> str:
    """The figure as printed: no grouping under five digits, none of the noise of floats."""
    value = statistic.value
    words = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")
    return (
        words.replace(",", "")
        if abs(value) < 10_000
        else words.replace(",", "," if language == "en" else " ")
    )


def is_percent(statistic: Statistic) -> bool:
    return any(words.text in _PERCENT for _, words in statistic.unit.wordings)


def mark_worth(statistic: Statistic) -> int:
    """How many things one mark stands for: 1, 10, 100 … so that the marks stay countable."""
    worth = 1
    while statistic.value / worth > _MARKS_AT_MOST:
        worth *= 10
    return worth


def mark_field(cells: int, width: float, height: float) -> tuple[int, int]:
    """The widest whole pitch at which so many square cells fit a field, and the cells in a row.

    A last row of a few marks looks like a slip, so that a field a little smaller is taken where it
    leaves that row full or at least a third full.
    """
    if width <= 0 or height <= 0:
        return _PITCH_AT_LEAST, 1  # a page that is still being laid out has no field yet
    widest = int(min(_PITCH_AT_MOST, sqrt(width * height / max(1, cells)))) + 1
    fitting = [
        (pitch, columns)
        for pitch in range(widest, _PITCH_AT_LEAST - 1, -1)
        for columns in range(int(width // pitch), int(width // pitch * _LEAST_OF_A_ROW), -1)
        if ceil(cells / columns) * pitch <= height
    ]
    if not fitting:
        return _PITCH_AT_LEAST, max(1, int(width // _PITCH_AT_LEAST))
    near = (field for field in fitting if field[0] >= fitting[0][0] * _LEAST_OF_A_ROW)
    return next((f for f in near if not 0 < cells % f[1] < f[1] / 3), fitting[0])


def _as_a_lead(statistic: Statistic) -> float:
    """Many things that can still be counted lead; what marks cannot show comes after."""
    value = statistic.value
    is_countable = value == int(value) and 100 <= value <= _MARKS_AT_MOST
    return -value if is_countable and not is_percent(statistic) else 0.0


@QmlElement
class StatisticsPageModel(Page):
    """One figure large with its marks, the others beside it to choose from."""

    worded = Signal()
    """After the page or the choice was made again."""

    form: ClassVar[str] = "Statistics"

    def __init__(self, visit: Visit, record: Record | None = None) -> None:
        super().__init__(visit, record)
        if record is None:
            self.ref = "statistics"
        self.changed.connect(self.worded)
        self._figures = Rows(FigureRow, self)
        self._all = self._wanted(record)
        self._chosen = record if isinstance(record, Statistic) else next(iter(self._all), None)

    def _wanted(self, record: Record | None) -> list[Statistic]:
        if isinstance(record, Exhibit) and record.items:
            found = [self.visit.get(item) for item in record.items]
            return [s for s in found if isinstance(s, Statistic)]
        every = self.visit.all(Statistic)
        if isinstance(record, Statistic):
            return [s for s in every if s.gallery == record.gallery]
        return sorted(every, key=_as_a_lead)

    @property
    def place(self) -> str:
        return self.visit.gallery_slug(self.record or self._chosen)

    def face(self) -> Face:
        if isinstance(self.record, Exhibit):
            return face_of(self.record, self.visit)
        return Face(title=self.visit.say("statistics-title"))

    def fill(self) -> None:
        self._figures.show(
            [
                FigureRow(
                    s.id,
                    figure_words(s, self.visit.language),
                    self.visit.text(s.title),
                    self._note(s, with_unit=True),
                    self._chosen is not None and s.id == self._chosen.id,
                )
                for s in self._all
            ]
        )

    def _note(self, statistic: Statistic, *, with_unit: bool = False) -> str:
        parts = [
            self.visit.text(statistic.unit) if with_unit else "",
            self.visit.full(statistic.date),
            self.visit.say(f"nature-{statistic.nature}"),
            self.visit.say("about") if statistic.is_approximate else "",
        ]
        return " · ".join(part for part in parts if part)

    @Slot(str)
    def choose(self, statistic_id: str) -> None:
        self._chosen = next((s for s in self._all if s.id == statistic_id), self._chosen)
        self.fill()
        self.worded.emit()

    @Property(Rows, constant=True)
    def figures(self) -> Rows:
        return self._figures

    @Property(str, notify=worded)
    def figure(self) -> str:
        return figure_words(self._chosen, self.visit.language) if self._chosen else ""

    @Property(str, notify=worded)
    def unit(self) -> str:
        return self.visit.text(self._chosen.unit) if self._chosen else ""

    @Property(str, notify=worded)
    def name(self) -> str:
        return self.visit.text(self._chosen.title) if self._chosen else ""

    @Property(str, notify=worded)
    def secondName(self) -> str:
        return self.visit.other(self._chosen.title) if self._chosen else ""

    @Property(str, notify=worded)
    def note(self) -> str:
        return self._note(self._chosen) if self._chosen else ""

    @Property(str, notify=worded)
    def story(self) -> str:
        return plain(self.visit.text(self._chosen.text)) if self._chosen else ""

    @Property(str, notify=worded)
    def sources(self) -> str:
        return sources_line(self._chosen, self.visit) if self._chosen else ""

    @Property(str, notify=worded)
    def marksWords(self) -> str:
        """What one mark is, and that a target is not a result."""
        chosen, visit = self._chosen, self.visit
        if chosen is None:
            return ""
        worth, unit = mark_worth(chosen), visit.text(chosen.unit)
        each = (
            visit.say("mark-one", unit=unit)
            if worth == 1
            else visit.say("mark-many", each=f"{worth:,}", unit=unit)
        )
        match chosen.nature:
            case StatisticNature.TARGET:
                return f"{each} · {visit.say('target-note')}"
            case StatisticNature.PLAN:
                return f"{each} · {visit.say('plan-note')}"
            case StatisticNature.FACT:
                return each

    @Property(float, notify=worded)
    def marks(self) -> float:
        """How many marks, the last one perhaps in part."""
        return self._chosen.value / mark_worth(self._chosen) if self._chosen else 0.0

    @Property(int, notify=worded)
    def cells(self) -> int:
        """How many cells the marks lie in: a hundred for a share of a hundred."""
        if self._chosen is None:
            return 0
        return (
            100 if is_percent(self._chosen) else ceil(self._chosen.value / mark_worth(self._chosen))
        )

    @Slot(int, float, float, result=int)
    def pitch(self, cells: int, width: float, height: float) -> int:
        """The pitch of the field of marks."""
        return mark_field(cells, width, height)[0]

    @Slot(int, float, float, result=int)
    def columns(self, cells: int, width: float, height: float) -> int:
        """How many marks stand in a row of the field."""
        return mark_field(cells, width, height)[1]
