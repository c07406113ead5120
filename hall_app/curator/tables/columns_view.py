"""The columns of one sheet: its kind, and for each column the field it means, with examples."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.parts import Elided, label, row
from hall_app.domain.kinds import Kind
from hall_app.editing.tables import names
from hall_app.editing.tables.columns import columns_of, leaf_at
from hall_app.editing.tables.mapping import SheetMapping, Source, headers_of, mapping_of

_LISTS = ("former_titles",)
_EXAMPLES = 3


class ColumnsView(QWidget):
    """Says what each sheet of a file holds; the hand may say otherwise."""

    # The mapping of the file as it stands now.
    changed = Signal(Source)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._source: Source | None = None
        say = desk.say
        self.sheet = Combo(desk)
        self.sheet.setAccessibleName(say("table-sheet"))
        self.sheet.setMinimumWidth(200)
        self.kind = Combo(desk)
        self.kind.setAccessibleName(say("table-kind"))
        self.kind.setMinimumWidth(200)
        self.kind.addItem(say("table-kind-none"), None)
        for kind in Kind:
            if kind is not Kind.RELEASE:
                self.kind.addItem(say(f"kinds-{kind}"), kind)
        self.combos: list[Combo] = []
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addLayout(
            row(label(say("table-sheet"), "label"), self.sheet, label(say("table-kind"), "label"),
                self.kind, None)
        )  # fmt: skip
        down.addWidget(self._scroll, 1)
        self.sheet.activated.connect(self._show_sheet)
        self.kind.activated.connect(self._choose_kind)

    def show_source(self, source: Source) -> None:
        """Show a file; the first sheet that holds something is in front."""
        self._source = source
        self.sheet.clear()
        self.sheet.addItems([sheet.name for sheet in source.tables.sheets])
        first = next((at for at, one in enumerate(source.mappings) if one.kind), 0)
        self.sheet.setCurrentIndex(first)
        self._show_sheet()

    def _show_sheet(self, _index: int = 0) -> None:
        source, at = self._source, self.sheet.currentIndex()
        if source is None or at < 0:
            return
        mapping = source.mappings[at]
        self.kind.setCurrentIndex(self.kind.findData(mapping.kind))
        self._scroll.setWidget(self._columns(source, at, mapping))

    def _columns(self, source: Source, at: int, mapping: SheetMapping) -> QWidget:
        sheet, say = source.tables.sheets[at], self._desk.say
        holder = QWidget()
        holder.setObjectName("form")
        grid = QGridLayout(holder)
        grid.setContentsMargins(2, 4, 8, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        self.combos = []
        for column, header in enumerate(headers_of(sheet)):
            combo = Combo(self._desk)
            combo.setMinimumWidth(270)
            combo.setMaxVisibleItems(16)
            self._fill(combo, mapping, column)
            words = header or say("table-column")
            combo.setAccessibleName(words)
            combo.setToolTip(words)
            combo.setEnabled(mapping.kind is not None)
            combo.activated.connect(partial(self._choose_field, column))
            found = [str(line[column]) for line in sheet.rows[1:] if line[column] not in {None, ""}]
            some = "、".join(one.replace("\n", " ")[:24] for one in found[:_EXAMPLES])
            example = say("table-example", words=some) if some else say("table-example-none")
            grid.addWidget(label(f"{sheet.letter(column)}　{words}"), column, 0)
            grid.addWidget(combo, column, 1)
            shown = Elided(example)
            shown.setObjectName("meta")
            grid.addWidget(shown, column, 2)
            self.combos.append(combo)
        grid.setRowStretch(len(self.combos), 1)
        return holder

    def _fill(self, combo: Combo, mapping: SheetMapping, column: int) -> None:
        combo.addItem(self._desk.say("table-column-none"), "")
        held = mapping.paths[column]
        if mapping.kind is not None:
            kind = mapping.kind
            paths = [leaf.path for leaf in columns_of(kind, ())]
            paths += [path for path in _LISTS if leaf_at(kind, path)]
            for path in (*paths, *([held] if held and held not in paths else [])):
                combo.addItem(names.path_label(kind, path, self._desk.language), path)
        combo.setCurrentIndex(max(0, combo.findData(held)))

    def _choose_kind(self, _index: int) -> None:
        source, at = self._source, self.sheet.currentIndex()
        if source is None:
            return
        kind = self.kind.currentData()
        sheet = source.tables.sheets[at]
        none = SheetMapping(None, ("",) * len(headers_of(sheet)))
        self._set(at, none if kind is None else mapping_of(sheet, Kind(kind)))
        self._show_sheet()

    def _choose_field(self, column: int, _index: int) -> None:
        source, at = self._source, self.sheet.currentIndex()
        if source is None:
            return
        paths = list(source.mappings[at].paths)
        paths[column] = str(self.combos[column].currentData())
        self._set(at, SheetMapping(source.mappings[at].kind, tuple(paths)))

    def _set(self, at: int, mapping: SheetMapping) -> None:
        assert self._source is not None
        self._source = self._source.with_mapping(at, mapping)
        self.changed.emit(self._source)
