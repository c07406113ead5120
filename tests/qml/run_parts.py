"""Runs the tests written in QML, as a program of its own: Qt Quick Test owns its application."""

import sys

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

from hall_app.kiosk.scene import prepare_engine


class Setup(QObject):
    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:  # noqa: N802 (Qt calls it so)
        prepare_engine(engine)


sys.exit(QUICK_TEST_MAIN_WITH_SETUP("kiosk", Setup, sys.argv[:1], sys.argv[1]))
