"""Publishing: what goes out, what stays, and what it costs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hall_app.domain.kinds import Kind
from hall_app.errors import NotTrusted, Refused, UsageError
from hall_app.publishing import hashtree
from hall_app.publishing.publication import enter_releases
from hall_app.publishing.trust.founding import found_or_open
from hall_app.publishing.trust.keys import PUT_AWAY, open_keyring
from tests.publishing.making import LITTLE, NOW, PASSPHRASE, Home, furnish, text


@pytest.fixture
def home(tmp_path: Path):
    home = Home.at(tmp_path / "home")
    yield home
    home.store.close()


def all_bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_release_holds_the_public_records_and_their_files(home: Home):
    made = furnish(home)
    release = home.publish()
    slugs = {document["slug"] for document in release.records()}
    assert slugs == set(made) - {"secret", "draft", "orphan"}
    assert set(release.media()) <= set(home.release(1).objects)
    assert release.manifest.media_count == 2


def test_private_words_never_leave_the_desk(home: Home):
    furnish(home)
    home.publish()
    everything = b"".join(all_bytes(home.releases.path(1)).values()).decode(errors="replace")
    for words in ("年份待核实", "书架三层", "陈女士", "秘密", "未开放", "附属", "is_drafted"):
        assert words not in everything


def test_links_of_a_release_are_closed(home: Home):
    made = furnish(home)
    release = home.publish()
    exhibit = next(d for d in release.records() if d["slug"] == "first-steam")
    assert exhibit["items"] == [made["event-0"].id, made["jichanglong"].id]


def test_indexes_lead_through_the_hall_in_order(home: Home):
    made = furnish(home)
    release = home.publish()
    walk = [
        json.loads(value)
        for _, value in hashtree.walk(release.manifest.indexes["walk"], release.files.read)
    ]
    order = ("brand-nanhai-hall", "century", "silk", "first-steam")
    assert walk == [made[slug].id for slug in order]
    timeline = hashtree.walk(release.manifest.indexes["timeline"], release.files.read)
    assert [json.loads(value) for _, value in timeline] == [
        made[f"event-{number}"].id for number in range(3)
    ]
    slugs = dict(hashtree.walk(release.manifest.indexes["slugs"], release.files.read))
    assert json.loads(slugs["craft:silk-reeling"]) == made["silk-reeling"].id


def test_the_same_library_number_and_moment_give_the_same_bytes(tmp_path: Path):
    bytes_of = []
    for name in ("one", "two"):
        home = Home.at(tmp_path / name)
        furnish(home)
        home.publish()
        home.store.close()
        bytes_of.append(all_bytes(home.releases.path(1) / "objects"))
    assert bytes_of[0] == bytes_of[1]


def test_nothing_below_the_manifest_depends_on_the_moment(home: Home):
    furnish(home)
    first = home.publish()
    second = home.publish(now=NOW + timedelta(days=3))
    assert second.manifest.records == first.manifest.records
    assert second.manifest.indexes == first.manifest.indexes


def test_an_edit_of_one_word_writes_a_few_objects(home: Home):
    made = furnish(home, events=400)
    home.publish()
    before = set(home.release(1).objects)
    home.put(replace(made["event-17"], title=text("改了一个字")))
    home.publish()
    new = set(home.release(2).objects) - before
    size = sum(home.release(2).objects.path(name).stat().st_size for name in new)
    assert len(before) > 30
    assert len(new) <= 5
    assert size < 3 * hashtree.LEAF_BYTES


def test_objects_of_the_release_before_are_linked_and_not_copied(home: Home):
    furnish(home)
    home.publish()
    second = home.publish(now=NOW + timedelta(days=1))
    name = second.manifest.records.sha256
    one, two = (home.release(number).objects.path(name).stat() for number in (1, 2))
    assert one.st_ino == two.st_ino


def test_the_library_learns_what_was_published(home: Home):
    furnish(home)
    release = home.publish()
    (record,) = home.store.all(Kind.RELEASE)
    assert (record.number, record.manifest) == (1, release.signed.sha256)
    assert home.releases.current().number == 1


def test_a_release_that_the_library_missed_is_entered_later(home: Home):
    furnish(home)
    home.publish()
    (record,) = home.store.all(Kind.RELEASE)
    with home.store.edit("a kill between the two") as edit:
        edit.remove(record.id)
    changes = enter_releases(home.store, home.releases, home.trust, author="")
    assert {kind for kind, _ in changes.touched} == {Kind.RELEASE}
    assert enter_releases(home.store, home.releases, home.trust, author="") is None


def test_a_missing_file_stops_the_release_and_leaves_nothing(home: Home):
    made = furnish(home)
    home.vault.path(made["reel"].sha256).unlink()
    with pytest.raises(Refused, match="reel"):
        home.publish()
    assert home.releases.numbers() == ()
    assert list(home.paths.releases.iterdir()) == []


def test_a_wrong_passphrase_opens_no_key(home: Home):
    home.keyring()
    with pytest.raises(NotTrusted, match="passphrase"):
        open_keyring(home.paths.keys, "not these words")


def test_a_short_passphrase_makes_no_key(home: Home):
    with pytest.raises(UsageError):
        found_or_open(home.trust, home.paths.keys, "short", now=NOW, cost=LITTLE)
    assert not home.paths.keys.exists()


def test_keys_and_words_to_put_the_root_away_lie_under_the_passphrase(home: Home):
    home.keyring()
    put_away = home.paths.keys / PUT_AWAY
    assert "收好" in next(put_away.glob("*.txt")).read_text(encoding="utf-8")
    for pem in home.paths.keys.rglob("*.pem"):
        assert b"ENCRYPTED PRIVATE KEY" in pem.read_bytes()
        assert PASSPHRASE.encode() not in pem.read_bytes()


def test_publishing_goes_on_when_the_root_has_been_put_away(home: Home):
    furnish(home)
    home.publish()
    for path in (home.paths.keys / PUT_AWAY).iterdir():
        path.unlink()
    assert home.publish().manifest.number == 2


def test_what_killed_programs_left_aside_is_swept_a_day_later(home: Home):
    furnish(home)
    home.publish()
    left = home.paths.releases / ".7-0123456789ab.part"
    (left / "objects").mkdir(parents=True)
    made = datetime.fromtimestamp(left.stat().st_mtime, UTC)
    home.publish(now=max(NOW, made + timedelta(hours=23)))
    assert left.exists()
    home.publish(now=max(NOW, made + timedelta(hours=25)))
    assert not left.exists()
