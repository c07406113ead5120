"""The editor in the middle: one record, its languages, its form, and where it is used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import EVERY_LANGUAGE, FieldEditor, tongue_of
from hall_app.curator.forms.form import Form
from hall_app.curator.language_tabs import LanguageTabs
from hall_app.curator.pages import Pages
from hall_app.curator.parts import Elided, button, label
from hall_app.curator.review.marks import mark_fields
from hall_app.curator.thread_rule import ThreadRule
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Record
from hall_app.editing import fields, translation
from hall_app.editing.unwritten import Unwritten
from hall_app.errors import HallError


class Editor(QFrame):
    """Shows a record and writes what is typed into it, field by field."""

    record_chosen = Signal(str)
    kind_chosen = Signal(str)
    # The record on the screen is gone.
    lost = Signal()
    language_changed = Signal(str)
    # The comments on a field are wanted; the keys went into a field.
    remark_wanted = Signal(str)
    field_entered = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.desk = desk
        self.record_id = RecordId("")
        self._is_behind = False
        self.crumb = QHBoxLayout()
        self.crumb.setSpacing(4)
        self.saved = label("", "meta")
        self.title = label("", "title")
        self.title.setWordWrap(True)
        self.title.setContentsMargins(0, 0, 12, 0)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.ends = ThreadRule(desk)
        self.languages = LanguageTabs(desk)
        self.languages.chosen.connect(self._speak)
        self.languages.draft_wanted.connect(self._draft)
        self.languages.read_wanted.connect(self._mark_read)
        self.pages = Pages(desk)
        self.pages.committed.connect(self._commit)
        self.pages.record_chosen.connect(self.record_chosen)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 12, 8, 8)
        down.setSpacing(6)
        top = QHBoxLayout()
        top.addLayout(self.crumb, 1)
        top.addWidget(self.saved)
        top.addSpacing(12)
        down.addLayout(top)
        down.addWidget(self.title)
        down.addWidget(self.ends)
        down.addWidget(self.languages)
        down.addWidget(self.pages, 1)
        desk.feed.changed.connect(self._follow)
        desk.pending.connect(self._tell_saved)
        desk.pending.connect(self._catch_up)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app = app
        app.focusChanged.connect(self._tell_field)

    @property
    def form(self) -> Form | None:
        """The form on the screen."""
        return self.pages.page.form if self.pages.page else None

    @property
    def record(self) -> Record | None:
        """The record on the screen, as the library holds it."""
        return self.desk.record(self.record_id) if self.record_id else None

    def show_record(self, record_id: RecordId) -> None:
        """Bring a record to the screen; what was typed before is saved first."""
        self.flush()
        record = self.desk.record(record_id)
        if record is None:
            return
        self.record_id = record_id
        self._is_behind = False
        page = self.pages.bring(record.kind, self.languages.shown)
        self._show(record)
        page.verticalScrollBar().setValue(0)

    def reveal(self, path: str) -> None:
        """Scroll to a field and give it the keys."""
        place = self.form.reveal(path) if self.form else None
        self.languages.choose(path.rpartition(".")[2])
        if place is None or self.pages.page is None:
            return
        self.pages.page.reveal(place)
        entrance = place.entrance(path) if isinstance(place, FieldEditor) else place
        entrance.setFocus()

    def leave(self) -> None:
        """Listen no more to where the keys go."""
        self._app.focusChanged.disconnect(self._tell_field)

    def flush(self) -> None:
        """Save at once what was typed."""
        if self.form is not None and self.record_id:
            self.form.flush()

    def _show(self, record: Record) -> None:
        self.title.setText(self.desk.title_of(record))
        self.ends.show_order(self.desk.order_of(self.desk.gallery_of(record)))
        self._show_crumb(record)
        self.languages.show_record(record)
        if self.pages.page is not None:
            self.pages.page.show_record(record)
            self._mark(record, self.pages.page.form)
        self._tell_saved()

    def _mark(self, record: Record, form: Form) -> None:
        """Mark what is approved and remarked, and leave alone what one may not write."""
        for marks in mark_fields(self.desk, record.id, form.editors):
            marks.wanted.connect(self.remark_wanted)
        form.setEnabled(self.desk.may_edit(record))

    def _tell_field(self, _old: QWidget | None, now: QWidget | None) -> None:
        here: QObject | None = now
        path = ""
        while here is not None and here is not self:
            path = here.spec.path if isinstance(here, FieldEditor) else path
            here = here.parent()
        if here is self and path:
            self.field_entered.emit(path)

    def _show_crumb(self, record: Record) -> None:
        while (item := self.crumb.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        gallery = self.desk.gallery_of(record)
        owner = self.desk.record(gallery) if gallery and gallery != record.id else None
        if owner is not None:
            words = self.desk.title_of(owner)
            self.crumb.addWidget(
                button(words, partial(self.record_chosen.emit, owner.id), name="crumb")
            )
            self.crumb.addWidget(label("›", "meta"))
        kind = self.desk.say(f"kinds-{record.kind}")
        tip = self.desk.say("back-tip")
        self.crumb.addWidget(
            button(kind, partial(self.kind_chosen.emit, str(record.kind)), name="crumb", tip=tip)
        )
        self.crumb.addWidget(label("›", "meta"))
        slug = Elided(record.slug)
        slug.setObjectName("meta")
        self.crumb.addWidget(slug, 1)

    def _tell_saved(self, _pending: int = 0) -> None:
        record = self.record
        is_closed = record is not None and not self.desk.may_edit(record)
        self.saved.setText(
            self.desk.say("review-read-only") if is_closed else self.desk.saving_words
        )

    def _commit(self, path: str, value: Any) -> None:
        edit = partial(_set_field, self.record_id, path, value)
        words = Unwritten(record=self.record_id, path=path, value=value)
        self.desk.unsaved.drop(words.what)
        self.desk.change(path, edit, by=self, failed=partial(self._refused, words, edit))

    def _refused(
        self, words: Unwritten, edit: Callable[[Hall], Changes], problem: HallError
    ) -> None:
        self.desk.unsaved.keep(words, edit, problem)
        place = self.form.reveal(words.path) if self.form else None
        if isinstance(place, FieldEditor):
            place.complain(" ".join(self.desk.problem_words(problem)).strip())
        else:
            self.desk.tell_problem(problem)

    def _draft(self, language: str) -> None:
        self.flush()
        self._bring_on(translation.draft_missing, language)

    def _mark_read(self, language: str) -> None:
        self.flush()
        self._bring_on(translation.mark_all_read, language)

    def _bring_on(self, edit: Callable[..., Changes], language: str) -> None:
        job = partial(_bring_on, self.record_id, edit, language)
        self.desk.change("wordings", job, by=self)

    def _speak(self, language: str) -> None:
        if self.form is not None:
            self.form.speak(language)
        if language != EVERY_LANGUAGE:
            self.language_changed.emit(tongue_of(language))

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if not self.record_id:
            return
        record = self.record
        if record is None:
            self.record_id = RecordId("")
            self.lost.emit()
        elif self.pages.page and (
            self.record_id in changes.ids or self.pages.page.used.concerns(changes)
        ):
            self._is_behind = True
            self._catch_up()

    def _catch_up(self, _pending: int = 0) -> None:
        """Show the record as it stands, unless words are on their way that are newer still."""
        if self._is_behind and not self.desk.is_saving and self.record is not None:
            self._is_behind = False
            self._show(self.record)


def _set_field(record_id: RecordId, path: str, value: Any, hall: Hall) -> Changes:
    return fields.set_field(hall.store, record_id, path, value, author=hall.author)


def _bring_on(
    record_id: RecordId, edit: Callable[..., Changes], language: str, hall: Hall
) -> Changes:
    return edit(hall.store, (record_id,), language, author=hall.author)
