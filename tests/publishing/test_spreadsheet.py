"""Excel out and back in: nothing is lost, and what is edited is all that changes."""

import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hall_app.domain.fields import texts_in
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Enterprise, Event, Media, Quiz, Statistic
from hall_app.domain.text import Text, Wording, digest
from hall_app.editing.tables.mapping import suggested
from hall_app.editing.tables.plan import RowState
from hall_app.editing.tables.planning import make_plan
from hall_app.editing.tables.taking import take_in
from hall_app.errors import NotFound
from hall_app.media.workshop import Workshop
from hall_app.publishing.spreadsheet.export import export
from hall_app.publishing.spreadsheet.marked import write_marked
from hall_app.store.store import Store
from tests.clock import Clock, Ids
from tests.strategies import MARKED, texts
from tests.strategies import records as any_record


@pytest.fixture(scope="module")
def workshop():
    with Workshop(fonts=None, readers=1) as opened:
        yield opened


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library.db", now=Clock(), new_id=Ids()) as opened:
        yield opened


def _plan(store, workshop, path):
    source = suggested(store, workshop.read_tables(path))
    return make_plan(store, source, folder=path.parent, workshop=workshop)


def _edit(path, label, row, value):
    book = load_workbook(path)
    page = book.worksheets[0]
    column = next(cell.column for cell in page[1] if cell.value == label)
    page.cell(row=row, column=column).value = value
    book.save(path)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_kind_comes_back_unchanged_in_every_language(furnished, workshop, tmp_path, language):
    out = tmp_path / "all.xlsx"
    count = export(furnished, out, kinds=list(Kind), language=language)
    plan = _plan(furnished, workshop, out)
    told = [(row.title, row.changes, row.faults) for row in plan.rows if row.state != "unchanged"]
    assert not told
    assert len(plan.rows) == count


@pytest.fixture
def furnished(store):
    """A library with the most awkward words in it."""
    awkward = [
        "=1+1",
        "+86 757",
        "@home",
        "-5",
        "'quoted",
        "json:1",
        "a\x01b",
        "行一\n行二",
        "_x0041_",
        " 边 ",
    ]
    with store.edit("make") as edit:
        for place, words in enumerate(awkward):
            text = Text.of({"zh-Hans": words, "zh-Hant": words, "en": f"{words}!"})
            edit.put(
                Enterprise(
                    id=store.new_id(),
                    slug=f"e-{place}",
                    title=text,
                    remark=words,
                    former_titles=(text, text),
                )
            )
            edit.put(Event(id=store.new_id(), slug=f"v-{place}", title=text, date=None))
        edit.put(Statistic(id=store.new_id(), slug="s", title=Text.of("数"), value=2.5))
        edit.put(Media(id=store.new_id(), slug="m", sha256="0" * 64, metadata=(("a", "b；c"),)))
        edit.put(Quiz(id=store.new_id(), slug="q", title=Text.of("问")))
    return store


def test_words_that_look_like_formulas_stay_words(furnished, tmp_path):
    out = tmp_path / "t.xlsx"
    export(furnished, out, kinds=[Kind.ENTERPRISE])
    page = load_workbook(out).worksheets[0]
    cells = {cell.value: cell for row in page.iter_rows() for cell in row if cell.value}
    for words in ("=1+1", "+86 757", "@home", "-5"):
        assert cells[words].data_type == "s"
        assert cells[words].quotePrefix


def test_one_edited_cell_is_the_only_change(furnished, workshop, tmp_path):
    out = tmp_path / "t.xlsx"
    export(furnished, out, kinds=[Kind.ENTERPRISE], language="zh-Hans")
    _edit(out, "镇街", 3, "丹灶")
    plan = _plan(furnished, workshop, out)
    (row,) = [row for row in plan.rows if row.state is not RowState.UNCHANGED]
    assert [(c.path, c.before, c.after) for c in row.changes] == [("town", None, "丹灶")]
    before = furnished.get(row.record_id)
    take_in(furnished, plan)
    after = furnished.get(row.record_id)
    assert replace(after, town=None) == before
    assert str(after.town) == "danzao"


def test_emptied_cell_empties_its_field_in_our_own_export(furnished, workshop, tmp_path):
    out = tmp_path / "t.xlsx"
    export(furnished, out, kinds=[Kind.ENTERPRISE], language="zh-Hans")
    _edit(out, "曾用名 2 简", 2, None)
    (row,) = [one for one in _plan(furnished, workshop, out).rows if one.changes]
    assert [c.path for c in row.changes] == ["former_titles.1.zh-Hans"]
    assert row.after.former_titles[1]["zh-Hans"] == ""
    assert row.after.former_titles[1]["en"]


def test_same_records_make_the_same_bytes(furnished, tmp_path):
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (first, second):
        export(furnished, path, kinds=[Kind.ENTERPRISE, Kind.EVENT])
    assert first.read_bytes() == second.read_bytes()
    assert zipfile.ZipFile(first).testzip() is None


def test_header_stays_in_sight_and_choices_drop_down(furnished, tmp_path):
    out = tmp_path / "t.xlsx"
    export(furnished, out, kinds=[Kind.ENTERPRISE])
    page = load_workbook(out).worksheets[0]
    assert page.freeze_panes == "A2"
    offered = [one.formula1 for one in page.data_validations.dataValidation]
    assert any("桂城" in one and "九江" in one for one in offered)


def test_chosen_records_alone_are_written(furnished, tmp_path, workshop):
    out = tmp_path / "t.xlsx"
    chosen = [furnished.find(Kind.ENTERPRISE, slug).id for slug in ("e-3", "e-1")]
    assert export(furnished, out, ids=chosen) == 2
    assert [row.record_id for row in _plan(furnished, workshop, out).rows] == chosen
    with pytest.raises(NotFound):
        export(furnished, out, kinds=[Kind.PERSON])


