"""Measuring a film that is in the library: one step, to be stopped and to be undone."""

from dataclasses import replace

import pytest

from hall_app.domain.kinds import Kind
from hall_app.editing import media
from hall_app.editing.flashes import measure_flashes
from hall_app.errors import Cancelled, InvalidRecord
from hall_app.media.refusal import Refusal
from tests.media.test_flashes import alternating, write
from tests.store.making import added, picture_of


@pytest.fixture
def film(store, vault, workshop, tmp_path):
    """A film of 22 seconds of flashes that nobody has measured."""
    path = write(tmp_path / "film.mp4", alternating(5), seconds=22)
    (record,) = media.import_files(store, vault, workshop, [path]).new
    with store.edit("As an older library") as edit:
        edit.put(replace(record, flashes_per_s=None))
    return store.get(record.id)


def test_a_film_is_measured_as_one_step_that_can_be_undone(store, vault, workshop, film):
    before, told = picture_of(store), []
    changes = measure_flashes(
        store, vault, workshop, film.id, on_progress=lambda *how_far: told.append(how_far)
    )
    assert changes.ids == {film.id}
    assert store.get(film.id).flashes_per_s == 5
    assert told == [(0, 2), (1, 2)]
    store.undo()
    assert picture_of(store) == before


def test_measuring_that_is_stopped_leaves_no_trace(store, vault, workshop, film):
    before = picture_of(store)

    def stop(done, _total):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        measure_flashes(store, vault, workshop, film.id, on_progress=stop)
    assert picture_of(store) == before


def test_a_film_whose_file_is_gone_is_refused_by_its_name(store, vault, workshop, film):
    vault.path(film.sha256).unlink()
    with pytest.raises(Refusal, match=r"film\.mp4"):
        measure_flashes(store, vault, workshop, film.id)


def test_only_films_are_measured(store, vault, workshop):
    picture = added(store, Kind.MEDIA, "a-picture")
    with pytest.raises(InvalidRecord):
        measure_flashes(store, vault, workshop, picture.id)
