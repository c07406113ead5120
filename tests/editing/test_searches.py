"""Named searches are kept with the hall, each kind its own, and undone like any edit."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.editing import records, searches
from hall_app.errors import Refused
from tests.store.making import added


def test_search_is_kept_replaced_dropped_and_brought_back(store):
    with pytest.raises(Refused, match="no hall"):
        searches.keep(store, "待写", Kind.EVENT, "state:missing")
    records.create(store, Kind.HALL, "hall")
    searches.keep(store, "待写", Kind.EVENT, "state:missing")
    searches.keep(store, "待写", Kind.EVENT, "state:stale 缫丝")
    assert searches.kept(store, Kind.EVENT) == {"待写": "state:stale 缫丝"}
    searches.drop(store, "待写", Kind.EVENT)
    assert searches.kept(store, Kind.EVENT) == {}
    store.undo()
    assert searches.kept(store, Kind.EVENT) == {"待写": "state:stale 缫丝"}


def test_one_name_may_stand_for_a_search_of_each_kind(store):
    added(store, Kind.HALL, "hall")
    searches.keep(store, "新", Kind.EVENT, "sort:date-falling")
    searches.keep(store, "新", Kind.MEDIA, "is:unused")
    searches.drop(store, "新", Kind.EVENT)
    assert searches.kept(store, Kind.MEDIA) == {"新": "is:unused"}
