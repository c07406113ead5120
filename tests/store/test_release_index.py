"""The index of a release that an earlier program made is brought up to date by itself."""

from hall_app.domain.kinds import Kind
from hall_app.store import release_index, schema
from hall_app.store.release_index import ReleaseIndex
from hall_app.store.rows import document_of
from tests.store.making import make


def test_index_of_an_earlier_format_serves_as_a_base_and_leaves_no_copy(
    store, tmp_path, monkeypatch
):
    first, second = (document_of(make(store, Kind.CRAFT, slug)) for slug in ("reed", "silk"))
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "FORMAT", schema.FORMAT - 1)
        release_index.make_index(old, "a" * 64, [first])
    release_index.make_index(new, "b" * 64, [second], base=old)
    with ReleaseIndex(new) as index:
        assert [index.get(one["id"]).slug for one in (first, second)] == ["reed", "silk"]
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".db"} >= {
        "old.db",
        "new.db",
    }
    assert not [
        path for path in tmp_path.iterdir() if "format" in path.name or ".part" in path.name
    ]
