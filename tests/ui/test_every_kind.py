"""Every field of every kind is typed into through the widgets, saved, and found again."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from hall_app import bootstrap
from hall_app.cli.view import whole
from hall_app.curator.forms.layout import groups_of
from hall_app.curator.forms.plain import FactEditor
from hall_app.domain.fields import fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.editing.fields import FIXED
from hall_app.settings import Settings
from tests.ui.hands import Hands

SLUGS = {Kind.MEDIA: "picture", Kind.RELEASE: "release-1"}


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_typed_into_every_field_is_in_the_whole_document(kind, home, open_desk, qtbot):
    with open_desk() as window:
        record = window._desk.store.find(kind, SLUGS.get(kind, f"one-{kind}"))
        window.open_record(record.id)
        form = window.content.editor.form
        assert set(form.editors) == {field.name for field in fields_of(RECORD_TYPES[kind])} - {"id"}
        hands = Hands(qtbot, window, home.home)
        for editor in form.editors.values():
            hands.fill(editor)
    assert hands.typed
    document = _document(home, record.id)
    assert {path: _at(document, path) for path in hands.typed} == hands.typed

    with open_desk() as window:
        window.open_record(record.id)
        shown = _words_on(window.content.editor.form)
    words = {str(value) for value in hands.typed.values() if _is_words(value)}
    assert words
    assert words <= shown


@pytest.mark.parametrize("kind", [Kind.MEDIA, Kind.RELEASE])
def test_what_a_file_or_a_publication_says_is_shown_and_not_typed(kind, open_desk):
    with open_desk() as window:
        window.open_record(window._desk.store.find(kind, SLUGS[kind]).id)
        editors = window.content.editor.form.editors
        fixed = {name: editors[name] for name in FIXED[kind]}
        assert all(isinstance(editor, FactEditor) for editor in fixed.values())
        told = fixed["sha256" if kind is Kind.MEDIA else "manifest"].words.text()
    assert len(told.replace("\u200b", "")) == 64


@pytest.mark.parametrize("kind", list(Kind))
def test_layout_names_no_field_twice_and_none_that_is_not_there(kind):
    named = [name for group in groups_of(kind) for row in group.rows for name in row]
    assert len(named) == len(set(named))
    assert set(named) == {field.name for field in fields_of(RECORD_TYPES[kind])} - {"id"}


def _document(home, record_id) -> dict[str, Any]:
    with bootstrap.open_hall(home, Settings()) as hall:
        return whole(hall.store.get(record_id), hall.vault)


def _at(document: Any, path: str) -> Any:
    """What a dotted path holds; a default that the document leaves out is looked up in the class."""
    held = document
    for step in path.split("."):
        if isinstance(held, list):
            held = held[int(step)]
        elif step in held:
            held = held[step]
        else:
            return _default(document["kind"], path)
    return held


def _default(kind: str, path: str) -> Any:
    owner: Any = RECORD_TYPES[Kind(kind)]
    value = None
    for step in path.split("."):
        if step.isdigit():
            continue
        field = next(field for field in fields_of(owner) if field.name == step)
        owner, value = field.type, field.default
    return getattr(value, "value", value)


def _is_words(value: Any) -> bool:
    return str(value).startswith(("typed-", "words ", "文字"))


def _words_on(form) -> set[str]:
    lines = {line.text() for line in form.findChildren(QLineEdit)}
    chips = {chip.text() for chip in form.findChildren(QPushButton, "chip")}
    return lines | chips | {area.toPlainText() for area in form.findChildren(QPlainTextEdit)}
