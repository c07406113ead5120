"""A picture that looks like one the library has: both side by side, and three ways to go on."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.tick import Tick
from hall_app.curator.media.side_by_side import SideBySide, as_read
from hall_app.curator.parts import label
from hall_app.curator.question import Question
from hall_app.editing.media import Looked, Verdict


class LookAlikes(Question):
    """Asks about one picture after another; closing it keeps both of all that are left."""

    # What is to become of each picture, by its path.
    decided = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, looked: Looked) -> None:
        super().__init__(desk, parent, desk.say("alike-title"), width=760)
        self._looked = looked
        self._waiting = list(looked.alike)
        self._all = len(self._waiting)
        self._verdicts: dict[Path, Verdict] = {}
        say = desk.say
        self.told = label("")
        self.told.setWordWrap(True)
        self._place = QVBoxLayout()
        self.rest = Tick(desk, say("alike-rest"), self)
        self.body.addWidget(self.told)
        self.body.addLayout(self._place, 1)
        self.body.addWidget(self.rest)
        for verdict in (Verdict.REPLACE, Verdict.USE_OLD, Verdict.KEEP_BOTH):
            words, tip = say(f"alike-{verdict}"), say(f"alike-{verdict}-tip")
            name = "primary" if verdict is Verdict.KEEP_BOTH else ""
            self.add_way(words, partial(self.decide, verdict), name=name, tip=tip)
        self._show()

    def decide(self, verdict: Verdict) -> None:
        """This is to become of the picture on the screen, and of all others where that is ticked."""
        count = len(self._waiting) if self.rest.isChecked() else 1
        for path in self._waiting[:count]:
            self._verdicts[path] = verdict
        del self._waiting[:count]
        if self._waiting:
            self._show()
        else:
            self.accept()

    def done(self, result: int) -> None:
        super().done(result)
        self.decided.emit(self._verdicts)

    def _show(self) -> None:
        path = self._waiting[0]
        found = next(one.ingested for one in self._looked.outcomes if one.path == path)
        assert found is not None
        old = self._looked.alike[path][0]
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._place.addWidget(SideBySide(self._desk, old, as_read(found)))
        uses = len(self._desk.store.references_to(old.id))
        self.told.setText(
            self._desk.say(
                "alike-told", place=self._all - len(self._waiting) + 1, count=self._all,
                name=self._desk.title_of(old), uses=uses,
            )
        )  # fmt: skip
        self.rest.setVisible(len(self._waiting) > 1)
