"""A hall with one of each problem, mended at the desk by clicking each and typing what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hall_app.curator.forms.items import ItemFrame
from hall_app.curator.forms.tick import Tick
from hall_app.curator.models.problems import PROBLEM, VERB, WHAT
from hall_app.curator.picker import Picker
from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Authorisation, Medium, Rights
from hall_app.domain.records.media import RightsScope
from hall_app.domain.records.record import Confidence, Shown
from hall_app.domain.text import LANGUAGES, Text, Wording
from hall_app.editing import records
from hall_app.publishing.rules.catalogue import VERBS
from tests.publishing.making import text, year
from tests.store.making import make
from tests.ui.problem_hands import ProblemHands

LONG_AGO, LONG_AFTER = Day(2001, 1, 1), "2099-01-01"
UNLIKE = ("甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未")


def typed(words: str) -> Callable[[ProblemHands, QWidget], None]:
    """Type words over what is there, and leave the field."""

    def mend(desk: ProblemHands, focus: QWidget) -> None:
        desk.type_words(focus, words)

    return mend


def entered(keys: str) -> Callable[[ProblemHands, QWidget], None]:
    """Type a day or a year over what is there, and Enter."""

    def mend(_desk: ProblemHands, focus: QWidget) -> None:
        focus.selectAll()
        QTest.keyClicks(focus, keys)
        QTest.keyClick(focus, Qt.Key.Key_Return)

    return mend


def picked(words: str) -> Callable[[ProblemHands, QWidget], None]:
    """Press the button that has the keys, and choose a record by its name."""

    def mend(desk: ProblemHands, focus: QWidget) -> None:
        QTest.keyClick(focus, Qt.Key.Key_Space)
        picker = next(p for p in desk.window.findChildren(Picker) if p.isVisible())
        QTest.keyClicks(picker.input, words)
        QTest.keyClick(picker.input, Qt.Key.Key_Return)

    return mend


def taken_out(_desk: ProblemHands, focus: QWidget) -> None:
    """Take the link that has the keys out of its list."""
    frame = focus.parent()
    assert isinstance(frame, ItemFrame)
    QTest.keyClick(frame.out, Qt.Key.Key_Space)


def ticked(_desk: ProblemHands, focus: QWidget) -> None:
    assert isinstance(focus, Tick)
    QTest.keyClick(focus, Qt.Key.Key_Space)


@dataclass(frozen=True)
class Fault:
    """A record with one thing wrong.

    Attributes:
        path: Where the click leads; empty where the verb mends at once.
        mend: What hands do there.
    """

    code: str
    kind: Kind
    values: dict[str, Any] = field(default_factory=dict)
    path: str = ""
    mend: Callable[[ProblemHands, QWidget], None] | None = None
    slug: str = ""

    @property
    def name(self) -> str:
        return self.slug or f"fault-{self.code}"


DRAFTED = Text.of(
    {"zh-Hans": Wording("丝"), "zh-Hant": Wording("絲", is_drafted=True), "en": "silk"}
)
FILM = {"medium": Medium.FILM, "sha256": "0" * 64, "flashes_per_s": 0.0}

FAULTS = [
    Fault("title-missing", Kind.EVENT, {"title": Text.of({"en": "x"})}, "title.zh-Hans", typed("名")),
    Fault("text-long", Kind.EVENT, {"short_title": text("一" * 13)}, "short_title.zh-Hans", typed("短")),
    Fault("glyph-missing", Kind.EVENT, {"text": text("一𠮷字")}, "text.zh-Hans", typed("吉")),
    Fault("link-broken", Kind.EVENT, {"text": text("[见](event:gone)")}, "text.zh-Hans", typed("无")),
    Fault("language-missing", Kind.EVENT, {"text": Text.of({"zh-Hans": "字", "zh-Hant": "字"})},
          "text.en", typed("word")),
    Fault("language-drafted", Kind.EVENT, {"text": DRAFTED}),
    Fault("to-verify", Kind.EVENT, {"confidence": Confidence.GENERAL}),
    Fault("source-missing", Kind.EVENT, {}, "citations", picked("one-source")),
    Fault("exhibit-empty", Kind.EXHIBIT, {"media": ()}, "items", picked("one-event")),
    Fault("event-future", Kind.EVENT, {"date": year(2090)}, "date", entered("1901")),
    Fault("died-first", Kind.PERSON, {"born": year(1900), "died": year(1850)}, "died", entered("1950")),
    Fault("until-first", Kind.EVENT, {"shown": Shown(since=Day(2098, 1, 1), until=Day(2097, 1, 1))},
          "shown.until", entered(LONG_AFTER)),
    Fault("shown-over", Kind.EVENT, {"shown": Shown(until=LONG_AGO)}, "shown.until", entered(LONG_AFTER)),
    Fault("honour-over", Kind.HONOUR, {"valid_until": LONG_AGO}, "valid_until", entered(LONG_AFTER)),
    Fault("authorisation-over", Kind.ENTERPRISE, {"authorisation": Authorisation(until=LONG_AGO)},
          "authorisation.until", entered(LONG_AFTER)),
    Fault("claim", Kind.ENTERPRISE, {"text": text("全国第一")}, "text.zh-Hans", typed("一家工厂")),
    Fault("word-watched", Kind.EVENT, {"text": text("甚是慎用")}, "text.zh-Hans", typed("好")),
    Fault("word-replace", Kind.EVENT, {"text": text("某旧词")}, "text.zh-Hans", typed("某新词")),
    Fault("address-broken", Kind.SOURCE, {"address": "http://x"}, "address", typed("http://example.org/a")),
    Fault("alt-missing", Kind.MEDIA, {"sha256": "0" * 64}, "alt.zh-Hans", typed("一张图")),
    Fault("rights-over", Kind.MEDIA, {"rights": Rights(until=LONG_AGO)}, "rights.until",
          entered(LONG_AFTER)),
    Fault("description-missing", Kind.MEDIA, FILM, "no_description_because.zh-Hans", typed("无对白")),
    Fault("map-number", Kind.MAP, {"approval": "第一号"}, "approval", typed("粤S(2023)045号")),
]  # fmt: skip


@pytest.fixture
def hall_of_faults(hall):
    """The small hall with one record for each fault, and what some of them need."""
    one = {kind: hall.store.find(kind, f"one-{kind}") for kind in Kind}
    with hall.store.edit("Faults") as edit:
        edit.put(replace(one[Kind.HALL], watched_words="慎用\n旧词 → 新词"))
        for fault in FAULTS:
            made = make(hall.store, fault.kind, fault.name)
            edit.put(replace(made, **{"title": text(f"样例{fault.code}"), **fault.values}))
        others(hall.store, edit, one)
    return hall


def others(store, edit, one):
    """Faults that take two records."""
    hidden = make(store, Kind.PERSON, "fault-hidden")
    edit.put(replace(hidden, title=text("不公开的人"), is_public=False))
    person = make(store, Kind.PERSON, "fault-young")
    edit.put(replace(person, title=text("后来的人"), born=year(1950)))
    gallery = make(store, Kind.GALLERY, "fault-gallery")
    edit.put(replace(gallery, title=text("某厅"), hall=one[Kind.HALL].id, period=text("1900–1950")))
    old = make(store, Kind.ENTERPRISE, "fault-founded")
    edit.put(replace(old, title=text("后来的厂"), founded=year(1950)))
    outer = make(store, Kind.ERA, "fault-outer")
    edit.put(replace(outer, title=text("外"), date=year(1900)))
    picture = one_picture(store)
    shut = make(store, Kind.MEDIA, "fault-rights-not-for-hall")
    edit.put(replace(shut, title=text("图"), rights=Rights(scope=(RightsScope.WEB,))))
    makes = {
        "event-before-birth": (Kind.EVENT, {"related": (person.id,), "date": year(1900)}),
        "link-hidden": (Kind.EVENT, {"related": (hidden.id,)}),
        "event-outside": (Kind.EVENT, {"gallery": gallery.id, "date": year(1800)}),
        "honour-first": (Kind.HONOUR, {"enterprise": old.id, "date": year(1900)}),
        "era-outside": (Kind.ERA, {"parent": outer.id, "date": year(1800)}),
        "map-unapproved": (Kind.MAP, {"image": picture.id}),
        "uses-shut": (Kind.EVENT, {"media": (shut.id,)}),
        "named": (Kind.ENTERPRISE, {"title": text(UNLIKE[0]), "former_titles": (text(UNLIKE[1]),)}),
        "name-near": (Kind.EVENT, {"text": text(UNLIKE[0].replace("戊", "酉"))}),
        "name-old": (Kind.EVENT, {"text": text(UNLIKE[1])}),
        "twin": (Kind.CRAFT, {"title": text("同名")}),
        "title-twin": (Kind.CRAFT, {"title": text("同名")}),
    }  # fmt: skip
    for code, (kind, values) in makes.items():
        made = make(store, kind, f"fault-{code}")
        edit.put(replace(made, **{"title": text(f"样例{code}"), **values}))


def one_picture(store):
    return store.find(Kind.MEDIA, "wall")


PAIRS = [
    Fault("event-before-birth", Kind.EVENT, path="related.0", mend=taken_out),
    Fault("link-hidden", Kind.EVENT, path="related.0", mend=taken_out),
    Fault("event-outside", Kind.EVENT, path="date", mend=entered("1920")),
    Fault("honour-first", Kind.HONOUR, path="date", mend=entered("1960")),
    Fault("era-outside", Kind.ERA, path="date", mend=entered("1900")),
    Fault("map-unapproved", Kind.MAP, path="approval", mend=typed("GS(2024)1234号")),
    Fault("rights-not-for-hall", Kind.MEDIA, path="rights.scope", mend=ticked),
    Fault("name-near", Kind.EVENT, path="text.zh-Hans", mend=typed(UNLIKE[0])),
    Fault("name-old", Kind.EVENT, path="text.zh-Hans", mend=typed(f"{UNLIKE[1]}，今{UNLIKE[0]}")),
    Fault("title-twin", Kind.CRAFT, path="title.zh-Hans", mend=typed("另一门")),
]


@pytest.mark.usefixtures("hall_of_faults")
def test_every_problem_is_clicked_mended_by_keyboard_and_gone(open_desk, qtbot):
    with open_desk() as window:
        desk = ProblemHands(window, qtbot)
        for fault in (*FAULTS, *PAIRS):
            record = window._desk.store.find(fault.kind, fault.name)
            row = desk.row(record.id, fault.code, fault.path)
            assert row is not None, fault.code
            desk.click(row, WHAT if fault.path else VERB)
            if fault.mend is not None:
                assert window.content.editor.record_id == record.id, fault.code
                focus = QApplication.focusWidget()
                assert desk.is_in_field(focus, fault.path), (fault.code, focus)
                fault.mend(desk, focus)
                desk.settle()
            assert desk.row(record.id, fault.code, fault.path) is None, fault.code


def test_a_hall_that_is_missing_is_made(open_desk, hall, qtbot):
    with hall.store.edit("A library that was begun without a hall") as edit:
        edit.remove(hall.store.find(Kind.HALL, "one-hall").id)
    with open_desk() as window:
        desk = ProblemHands(window, qtbot)
        (row,) = [row for row in desk.rows() if row.data(PROBLEM).code == "hall-missing"]
        assert row.data() == "展馆"
        desk.click(row, VERB)
        assert window.content.editor.record.kind is Kind.HALL
        assert "hall-missing" not in {one.code for one in desk.problems()}


def test_subtitles_that_are_missing_are_taken_in_where_the_click_leads(
    open_desk, home, hall, qtbot
):
    film = make(hall.store, Kind.MEDIA, "film", **FILM)
    records.put(hall.store, film)
    vtt = (home.home / "subtitles.zh-Hant.vtt").read_text("utf-8")
    with open_desk() as window:
        desk = ProblemHands(window, qtbot)
        for language in LANGUAGES:
            desk.click(desk.row(film.id, "subtitles-missing"))
            assert desk.is_in_field(QApplication.focusWidget(), "tracks")
            named = home.home / f"words.{language}.vtt"
            named.write_text(vtt, "utf-8")
            window.content.editor.form.editors["tracks"].take_file(named)
            desk.settle()
        assert desk.row(film.id, "subtitles-missing") is None


# Problems that other tests mend, and those no hand can make: a link to nothing, a date that ends
# first; what is about to end is mended like what is over.
ELSEWHERE = {
    "hall-missing", "subtitles-missing", "picture-small", "film-flashes", "flashes-unmeasured",
    "file-missing", "text-misfit", "proof-stale", "language-stale", "link-dangling", "date-reversed",
    "rights-ending", "authorisation-ending", "honour-ending", "shown-ending",
}  # fmt: skip


def test_no_kind_of_problem_is_forgotten_here():
    mended = {fault.code for fault in (*FAULTS, *PAIRS)}
    assert mended | ELSEWHERE == set(VERBS)
    assert not mended & ELSEWHERE
