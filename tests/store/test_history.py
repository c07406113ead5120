"""Undo, redo, merging, history of a field, the bin."""

from dataclasses import replace

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.text import Text
from hall_app.errors import Conflict, NotFound, UsageError
from hall_app.store.store import Store
from tests.clock import Ids
from tests.store.making import added, make, picture_of, put


def retitle(store, record, words, **options):
    with store.edit("title", **options) as edit:
        edit.put(replace(store.get(record.id), title=Text.of(words)))


def title(store, record):
    return store.get(record.id).title["zh-Hans"]


def test_undo_and_redo_walk_the_same_road_both_ways(store):
    event = added(store, Kind.EVENT, "silk", "零")
    pictures = [picture_of(store)]
    for words in "一二三":
        retitle(store, event, words)
        pictures.append(picture_of(store))
    for expected in reversed(pictures[:-1]):
        store.undo()
        assert picture_of(store) == expected
    store.undo()
    assert picture_of(store) == {}
    for expected in pictures:
        store.redo()
        assert picture_of(store) == expected
    with pytest.raises(NotFound, match="nothing to redo"):
        store.redo()


def test_with_nothing_done_there_is_nothing_to_undo(store):
    assert store.next_undo() is None
    with pytest.raises(NotFound, match="nothing to undo"):
        store.undo()


def test_a_new_edit_ends_the_road_of_redo(store):
    event = added(store, Kind.EVENT, "silk", "零")
    retitle(store, event, "一")
    store.undo()
    assert store.next_redo().label == "title"
    retitle(store, event, "二")
    assert store.next_redo() is None


def test_undo_is_itself_a_line_of_history_with_its_author(store):
    added(store, Kind.EVENT, "silk")
    changes = store.undo(author="陈")
    last, first = store.history()
    assert changes.label == "put"
    assert (last.mode, last.target, last.author) == ("undo", first.id, "陈")
    assert first.is_undone
    store.redo(author="陈")
    assert store.history()[0].mode == "redo"
    assert not store.history()[-1].is_undone


def test_one_chosen_step_is_undone_and_the_others_stay(store):
    silk, linen = added(store, Kind.EVENT, "silk", "丝"), added(store, Kind.EVENT, "linen", "麻")
    retitle(store, silk, "生丝")
    chosen = store.history()[0].id
    retitle(store, linen, "亚麻")
    store.undo(step=chosen)
    assert (title(store, silk), title(store, linen)) == ("丝", "亚麻")
    with pytest.raises(UsageError):
        store.undo(step=chosen)


def test_redo_takes_what_was_undone_last_also_after_a_chosen_undo(store):
    silk, linen = added(store, Kind.EVENT, "silk", "丝"), added(store, Kind.EVENT, "linen", "麻")
    retitle(store, silk, "生丝")
    chosen = store.history()[0].id
    retitle(store, linen, "亚麻")
    store.undo(step=chosen)
    store.undo()
    assert (title(store, silk), title(store, linen)) == ("丝", "麻")
    store.redo()
    assert (title(store, silk), title(store, linen)) == ("丝", "亚麻")
    store.redo()
    assert (title(store, silk), title(store, linen)) == ("生丝", "亚麻")


def test_a_chosen_step_that_was_built_upon_is_refused_and_nothing_changes(store):
    silk = added(store, Kind.EVENT, "silk", "丝")
    retitle(store, silk, "生丝")
    chosen = store.history()[0].id
    retitle(store, silk, "熟丝")
    before = picture_of(store), store.version
    with pytest.raises(Conflict, match="silk"):
        store.undo(step=chosen)
    assert (picture_of(store), store.version) == before


def test_an_undo_cannot_be_undone_as_a_step(store):
    added(store, Kind.EVENT, "silk")
    store.undo()
    with pytest.raises(UsageError):
        store.undo(step=store.history()[0].id)


