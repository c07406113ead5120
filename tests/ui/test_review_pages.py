"""The pages of administrators and auditors: the first person, the chain, the log."""

from hall_app.curator.review.log import AuditLog
from hall_app.curator.review.people import People
from hall_app.curator.review.rules import Rules
from hall_app.domain.people import Role
from hall_app.editing import diary
from hall_app.store import people


def test_first_person_is_entered_and_stays_at_work(open_desk, qtbot):
    with open_desk() as window:
        desk = window._desk
        page = People(desk, window)
        page.name.setText("样例主管")
        page.login.setText("chief")
        page.password.setText("short")
        page.save()
        qtbot.waitUntil(lambda: "8" in page.told.text(), timeout=10_000)
        page.password.setText("three silk threads")
        page.save()
        qtbot.waitUntil(lambda: desk.store.login == "chief", timeout=10_000)
        assert desk.store.ask(people.accounts)[0].roles == frozenset(Role)
        assert not window.gate.is_locked
        page.deleteLater()


def test_chain_is_set_from_its_page(open_desk, qtbot):
    with open_desk() as window:
        page = Rules(window._desk, window)
        page.reviews.setCurrentIndex(page.reviews.findData(2))
        page.proofs.setChecked(True)
        page.save()
        store = window._desk.store
        qtbot.waitUntil(lambda: store.ask(people.chain).reviews == 2, timeout=10_000)
        assert store.ask(people.chain).has_proofs
        page.deleteLater()


def test_log_is_filtered_and_carried_away(open_desk, hall, qtbot, tmp_path):
    for act in ("exported", "restored"):
        diary.tell(hall.store, act, author="甲", subject=act)
    with open_desk() as window:
        page = AuditLog(window._desk, window)
        page.words.setText("restored")
        assert [line.act for line in page.model.lines] == ["restored"]
        page.export(tmp_path / "log.csv")
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
        assert "restored" in (tmp_path / "log.csv").read_text("utf-8-sig")
        assert page.state.text() == "每一行的封记都完好。"
        page.deleteLater()
