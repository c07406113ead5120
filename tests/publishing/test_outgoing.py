"""A release under a review chain: approved words go out, drafts stay behind and block nothing."""

import json
from dataclasses import replace

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.people import Grant, Role
from hall_app.domain.review import Act, Chain
from hall_app.editing import accounts, comments, fields, keeping, review
from hall_app.editing import records as editing_records
from hall_app.errors import NotPermitted, Refused
from hall_app.publishing import preflight
from hall_app.publishing.anchor import anchor_faults
from hall_app.publishing.working import WorkingRelease
from hall_app.store import audit, people
from hall_app.store.connection import sqlite3
from tests.publishing.making import NOW, Home, furnish

WORD = "three silk threads"


@pytest.fixture
def home(tmp_path):
    home = Home.at(tmp_path / "home")
    yield home
    home.store.close()


def published(home):
    return {d["slug"]: d for d in home.publish().records()}


def files_of(release):
    return {name: release.files.read(name) for name in release.documents()}


def test_hall_without_a_chain_publishes_what_it_always_did(home, tmp_path):
    made = furnish(home)
    other = Home.at(tmp_path / "other")
    furnish(other)
    review.set_chain(other.store, Chain(reviews=2), takes_present=True)
    review.set_chain(other.store, Chain())
    fields.set_field(home.store, made["event-1"].id, "title.en", "New")
    fields.set_field(other.store, made["event-1"].id, "title.en", "New")
    assert files_of(home.publish()) == files_of(other.publish())
    signed = home.release(1).metadata("1.targets.json")
    assert "custom" not in json.loads(signed)["signed"]["targets"]["manifest.json"]
    other.store.close()


def test_same_reviewed_library_gives_the_same_bytes(home, tmp_path):
    other = Home.at(tmp_path / "other")
    for one in (home, other):
        furnish(one)
        review.set_chain(one.store, Chain(reviews=1), takes_present=True)
    assert files_of(home.publish()) == files_of(other.publish())
    other.store.close()


def test_draft_of_an_approved_record_stays_behind(home):
    made = furnish(home)
    review.set_chain(home.store, Chain(reviews=1), takes_present=True)
    event = made["event-1"]
    fields.set_field(home.store, event.id, "title.zh-Hans", "未审的话", author="编者")
    assert published(home)["event-1"]["title"]["zh-Hans"] == "第1件事"
    review.submit(home.store, [event.id], author="编者")
    assert published(home)["event-1"]["title"]["zh-Hans"] == "第1件事"
    review.pass_review(home.store, [event.id], author="审者")
    assert published(home)["event-1"]["title"]["zh-Hans"] == "未审的话"


def test_record_that_was_never_approved_stays_behind_and_links_close(home):
    made = furnish(home)
    review.set_chain(home.store, Chain(reviews=1), takes_present=True)
    fresh = editing_records.create(home.store, Kind.EVENT, "fresh", {"title.zh-Hans": "新"})
    exhibit = made["first-steam"]
    items = [*exhibit.items, fresh.id]
    fields.set_field(home.store, exhibit.id, "items", items, author="编者")
    review.submit(home.store, [exhibit.id], author="编者")
    review.pass_review(home.store, [exhibit.id], author="审者")
    out = published(home)
    assert "fresh" not in out
    assert fresh.id not in out["first-steam"]["items"]


def test_draft_with_a_fault_advises_and_blocks_nothing(home):
    made = furnish(home)
    review.set_chain(home.store, Chain(reviews=1), takes_present=True)
    before = preflight.check(home.store, home.vault, today=NOW)
    lost = replace(made["reel"], sha256="0" * 64, renditions=())
    home.put(lost)
    after = preflight.check(home.store, home.vault, today=NOW)
    assert [p for p in after if p.blocks] == [p for p in before if p.blocks]
    assert {p.code for p in after} > {p.code for p in before}
    assert published(home)["reel"]["sha256"] == made["reel"].sha256
    assert made["reel"].sha256 in keeping.media_hashes(home.store)


def test_preview_shows_the_words_as_they_are_written(home):
    made = furnish(home)
    review.set_chain(home.store, Chain(reviews=1), takes_present=True)
    fields.set_field(home.store, made["event-1"].id, "title.zh-Hans", "正在写的话")
    preview = WorkingRelease(home.store, home.vault, now=lambda: NOW)
    assert preview.get(made["event-1"].id).title["zh-Hans"] == "正在写的话"


def test_slugs_that_change_hands_in_drafts_stay_one_each(home):
    made = furnish(home)
    review.set_chain(home.store, Chain(reviews=1), takes_present=True)
    fields.set_field(home.store, made["event-1"].id, "slug", "elsewhere")
    fields.set_field(home.store, made["event-2"].id, "slug", "event-1")
    out = published(home)
    assert out["elsewhere"]["title"]["zh-Hans"] == "第1件事"
    assert out["event-1"]["title"]["zh-Hans"] == "第2件事"