def test_two_records_that_changed_slugs_with_each_other_change_back(store):
    one, two = added(store, Kind.EVENT, "one"), added(store, Kind.EVENT, "two")
    with store.edit("swap") as edit:
        edit.put(replace(one, slug="aside"))
        edit.put(replace(two, slug="one"))
        edit.put(replace(one, slug="two"))
    swapped = picture_of(store)
    store.undo()
    assert store.find(Kind.EVENT, "one") == one
    store.redo()
    assert picture_of(store) == swapped
    assert store.check() == ()


def test_typing_on_in_one_field_joins_one_step(store, clock):
    silk = added(store, Kind.EVENT, "silk", "")
    before = len(store.history())
    for words in ("丝", "丝绸", "丝绸之", "丝绸之路"):
        retitle(store, silk, words, merge_key="title")
        clock.pass_by(0.9)
    assert len(store.history()) == before + 1
    (change,) = store.history()[0].changes
    assert change.after["title"] == {"zh-Hans": "丝绸之路"}
    store.undo()
    assert title(store, silk) == "silk"


@pytest.mark.parametrize("interrupted", ["late", "author", "field", "edit", "undo", "no key"])
def test_a_pause_another_author_another_field_or_another_step_begins_a_new_one(
    store, clock, interrupted
):
    silk, linen = added(store, Kind.EVENT, "silk"), added(store, Kind.EVENT, "linen")
    retitle(store, silk, "一", merge_key="title")
    first = store.history()[0].id
    options = {"merge_key": "title"}
    match interrupted:
        case "late":
            clock.pass_by(1.1)
        case "author":
            options["author"] = "陈"
        case "field":
            options["merge_key"] = "remark"
        case "edit":
            retitle(store, linen, "麻")
        case "undo":
            store.undo()
        case "no key":
            options = {}
    retitle(store, silk, "二", **options)
    assert store.history()[0].id > first
    assert len(store.history()[0].changes) == 1


def test_the_history_of_a_record_names_the_fields_that_changed(store, clock):
    silk, linen = added(store, Kind.EVENT, "silk", "丝"), added(store, Kind.EVENT, "linen")
    clock.pass_by(60)
    retitle(store, silk, "生丝", author="陈")
    retitle(store, linen, "亚麻")
    newest, oldest = store.history(silk.id)
    assert newest.author == "陈"
    assert newest.at == clock.moment
    (change,) = newest.changes
    assert change.fields == ("title",)
    assert (change.before["title"], change.after["title"]) == (
        {"zh-Hans": "丝"},
        {"zh-Hans": "生丝"},
    )
    assert oldest.changes[0].before is None
    assert oldest.touched.ids == {silk.id}
    assert len(store.history(limit=1)) == len(store.history(silk.id, limit=1)) == 1


def test_the_bin_holds_what_was_removed_and_is_not_back(store):
    silk, linen = added(store, Kind.EVENT, "silk"), added(store, Kind.EVENT, "linen")
    for record in (silk, linen):
        with store.edit("remove") as edit:
            edit.remove(record.id)
    assert [change.record_id for _, change in store.bin()] == [linen.id, silk.id]
    store.undo()
    assert [change.record_id for _, change in store.bin()] == [silk.id]
    put(store, silk)
    assert store.bin() == ()


def test_what_was_put_and_removed_by_undo_is_not_in_the_bin(store):
    added(store, Kind.EVENT, "silk")
    store.undo()
    assert store.bin() == ()


def test_the_version_moves_with_every_commit_and_only_then(store):
    versions = [store.version]
    silk = added(store, Kind.EVENT, "silk")
    versions.append(store.version)
    store.undo()
    versions.append(store.version)
    store.redo()
    versions.append(store.version)
    assert versions == sorted(set(versions))
    assert store.get(silk.id) == silk
    assert store.version == versions[-1]


def test_steps_survive_the_end_of_the_program(store, path, clock):
    silk = added(store, Kind.EVENT, "silk", "丝")
    retitle(store, silk, "生丝")
    store.undo()
    store.close()
    with Store.open(path, now=clock, new_id=Ids(2)) as again:
        assert title(again, silk) == "丝"
        again.redo()
        assert title(again, silk) == "生丝"
        again.undo()
        again.undo()
        assert not again.exists(silk.id)
        put(again, make(again, Kind.EVENT, "silk"))
