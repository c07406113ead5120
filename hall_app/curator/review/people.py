"""人员: who works at this hall, what each may do where; made, changed, closed by an administrator."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hall_app.bootstrap import Hall
from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.forms.tick import Tick
from hall_app.curator.parts import button, label, row, tint
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.people import Account, Grant, Role
from hall_app.editing import accounts
from hall_app.errors import HallError
from hall_app.qt.tasks import Task
from hall_app.store import people

_SIZE = (860, 600)
_ALL = ""


class People(QDialog):
    """The list at the left, the chosen person at the right; the first one made is the administrator."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._everybody: tuple[Account, ...] = ()
        say = desk.say
        self.setWindowTitle(say("people"))
        self.resize(*_SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName(say("people"))
        self.list.setMinimumWidth(260)
        self.list.currentRowChanged.connect(self._show)
        self.add = button(say("people-add"), self._begin, name="link", tip=say("people-add-tip"))
        self.login, self.name = QLineEdit(), QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.roles = {role: Tick(desk, say(f"role-{role}")) for role in Role}
        self.places = {role: Combo(desk) for role in Role}
        self.active = Tick(desk, say("people-active"))
        self.told = label("", "understood")
        self.told.setWordWrap(True)
        self.keep = button(say("people-keep"), self.save, name="primary")
        self.leave = button(say("close"), self.accept)
        across = row(self._left(), self._right(), spacing=10)
        across.setContentsMargins(10, 10, 10, 10)
        self.setLayout(across)
        self.refresh()

    def refresh(self, chosen: str = "") -> None:
        """Read anew who there is."""
        self._everybody = self._desk.store.ask(people.accounts)
        self.list.clear()
        for one in self._everybody:
            closed = "" if one.is_active else f"　{self._desk.say('people-closed')}"
            item = QListWidgetItem(f"{one.name}　{one.login}{closed}")
            item.setToolTip(self._desk.say("people-roles", roles=self._spelled(one)))
            self.list.addItem(item)
        logins = [one.login for one in self._everybody]
        if logins:
            self.list.setCurrentRow(logins.index(chosen) if chosen in logins else 0)
        else:
            self._begin()
        self._offer()

    def save(self) -> None:
        """Enter or change the person that is shown."""
        grants = tuple(self._grant(role) for role, tick in self.roles.items() if tick.isChecked())
        job = partial(
            _save, self._chosen(), self.login.text().strip(), self.name.text().strip(),
            self.password.text(), grants, self.active.isChecked(),
        )  # fmt: skip
        self.password.clear()
        self.told.clear()
        self._desk.tasks.run(self._desk.say("people"), job, then=self._saved, failed=self._refused)

    def _left(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(12, 12, 8, 8)
        down.addLayout(row(label(self._desk.say("people"), "heading"), None, self.add))
        down.addWidget(self.list, 1)
        return panel

    def _right(self) -> QFrame:
        say = self._desk.say
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(24, 18, 20, 14)
        down.setSpacing(6)
        self.about = label(say("people-first"), "note")
        self.about.setWordWrap(True)
        down.addWidget(self.about)
        fields = (("people-name", self.name), ("login-login", self.login))
        for words, field in (*fields, ("people-password", self.password)):
            made = label(say(words), "label")
            made.setBuddy(field)
            field.setAccessibleName(say(words))
            down.addWidget(made)
            down.addWidget(field)
        self.password.setPlaceholderText(say("people-password-hint"))
        down.addSpacing(8)
        down.addWidget(label(say("people-may"), "label"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for at, role in enumerate(Role):
            place, tick = self.places[role], self.roles[role]
            tick.setToolTip(say(f"role-{role}-tip"))
            place.addItem(say("people-everywhere"), _ALL)
            for gallery in self._desk.store.all(Kind.GALLERY):
                place.addItem(self._desk.title_of(gallery), gallery.id)
            place.setAccessibleName(f"{say(f'role-{role}')} {say('people-where')}")
            tick.toggled.connect(place.setEnabled)
            place.setEnabled(False)
            grid.addWidget(tick, at, 0)
            grid.addWidget(place, at, 1)
        down.addLayout(grid)
        down.addWidget(self.active)
        down.addStretch()
        down.addWidget(self.told)
        down.addLayout(row(None, self.leave, self.keep))
        return panel

    def _show(self, at: int) -> None:
        if not 0 <= at < len(self._everybody):
            return
        one = self._everybody[at]
        self.login.setText(one.login)
        self.login.setReadOnly(True)
        self.name.setText(one.name)
        self.password.clear()
        self.active.setChecked(one.is_active)
        for role in Role:
            grant = next((g for g in one.grants if g.role is role), None)
            self.roles[role].setChecked(grant is not None)
            self._show_places(role, grant.galleries if grant else ())
        self.told.clear()
        self._offer()

    def _show_places(self, role: Role, galleries: tuple[RecordId, ...]) -> None:
        place = self.places[role]
        many = place.findData(galleries) if len(galleries) > 1 else -1
        if len(galleries) > 1 and many < 0:
            # Several galleries are given on the command line; here they stay together.
            titles = [self._desk.record(gallery) for gallery in galleries]
            words = "、".join(self._desk.title_of(one) for one in titles if one is not None)
            place.addItem(words, galleries)
            many = place.count() - 1
        place.setCurrentIndex(
            many if many >= 0 else max(place.findData(galleries[0] if galleries else _ALL), 0)
        )

    def _begin(self) -> None:
        """Make room for somebody new."""
        self.list.setCurrentRow(-1)
        self.login.setReadOnly(False)
        for field in (self.login, self.name, self.password):
            field.clear()
        for role, tick in self.roles.items():
            # The first person holds every role, so that nothing is out of reach.
            tick.setChecked(not self._everybody or role is Role.EDITOR)
            self.places[role].setCurrentIndex(0)
        self.active.setChecked(True)
        self.told.clear()
        self._offer()
        self.name.setFocus()

    def _offer(self) -> None:
        may = self._desk.store.permit.may(Role.ADMINISTRATOR)
        self.about.setVisible(not self._everybody)
        for part in (self.keep, self.add):
            part.setEnabled(may)
            part.setToolTip("" if may else self._desk.say("review-why-administrator"))

    def _chosen(self) -> str:
        at = self.list.currentRow()
        return self._everybody[at].login if 0 <= at < len(self._everybody) else ""

    def _grant(self, role: Role) -> Grant:
        held = self.places[role].currentData()
        if not held:
            return Grant(role)
        return Grant(role, (RecordId(held),) if isinstance(held, str) else tuple(held))

    def _saved(self, done: tuple[str, bool]) -> None:
        login, is_first = done
        if is_first:
            self._desk.store.login = login
        tint(self.told, "state", "")
        self.refresh(login)
        self.told.setText(self._desk.say("people-kept"))
        self._desk.feed.look()

    def _refused(self, problem: HallError) -> None:
        tint(self.told, "state", "wrong")
        self.told.setText(" ".join(self._desk.problem_words(problem)).strip())

    def _spelled(self, one: Account) -> str:
        return "、".join(self._desk.say(f"role-{grant.role}") for grant in one.grants)


def _save(
    known: str,
    login: str,
    name: str,
    password: str,
    grants: tuple[Grant, ...],
    is_active: bool,  # noqa: FBT001 (a partial's argument)
    hall: Hall,
    _task: Task,
) -> tuple[str, bool]:
    """Enter or change a person; the first one is then at work in this library."""
    store, author = hall.store, hall.author
    if known:
        accounts.change(store, known, name=name, grants=grants, is_active=is_active, author=author)
        if password:
            accounts.set_password(store, known, password, author=author)
        return known, False
    is_first = store.permit.is_open
    accounts.add(store, login, name, password, grants, author=author)
    if is_first:
        accounts.sign_in(store, login, password)
    return login, is_first