def test_what_is_removed_goes_out_no_more(home):
    made = furnish(home)
    review.set_chain(home.store, Chain(reviews=1), takes_present=True)
    editing_records.remove(home.store, made["event-1"].id)
    assert "event-1" not in published(home)


def test_people_comments_and_log_never_leave_the_library(home):
    made = furnish(home)
    accounts.add(home.store, "chief", "主管样例", WORD, [Grant(Role.ADMINISTRATOR), Grant(Role.PUBLISHER)])  # fmt: skip
    accounts.sign_in(home.store, "chief", WORD)
    comments.comment(home.store, made["event-1"].id, "", "只在馆里说的话")
    secret = home.store.ask(people.account, "chief").secret
    release = home.publish()
    data = b"".join(files_of(release).values())
    for words in ("只在馆里说的话", "主管样例", "chief", secret):
        assert words.encode() not in data


def test_only_a_publisher_publishes(home):
    furnish(home)
    accounts.add(home.store, "chief", "主管", WORD, [Grant(Role.ADMINISTRATOR)])
    accounts.sign_in(home.store, "chief", WORD)
    with pytest.raises(NotPermitted, match="no publisher"):
        home.publish()
    assert home.releases.numbers() == ()


def test_release_is_signed_over_the_end_of_the_log_and_a_cut_log_is_found(home):
    furnish(home)
    review.set_chain(home.store, Chain(reviews=1), takes_present=True)
    number, head = home.store.ask(audit.head)
    home.publish()
    signed = json.loads(home.release(1).metadata("1.targets.json"))["signed"]
    custom = signed["targets"]["manifest.json"]["custom"]
    assert custom == {"audit": {"lines": str(number), "head": head}}
    assert list(anchor_faults(home.store, home.releases)) == []
    with sqlite3.connect(home.paths.library) as db:
        db.execute("DROP TRIGGER audit_never_shrinks")
        db.execute("DELETE FROM audit WHERE number >= ?", (number,))
    assert "release 1" in next(anchor_faults(home.store, home.releases))
    assert home.store.check() == ()


def test_four_people_three_reviews_one_rejection_and_the_approved_words_go_out(home):
    """The whole way: written, proofread, sent back, mended, approved, published; a later draft is not."""
    made = furnish(home)
    store, event = home.store, made["event-1"]
    everything = [Grant(role) for role in Role]
    accounts.add(store, "chief", "丁", WORD, everything)
    accounts.sign_in(store, "chief", WORD)
    accounts.add(store, "pen", "甲", WORD, [Grant(Role.EDITOR)])
    for login, name in (("first", "乙"), ("second", "丙")):
        accounts.add(store, login, name, WORD, [Grant(Role.REVIEWER)])
    review.set_chain(store, Chain(reviews=3, has_proofs=True), takes_present=True)

    def as_one(login):
        accounts.sign_in(store, login, WORD)

    as_one("pen")
    fields.set_field(store, event.id, "title.zh-Hans", "一八七三年的大事")
    review.submit(store, [event.id])
    with pytest.raises(NotPermitted):
        review.pass_review(store, [event.id])
    as_one("first")
    assert [one.record_id for one in review.waiting_for(store)] == [event.id]
    review.reject(store, event.id, "年份写成数字 @pen")
    as_one("pen")
    assert review.returned_to(store) == (event.id,)
    fields.set_field(store, event.id, "title.zh-Hans", "1873年的大事")
    review.submit(store, [event.id])
    for login in ("first", "second", "chief"):
        as_one(login)
        review.proofread(store, [event.id])
        review.pass_review(store, [event.id])
    assert review.why_not(store, event.id, Act.PASS) == "state"
    as_one("pen")
    fields.set_field(store, event.id, "title.zh-Hans", "后来又改的稿")
    with pytest.raises(NotPermitted):
        home.publish()
    as_one("chief")
    assert published(home)["event-1"]["title"]["zh-Hans"] == "1873年的大事"
    told = [(line.act, line.who) for line in reversed(store.ask(audit.lines))]
    wanted = [
        ("submitted", "pen"), ("rejected", "first"), ("submitted", "pen"), ("passed", "first"),
        ("passed", "second"), ("passed", "chief"), ("approved", "chief"), ("published", "chief"),
    ]  # fmt: skip
    assert [one for one in told if one in wanted] == wanted
    assert store.check() == ()
    with pytest.raises(Refused):
        review.submit(store, [made["event-2"].id])
