"""Views learn of every edit, of this process or another, and from nowhere else."""

from dataclasses import replace

import pytest

from hall_app import bootstrap
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event
from hall_app.domain.text import Text
from hall_app.editing import records
from hall_app.qt.change_feed import ChangeFeed


@pytest.fixture
def writer(paths):
    with bootstrap.open_store(paths.library) as store:
        yield store


@pytest.fixture
def feed(paths, writer, qtbot):
    with bootstrap.open_store(paths.library, read_only=True) as reader:
        made = ChangeFeed(reader)
        yield made
        made.stop()


def make_event(store) -> Event:
    return Event(id=RecordId(store.new_id()), slug="event", title=Text.of("事件"))


def test_an_edit_of_this_process_is_told_once_with_its_maker(feed, writer, qtbot) -> None:
    heard = []
    feed.changed.connect(lambda changes, maker: heard.append((changes, maker)))
    maker = object()
    event = make_event(writer)
    feed.publish(records.put(writer, event), maker)
    feed.look()
    assert [(changes.ids, who) for changes, who in heard] == [(frozenset({event.id}), maker)]


def test_an_edit_of_another_process_is_seen_and_has_no_maker(feed, writer, qtbot) -> None:
    event = make_event(writer)
    with qtbot.waitSignal(feed.changed, timeout=10_000) as heard:
        records.put(writer, event)
    changes, maker = heard.args
    assert (Kind.EVENT, event.id) in changes.touched
    assert maker is None


def test_an_edit_that_changed_nothing_is_not_told(feed, writer, qtbot) -> None:
    event = make_event(writer)
    feed.publish(records.put(writer, event), None)
    with qtbot.assertNotEmitted(feed.changed):
        feed.publish(records.put(writer, event), None)


def test_an_edit_of_another_process_just_before_ours_is_not_passed_over(
    feed, writer, qtbot
) -> None:
    foreign, ours = make_event(writer), replace(make_event(writer), slug="ours")
    records.put(writer, foreign)
    mine = records.put(writer, ours)
    heard = []
    feed.changed.connect(lambda changes, _maker: heard.append(changes.ids))
    feed.publish(mine, None)
    assert foreign.id in frozenset().union(*heard)
