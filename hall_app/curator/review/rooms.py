"""The dialogs of people and reviews, and who finds them in the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from hall_app.curator.desk import Desk
from hall_app.domain.people import Role

_KEEPERS = {"people": Role.ADMINISTRATOR, "rules": Role.ADMINISTRATOR, "audit": Role.AUDITOR}


def add_to_menu(menu: QMenu, desk: Desk, window: QWidget, lock: Callable[[], object]) -> None:
    """One entry a dialog, above the way out; who lacks the role sees why it is closed to them."""
    permit = desk.store.permit
    rooms = QMenu(desk.say("people-and-reviews"), menu)
    rooms.setToolTipsVisible(True)
    menu.insertMenu(menu.actions()[-2], rooms)
    for name, role in _KEEPERS.items():
        action = rooms.addAction(desk.say(name))
        action.setData(name)
        action.setEnabled(permit.may(role))
        action.setToolTip(desk.say(f"{name}-tip" if permit.may(role) else f"review-why-{role}"))
        _on(action, partial(open_room, name, desk, window))
    if not permit.is_open:
        action = rooms.addAction(f"{desk.say('lock')}　{permit.name}")
        action.setData("lock")
        _on(action, lock)


def open_room(name: str, desk: Desk, window: QWidget) -> QDialog:
    """Open a dialog over the window."""
    made = _room(name)(desk, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setModal(True)
    made.open()
    return made


def _room(name: str) -> Callable[[Desk, QWidget], QDialog]:
    """What a dialog is made by; it is imported when somebody opens it."""
    match name:
        case "people":
            from hall_app.curator.review.people import People  # noqa: PLC0415

            return People
        case "rules":
            from hall_app.curator.review.rules import Rules  # noqa: PLC0415

            return Rules
        case _:
            from hall_app.curator.review.log import AuditLog  # noqa: PLC0415

            return AuditLog


def _on(action: QAction, act: Callable[[], object]) -> None:
    action.triggered.connect(lambda *_: act())
