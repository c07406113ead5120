"""The media shelf: what is found by its rights, uses, tags and looks."""

from datetime import timedelta

import pytest

from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.media_query import MediaOrder, MediaQuery, RightsState
from hall_app.domain.records import Medium, Rights
from hall_app.domain.text import Text
from tests.store.making import added, put

LOOK = "0123456789abcdef"


def found(store, **query) -> set[str]:
    return {store.get(one).slug for one in store.media_ids(MediaQuery(**query))}


def media(store, slug, **fields):
    return added(store, Kind.MEDIA, slug, **fields)


def test_media_are_found_by_what_they_are_and_what_they_lack(store):
    media(store, "reel", tags=("机器", "老照片"), alt=Text.of("一架缫丝机"))
    media(store, "film", medium=Medium.FILM, tags=("老照片",))
    media(store, "voice", medium=Medium.SOUND)
    assert found(store, medium=Medium.FILM) == {"film"}
    assert found(store, tags=("老照片",)) == {"reel", "film"}
    assert found(store, tags=("老照片", "机器")) == {"reel"}
    assert found(store, lacks_alt=True) == {"film"}
    assert found(store, words="机器") == {"reel"}
    assert found(store) == {"reel", "film", "voice"}
    assert store.media_tags() == {"老照片": 2, "机器": 1}


@pytest.mark.parametrize(
    ("until", "state"),
    [
        (None, RightsState.CLEAR),
        (Day(2099), RightsState.CLEAR),
        ("today", RightsState.ENDING),
        ("in 90 days", RightsState.ENDING),
        ("in 91 days", RightsState.CLEAR),
        ("yesterday", RightsState.OVER),
    ],
)
def test_rights_are_clear_end_soon_or_are_over(store, clock, until, state):
    away = {"today": 0, "in 90 days": 90, "in 91 days": 91, "yesterday": -1}
    if isinstance(until, str):
        day = clock().astimezone().date() + timedelta(days=away[until])
        until = Day(day.year, day.month, day.day)
    media(store, "one", rights=Rights(holder="甲厂", until=until))
    media(store, "nobodys")
    media(store, "ours", is_drawn=True)
    others = {RightsState.CLEAR: {"ours"}, RightsState.MISSING: {"nobodys"}}
    for each in RightsState:
        mine = {"one"} if each is state else set()
        assert found(store, rights=each) == mine | others.get(each, set())


def test_what_ends_first_stands_first_and_what_never_ends_last(store):
    media(store, "never", rights=Rights(holder="甲厂"))
    media(store, "later", rights=Rights(holder="甲厂", until=Day(2031, 5, 1)))
    media(store, "sooner", rights=Rights(holder="甲厂", until=Day(2030, 5, 1)))
    ordered = store.media_ids(MediaQuery(order=MediaOrder.UNTIL))
    assert [store.get(one).slug for one in ordered] == ["sooner", "later", "never"]


def test_a_use_counts_for_the_gallery_in_which_it_is(store):
    wall, hidden = media(store, "wall"), media(store, "hidden")
    gallery = added(store, Kind.GALLERY, "brand")
    enterprise = added(store, Kind.ENTERPRISE, "jia", gallery=gallery.id)
    added(store, Kind.PRODUCT, "product", enterprise=enterprise.id, media=(wall.id,))
    added(store, Kind.EVENT, "event", media=(wall.id,))
    assert found(store, gallery="brand") == {"wall"}
    assert found(store, gallery="craft") == set()
    assert found(store, is_unused=True) == {"hidden"}
    page = store.media_page([wall.id, hidden.id, gallery.id])
    assert {one.media.slug: one.uses for one in page.values()} == {"wall": 2, "hidden": 0}


def test_pictures_that_look_alike_are_found_by_each_other(store):
    one = media(store, "one", look=LOOK)
    near = media(store, "near", look="fedcba9876543210")
    same = media(store, "same", look="0123456789abcdee")  # one bit away
    media(store, "flat")
    assert store.media_alike(LOOK) == [one.id, same.id]
    assert found(store, is_alike=True) == {"one", "same"}
    put(store, type(near)(id=same.id, slug="same", look="f" * 16))
    assert store.media_alike(LOOK) == [one.id]
    with store.edit("remove") as edit:
        edit.remove(one.id)
    assert store.media_alike(LOOK) == []
    store.undo()
    assert store.media_alike(LOOK) == [one.id]


def test_files_are_found_by_their_content(store):
    one = media(store, "one", sha256="a" * 64)
    assert store.media_by_content(["a" * 64, "b" * 64]) == {"a" * 64: one}
