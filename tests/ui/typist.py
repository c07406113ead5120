"""A desk in which somebody types without ever pausing, to be killed at any moment.

    python typist.py HOME

Tells on standard output each time the library holds more of what was typed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from hall_app.curator import app
from hall_app.domain.kinds import Kind
from hall_app.paths import Paths
from hall_app.settings import Appearance, Settings

_KEY_EVERY_MS = 30


def main() -> None:
    application = app.application()
    settings = Settings(appearance=Appearance.LIGHT, author="typist")
    with app.desk_window(Paths(Path(sys.argv[1])), settings) as window:
        window.show()
        desk = window._desk
        event = desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        field = window.content.editor.form.editors["title"].inputs["zh-Hans"]
        field.setFocus()
        field.selectAll()
        told = [desk.store.get(event.id).title.best("zh-Hans")]

        def type_on() -> None:
            QTest.keyClicks(field, "silk-"[len(field.text()) % 5])
            held = desk.store.get(event.id).title.best("zh-Hans")
            if held != told[0]:
                told[0] = held
                sys.stdout.write(f"saved {held}\n")
                sys.stdout.flush()

        timer = QTimer()
        timer.setInterval(_KEY_EVERY_MS)
        timer.timeout.connect(type_on)
        timer.start()
        application.exec()


if __name__ == "__main__":
    main()
