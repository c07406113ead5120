"""The QML check finds what it is there to find."""

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "lint_qml.py"

CLOCK = """
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement
from hall_app.kiosk.teller import Teller

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Clock(Teller):
    ticked = Signal()

    @Property(int, notify=ticked)
    def hour(self) -> int:
        return 12
"""

TELLER = """
from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Teller(QObject):
    @Property(str, constant=True)
    def name(self) -> str:
        return "clock"
"""

FACE = """pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

Text {{
    id: face
    required property Clock clock
    text: {text}
}}
"""


@pytest.fixture
def lint(tmp_path):
    kiosk = tmp_path / "hall_app" / "kiosk"
    module = kiosk / "qml" / "Hall" / "Kiosk"
    module.mkdir(parents=True)
    (kiosk / "clock.py").write_text(CLOCK, "utf-8")
    (kiosk / "teller.py").write_text(TELLER, "utf-8")
    (module / "qmldir").write_text("module Hall.Kiosk\nFace 1.0 Face.qml\n", "utf-8")

    def run(text):
        (module / "Face.qml").write_text(FACE.format(text=text), "utf-8")
        return subprocess.run(
            [sys.executable, TOOL, tmp_path], capture_output=True, text=True, check=False
        )

    return run


def test_own_and_inherited_properties_of_a_python_class_are_known(lint):
    done = lint('face.clock.name + ": " + face.clock.hour')
    assert done.returncode == 0, done.stdout + done.stderr


def test_misspelt_property_of_a_python_class_fails(lint):
    done = lint("face.clock.huor")
    assert done.returncode == 1
    assert 'Member "huor" not found' in done.stdout + done.stderr


def test_name_from_nowhere_fails(lint):
    done = lint("kiosk.name")
    assert done.returncode == 1
    assert "unqualified" in done.stdout + done.stderr
