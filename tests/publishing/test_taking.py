"""Taking packages in: an equal hall, once; and a person's word where both sides wrote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall_app.domain.kinds import Kind
from hall_app.domain.records.history import Event
from hall_app.domain.records.media import Medium
from hall_app.domain.records.structure import Hall
from hall_app.errors import NotTrusted, PackageRefused, Refused
from hall_app.publishing.package import EVERYTHING, Carries, write_package
from hall_app.publishing.public import public_records
from hall_app.publishing.taking import OnConflict, import_package, look, make_library, take
from hall_app.publishing.trust.verification import Trust
from hall_app.store.store import Store
from tests.publishing.making import NOW, Home, Ids, furnish, text, year


@pytest.fixture
def home(tmp_path: Path):
    home = Home.at(tmp_path / "home")
    yield home
    home.store.close()


@pytest.fixture
def other(tmp_path: Path):
    """A home with nothing in it."""
    other = Home.at(tmp_path / "other", seed=2)
    yield other
    other.store.close()


def packed(home: Home, tmp_path: Path, carries=EVERYTHING) -> Path:
    release = home.publish()
    return write_package(release, tmp_path / f"{release.manifest.number}.hall", carries=carries)


def trusting(home: Home) -> Trust:
    return Trust(accepted=(home.trust.load().fingerprint,))


def take_in(package: Path, into: Home, trust: Trust, **how):
    return take(package, into.store, into.vault, trust, **how)


def published(store: Store) -> dict[str, object]:
    return public_records(everything(store).values())


def everything(store: Store) -> dict[str, object]:
    records = (record for kind in Kind if kind is not Kind.RELEASE for record in store.all(kind))
    return {record.id: record for record in records}


def test_a_package_gives_an_empty_home_an_equal_hall(home: Home, other: Home, tmp_path: Path):
    furnish(home)
    taken = take_in(packed(home, tmp_path), other, trusting(home))
    assert published(other.store) == published(home.store)
    assert taken.created == len(everything(other.store))
    assert home.publish().manifest.records == other.publish().manifest.records
    media = other.store.find(Kind.MEDIA, "reel")
    assert other.vault.verify(media.sha256)
    assert other.vault.verify(media.renditions[0].sha256)


def test_translations_that_came_along_are_true_to_what_came_along(
    home: Home, other: Home, tmp_path: Path
):
    made = furnish(home)
    take_in(packed(home, tmp_path), other, trusting(home))
    title = other.store.get(made["event-1"].id).title
    assert not title.is_stale("en", "zh-Hans")
    assert title.with_wording("zh-Hans", "改了").is_stale("en", "zh-Hans")


def test_taken_twice_it_changes_nothing(home: Home, other: Home, tmp_path: Path):
    furnish(home)
    package = packed(home, tmp_path)
    take_in(package, other, trusting(home))
    version = other.store.version
    again = take_in(package, other, trusting(home))
    assert (again.created, again.updated, bool(again.changes)) == (0, 0, False)
    assert other.store.version == version


def test_a_hall_takes_its_own_package_without_a_change(home: Home, tmp_path: Path):
    furnish(home)
    package = packed(home, tmp_path)
    before = everything(home.store)
    taken = take_in(package, home, home.trust.load(), on_conflict=OnConflict.TAKE_THEIRS)
    assert (taken.created, taken.updated) == (0, 0)
    assert everything(home.store) == before


def test_looking_writes_nothing(home: Home, other: Home, tmp_path: Path):
    made = furnish(home)
    preview = look(packed(home, tmp_path), other.store, other.vault, trusting(home))
    assert len(preview.new) == len(made) - 3
    assert everything(other.store) == {}
    assert list(other.vault) == []


def test_it_is_one_undo_step(home: Home, other: Home, tmp_path: Path):
    furnish(home)
    take_in(packed(home, tmp_path), other, trusting(home), author="小陈")
    (step,) = other.store.history()
    assert step.author == "小陈"
    other.store.undo()
    assert everything(other.store) == {}


def test_what_moved_only_there_is_updated_and_private_words_stay(
    home: Home, other: Home, tmp_path: Path
):
    made = furnish(home)
    take_in(packed(home, tmp_path), other, trusting(home))
    home.put(replace(made["event-1"], title=text("更正")))
    package = packed(home, tmp_path)
    preview = look(package, other.store, other.vault, trusting(home))
    assert [one.theirs.slug for one in preview.changed] == ["event-1"]
    take_in(package, other, trusting(home))
    assert other.store.find(Kind.EVENT, "event-1").title["en"] == "(更正)"
    taken = take_in(package, home, home.trust.load())
    assert taken.updated == 0
    assert home.store.find(Kind.EVENT, "event-1").remark == "年份待核实"


@pytest.fixture
def both_wrote(home: Home, other: Home, tmp_path: Path):
    """A package whose one event was changed in both homes, and its id."""
    made = furnish(home)
    take_in(packed(home, tmp_path), other, trusting(home))
    mine = other.store.get(made["event-1"].id)
    other.put(replace(mine, title=text("我的"), remark="我写的"))
    home.put(replace(made["event-1"], title=text("他们的")))
    return packed(home, tmp_path), mine.id


@pytest.mark.parametrize(
    ("answer", "title", "copies"),
    [
        (OnConflict.KEEP_MINE, "我的", 0),
        (OnConflict.TAKE_THEIRS, "他们的", 0),
        (OnConflict.KEEP_BOTH, "我的", 1),
    ],
)
def test_a_person_decides_where_both_sides_wrote(
    home: Home, other: Home, both_wrote, answer, title, copies
):
    package, record_id = both_wrote
    preview = look(package, other.store, other.vault, trusting(home))
    assert [one.theirs.id for one in preview.conflicts] == [record_id]
    before = everything(other.store)
    take_in(package, other, trusting(home), on_conflict=answer)
    record = other.store.get(record_id)
    assert record.title["zh-Hans"] == title
    assert record.remark == "我写的"
    assert len(everything(other.store)) - len(before) == copies
    take_in(package, other, trusting(home), on_conflict=answer)
    assert len(everything(other.store)) - len(before) == copies


def test_one_record_can_be_answered_by_itself(home: Home, other: Home, both_wrote):
    package, record_id = both_wrote
    take_in(package, other, trusting(home), choices={record_id: OnConflict.TAKE_THEIRS})
    assert other.store.get(record_id).title["zh-Hans"] == "他们的"


def test_another_halls_galleries_stand_in_my_hall(home: Home, other: Home, tmp_path: Path):
    furnish(home)
    mine = Hall(id=other.ids(), slug="my-hall", title=text("我的馆"))
    other.put(mine)
    package = packed(home, tmp_path)
    take_in(package, other, trusting(home))
    assert other.store.all(Kind.HALL) == (mine,)
    assert other.store.find(Kind.GALLERY, "century").hall == mine.id
    assert take_in(package, other, trusting(home)).changes.touched == frozenset()


def test_a_slug_that_is_taken_here_gets_a_number(home: Home, other: Home, tmp_path: Path):
    furnish(home)
    mine = Event(id=other.ids(), slug="event-1", title=text("另一件"), date=year(1900))
    other.put(mine)
    package = packed(home, tmp_path)
    take_in(package, other, trusting(home))
    assert other.store.find(Kind.EVENT, "event-1") == mine
    assert other.store.find(Kind.EVENT, "event-1-2").title["en"] == "(第1件事)"
    assert take_in(package, other, trusting(home)).changes.touched == frozenset()


def test_a_package_of_one_gallery_brings_that_gallery(home: Home, other: Home, tmp_path: Path):
    made = furnish(home)
    stray = Event(id=home.ids(), slug="stray", title=text("不在其中"))
    home.put(stray)
    package = packed(home, tmp_path, Carries(galleries=("century",)))
    take_in(package, other, trusting(home))
    assert other.store.find(Kind.EVENT, "stray") is None
    assert other.store.get(made["event-1"].id).gallery == made["century"].id


def test_a_light_package_brings_words_and_says_which_files_it_lacks(
    home: Home, other: Home, tmp_path: Path
):
    made = furnish(home)
    package = packed(home, tmp_path, Carries(is_light=True))
    loaded = import_package(
        other.store, other.vault, package, other.paths.trust,
        accepted=home.trust.load().fingerprint,
    )  # fmt: skip
    assert [one.path for one in loaded.refused] == ["media:reel"]
    assert other.store.get(made["event-1"].id).media == ()


def test_a_package_of_an_unknown_hall_is_refused_and_nothing_written(
    home: Home, other: Home, tmp_path: Path
):
    furnish(home)
    package = packed(home, tmp_path)
    with pytest.raises(NotTrusted, match=home.trust.load().fingerprint):
        take_in(package, other, other.trust.load())
    loaded = import_package(other.store, other.vault, package, other.paths.trust)
    assert home.trust.load().fingerprint in loaded.refused[0].reason
    assert everything(other.store) == {}


def test_a_damaged_package_is_refused_and_nothing_written(home: Home, other: Home, tmp_path: Path):
    furnish(home)
    package = packed(home, tmp_path)
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 4
    package.write_bytes(data)
    with pytest.raises(PackageRefused):
        take_in(package, other, trusting(home))
    assert everything(other.store) == {}
    assert list(other.vault) == []


def test_a_dry_run_counts_what_would_happen(home: Home, other: Home, tmp_path: Path):
    furnish(home)
    package, fingerprint = packed(home, tmp_path), home.trust.load().fingerprint
    how = {"accepted": fingerprint}
    dry = import_package(other.store, other.vault, package, other.paths.trust, dry_run=True, **how)
    wet = import_package(other.store, other.vault, package, other.paths.trust, **how)
    assert (dry.created, dry.updated) == (wet.created, wet.updated)
    assert dry.created > 0


def test_a_library_is_made_from_a_package(home: Home, tmp_path: Path, paths):
    furnish(home)
    package = packed(home, tmp_path)

    def open_store(path: Path) -> Store:
        return Store.open(path, now=lambda: NOW, new_id=Ids(3))

    fingerprint = home.trust.load().fingerprint
    paths = replace(paths, home=tmp_path / "new")
    with pytest.raises(NotTrusted):
        make_library(paths, package, open_store=open_store)
    assert not paths.library.exists()
    loaded = make_library(paths, package, open_store=open_store, trust=fingerprint)
    with open_store(paths.library) as store:
        assert len(everything(store)) == loaded.created
    with pytest.raises(Refused, match="already"):
        make_library(paths, package, open_store=open_store, trust=fingerprint)


@pytest.mark.parametrize(
    "drawing",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'\n <?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
        b"<html><body>not a drawing at all</body></html>",
        b"\x1f\x8b\x08 no gzip either",
    ],
)
def test_an_active_drawing_of_another_hall_is_not_taken(
    home: Home, other: Home, tmp_path: Path, drawing: bytes
):
    home.put(home.picture("trap", drawing))
    taken = take_in(packed(home, tmp_path), other, trusting(home))
    assert [one.ref for one in taken.preview.refused] == ["media:trap"]
    assert list(other.vault) == []


def test_a_large_film_goes_into_the_vault_by_way_of_the_disk(
    home: Home, other: Home, tmp_path: Path
):
    film = home.picture("film", b"frame " * (3 << 20))
    home.put(replace(film, medium=Medium.FILM))
    take_in(packed(home, tmp_path), other, trusting(home))
    assert other.vault.verify(film.sha256)


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=30)


@given(
    titles=st.lists(_WORDS, min_size=1, max_size=6),
    hidden=st.sets(st.integers(0, 5)),
    links=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_written_arrives(tmp_path_factory, titles, hidden, links):
    folder = tmp_path_factory.mktemp("round-trip")
    home, other = Home.at(folder / "home"), Home.at(folder / "other", seed=2)
    ids = [home.ids() for _ in titles]
    within = [(a, b) for a, b in links if a < len(ids) and b < len(ids)]
    home.put(*(
        Event(
            id=ids[number], slug=f"e-{number}", title=text(title), text=text(title * 40),
            date=year(1000 + number), is_public=number not in hidden,
            related=tuple(ids[b] for a, b in within if a == number),
        )
        for number, title in enumerate(titles)
    ))  # fmt: skip
    take_in(packed(home, folder), other, trusting(home))
    assert published(other.store) == published(home.store)
    assert everything(other.store).keys() == published(home.store).keys()
    home.store.close()
    other.store.close()