def test_export_goes_into_an_empty_library_whole(furnished, workshop, tmp_path):
    out = tmp_path / "t.xlsx"
    kinds = [Kind.ENTERPRISE, Kind.EVENT, Kind.STATISTIC]
    export(furnished, out, kinds=kinds)
    with Store.open(tmp_path / "other.db", now=Clock(), new_id=Ids()) as other:
        take_in(other, _plan(other, workshop, out))
        for kind in kinds:
            assert other.all(kind) == furnished.all(kind)


def test_bad_cells_are_marked_in_a_copy_that_can_be_mended(store, workshop, tmp_path):
    table = tmp_path / "企业.csv"
    table.write_text("名称,镇街\n甲厂,东城\n乙厂,大沥\n", "utf-8")
    plan = _plan(store, workshop, table)
    copy = tmp_path / "marked.xlsx"
    assert write_marked(plan, copy, language="zh-Hans") == 1
    cell = load_workbook(copy).worksheets[0]["B2"]
    assert "东城" in cell.comment.text
    _edit(copy, "镇街", 2, "桂城")
    mended = _plan(store, workshop, copy)
    assert mended.counts[RowState.NEW] == 2
    assert not mended.faults


@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.sampled_from([kind for kind in Kind if kind not in {Kind.RELEASE, Kind.HALL}]), st.data())
def test_any_record_comes_back_unchanged(workshop, kind, data):
    drawn = data.draw(
        st.lists(
            any_record(kind, links=None),
            min_size=1,
            max_size=2,
            unique_by=(lambda r: r.id, lambda r: r.slug),
        )
    )
    with TemporaryDirectory() as folder:
        place = Path(folder)
        with Store.open(place / "library.db", now=Clock(), new_id=Ids()) as store:
            with store.edit("make") as edit:
                for record in drawn:
                    edit.put(record)
            out = place / "t.xlsx"
            export(store, out, kinds=[kind])
            plan = _plan(store, workshop, out)
            told = [(r.changes, [f.words("en") for f in r.faults]) for r in plan.rows]
            assert plan.counts[RowState.UNCHANGED] == len(drawn), told


def _out_and_into_another(store, workshop, folder, kinds):
    """Export, and take the workbook into an empty library, which is given."""
    out = folder / "t.xlsx"
    export(store, out, kinds=kinds)
    plan = _plan(store, workshop, out)
    assert plan.counts[RowState.UNCHANGED] == len(plan.rows), [row.changes for row in plan.rows]
    with Store.open(folder / "other.db", now=Clock(), new_id=Ids()) as other:
        take_in(other, _plan(other, workshop, out))
        return {kind: other.all(kind) for kind in kinds}


LONG = st.builds(
    lambda words, size: (words * (size // len(words) + 1))[:size].strip() or "字",
    st.text(f"{MARKED}𠀀=+'", min_size=1, max_size=12),
    st.sampled_from([15_999, 16_001, 32_000, 32_001, 70_000]),
)


@settings(max_examples=6, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(LONG, LONG)
def test_words_longer_than_a_cell_come_back_whole(workshop, first, second):
    with (
        TemporaryDirectory() as folder,
        Store.open(Path(folder) / "library.db", now=Clock(), new_id=Ids()) as store,
    ):
        with store.edit("make") as edit:
            edit.put(
                Event(
                    id=store.new_id(),
                    slug="a",
                    title=Text.of("甲"),
                    text=Text.of(first),
                    remark=second,
                )
            )
            edit.put(Event(id=store.new_id(), slug="b", title=Text.of("乙"), text=Text.of("短")))
        came = _out_and_into_another(store, workshop, Path(folder), [Kind.EVENT])
        assert came[Kind.EVENT] == store.all(Kind.EVENT)


@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(texts(), texts(), texts())
def test_drafts_and_what_they_were_made_from_come_with_the_workbook(workshop, title, text, former):
    with (
        TemporaryDirectory() as folder,
        Store.open(Path(folder) / "library.db", now=Clock(), new_id=Ids()) as store,
    ):
        titled = title.with_wording("en", "Titled")
        with store.edit("make") as edit:
            edit.put(Enterprise(id=store.new_id(), slug="a", title=titled, text=text,
                                former_titles=(Text.of("旧"), former) if former else ()))  # fmt: skip
        came = _out_and_into_another(store, workshop, Path(folder), [Kind.ENTERPRISE])
        told = [dict(texts_in(one)) for one in came[Kind.ENTERPRISE]]
        assert told == [dict(texts_in(one)) for one in store.all(Kind.ENTERPRISE)]


def test_wording_changed_in_the_workbook_is_no_draft_any_more(store, workshop, tmp_path):
    drafted = Text.of({"zh-Hans": "里水", "en": Wording("Li water", True, digest("里水"))})
    with store.edit("make") as edit:
        edit.put(Event(id=store.new_id(), slug="a", title=drafted))
        edit.put(Event(id=store.new_id(), slug="b", title=drafted))
    out = tmp_path / "t.xlsx"
    export(store, out, kinds=[Kind.EVENT])
    assert load_workbook(out)["hall-origins"].sheet_state == "hidden"
    _edit(out, "标题 EN", 2, "Lishui")
    with Store.open(tmp_path / "other.db", now=Clock(), new_id=Ids()) as other:
        take_in(other, _plan(other, workshop, out))
        found = {one.slug: one.title.wording("en") for one in other.all(Kind.EVENT)}
    assert not found["a"].is_drafted
    assert found["b"] == drafted.wording("en")
