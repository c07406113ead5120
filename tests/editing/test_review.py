"""三审三校: the chain, its people, and what a later edit does to what was approved."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.people import Grant, Role
from hall_app.domain.review import Act, Chain, State
from hall_app.editing import accounts, comments, fields, records, review
from hall_app.errors import NotPermitted, Refused, UsageError
from hall_app.store import comments as kept
from hall_app.store import reviews

WORD = "three silk threads"


@pytest.fixture
def event(store):
    return records.create(store, Kind.EVENT, "silk", {"title.zh-Hans": "丝"}, author="编者")


def state(store, record):
    return review.standing(store, record.id).state


def open_threads(store, record):
    found = store.ask(kept.of_record, record.id)
    return sum(not one.answers and not one.resolved_by for one in found)


def approve(store, record, reviews_needed=1):
    review.submit(store, [record.id], author="编者")
    for number in range(reviews_needed):
        review.pass_review(store, [record.id], author=f"审者{number}")


def test_hall_without_a_chain_has_nothing_to_review(store, event):
    assert state(store, event) is State.FREE
    with pytest.raises(Refused, match="not the moment"):
        review.submit(store, [event.id])


@pytest.mark.parametrize("needed", [1, 2, 3])
def test_record_is_approved_after_as_many_reviews_as_the_chain_has(store, event, needed):
    review.set_chain(store, Chain(reviews=needed))
    assert state(store, event) is State.DRAFT
    review.submit(store, [event.id], author="编者")
    for number in range(needed):
        assert state(store, event) is State.IN_REVIEW
        assert review.standing(store, event.id).turn == number + 1
        review.pass_review(store, [event.id], author=f"审者{number}")
    assert state(store, event) is State.APPROVED


def test_nobody_reviews_their_own_words_nor_one_record_twice(store, event):
    review.set_chain(store, Chain(reviews=2))
    review.submit(store, [event.id], author="编者")
    with pytest.raises(Refused, match="own words") as own:
        review.pass_review(store, [event.id], author="编者")
    assert own.value.code == "review-own"
    review.pass_review(store, [event.id], author="甲审")
    with pytest.raises(Refused, match="once"):
        review.pass_review(store, [event.id], author="甲审")
    review.set_chain(store, Chain(reviews=2, may_pass_own=True))
    review.pass_review(store, [event.id], author="甲审")
    assert state(store, event) is State.APPROVED


def test_review_is_passed_only_after_its_own_proofreading(store, event):
    review.set_chain(store, Chain(reviews=2, has_proofs=True))
    review.submit(store, [event.id], author="编者")
    for who in ("甲审", "乙审"):
        with pytest.raises(Refused, match="proofreading is not ticked"):
            review.pass_review(store, [event.id], author=who)
        review.proofread(store, [event.id], author="校者")
        with pytest.raises(Refused, match="ticked already"):
            review.proofread(store, [event.id], author="校者")
        review.pass_review(store, [event.id], author=who)
    assert state(store, event) is State.APPROVED


def test_rejected_record_comes_back_with_its_reason_as_a_comment(store, event):
    review.set_chain(store, Chain(reviews=1))
    review.submit(store, [event.id], author="编者")
    with pytest.raises(Refused, match="reason"):
        review.reject(store, event.id, "  ", author="甲审")
    review.reject(store, event.id, "年份请核实", author="甲审")
    assert state(store, event) is State.RETURNED
    assert review.returned_to(store, author="编者") == (event.id,)
    assert [one.words for one in store.ask(kept.of_record, event.id)] == ["年份请核实"]
    review.submit(store, [event.id], author="编者")
    assert review.returned_to(store, author="编者") == ()
    assert len(store.ask(reviews.rounds, event.id)) == 2


def test_edit_during_review_makes_it_a_draft_and_its_undo_makes_it_what_was_read(store, event):
    review.set_chain(store, Chain(reviews=2))
    review.submit(store, [event.id], author="编者")
    review.pass_review(store, [event.id], author="甲审")
    fields.set_field(store, event.id, "title.zh-Hans", "绸", author="编者")
    assert state(store, event) is State.DRAFT
    with pytest.raises(Refused):
        review.pass_review(store, [event.id], author="乙审")
    store.undo()
    assert review.standing(store, event.id).turn == 2


def test_edit_of_an_approved_record_reopens_exactly_those_fields(store, event):
    review.set_chain(store, Chain(reviews=1))
    approve(store, event)
    fields.set_field(store, event.id, "title.en", "Silk", author="编者")
    fields.set_field(store, event.id, "importance", "2", author="编者")
    now = review.standing(store, event.id)
    assert (now.state, now.changed, now.is_out) == (State.DRAFT, ("title", "importance"), True)
    review.submit(store, [event.id], author="编者")
    assert review.standing(store, event.id).round.fields == ("title", "importance")


def test_words_before_the_approval_are_not_ones_own_any_more(store, event):
    review.set_chain(store, Chain(reviews=1))
    approve(store, event)
    fields.set_field(store, event.id, "title.en", "Silk", author="审者0")
    review.submit(store, [event.id], author="审者0")
    assert review.why_not(store, event.id, Act.PASS, author="审者0") == "own"
    assert review.why_not(store, event.id, Act.PASS, author="编者") == ""


def test_kind_and_gallery_may_need_another_number(store, event):
    gallery = records.create(store, Kind.GALLERY, "craft")
    inside = records.create(store, Kind.EVENT, "gauze", {"gallery": gallery.id})
    source = records.create(store, Kind.SOURCE, "gazette")
    rule = Chain(reviews=3, kinds=((Kind.SOURCE, 0),), galleries=((gallery.id, 1),))
    review.set_chain(store, rule)
    assert review.standing(store, event.id).needed == 3
    assert review.standing(store, inside.id).needed == 1
    assert state(store, source) is State.FREE
    with pytest.raises(UsageError):
        review.set_chain(store, Chain(reviews=4))


def test_hall_that_begins_to_review_may_take_what_stands_as_approved(store, event):
    review.set_chain(store, Chain(reviews=1), takes_present=True)
    assert state(store, event) is State.APPROVED
    newer = records.create(store, Kind.EVENT, "steam")
    assert state(store, newer) is State.DRAFT
    assert review.drafts(store) == (newer.id,)


def test_worklist_holds_what_one_may_review_and_nothing_else(store, event):
    review.set_chain(store, Chain(reviews=2))
    review.submit(store, [event.id], author="编者")
    assert review.waiting_for(store, author="编者") == ()
    (one,) = review.waiting_for(store, author="甲审")
    assert (one.record_id, one.turn, one.needed, one.submitted.name) == (event.id, 1, 2, "编者")
    review.pass_review(store, [event.id], author="甲审")
    assert review.waiting_for(store, author="甲审") == ()
    assert review.waiting_for(store, author="乙审")[0].turn == 2
    records.remove(store, event.id)
    assert review.waiting_for(store, author="乙审") == ()


def test_submission_can_be_withdrawn(store, event):
    review.set_chain(store, Chain(reviews=1))
    review.submit(store, [event.id], author="编者")
    review.withdraw(store, event.id, author="编者")
    assert state(store, event) is State.DRAFT


def test_one_refused_record_stops_the_whole_act(store, event):
    review.set_chain(store, Chain(reviews=1))
    other = records.create(store, Kind.EVENT, "steam", author="编者")
    review.submit(store, [other.id], author="编者")
    with pytest.raises(Refused):
        review.submit(store, [event.id, other.id], author="编者")
    assert state(store, event) is State.DRAFT


def test_reviewer_of_one_gallery_reviews_no_other(store, event):
    gallery = records.create(store, Kind.GALLERY, "craft")
    other = records.create(store, Kind.GALLERY, "brand")
    fields.set_field(store, event.id, "gallery", gallery.id)
    review.set_chain(store, Chain(reviews=1))
    review.submit(store, [event.id])
    accounts.add(store, "chief", "主管", WORD, [Grant(Role.ADMINISTRATOR)])
    accounts.sign_in(store, "chief", WORD)
    accounts.add(store, "eye", "审者", WORD, [Grant(Role.REVIEWER, (other.id,))])
    with pytest.raises(NotPermitted):
        review.pass_review(store, [event.id])
    accounts.sign_in(store, "eye", WORD)
    with pytest.raises(NotPermitted, match="no reviewer"):
        review.pass_review(store, [event.id])
    with pytest.raises(NotPermitted, match="no administrator"):
        review.set_chain(store, Chain())


def test_what_was_approved_is_removed_by_a_reviewer_only(store, event):
    review.set_chain(store, Chain(reviews=1), takes_present=True)
    accounts.add(store, "chief", "主管", WORD, [Grant(Role.ADMINISTRATOR)])
    accounts.sign_in(store, "chief", WORD)
    accounts.add(store, "pen", "编者", WORD, [Grant(Role.EDITOR)])
    accounts.sign_in(store, "pen", WORD)
    with pytest.raises(NotPermitted, match="no reviewer"):
        records.remove(store, event.id)
    accounts.sign_in(store, "chief", WORD)
    accounts.change(store, "pen", grants=[Grant(Role.EDITOR), Grant(Role.REVIEWER)])
    accounts.sign_in(store, "pen", WORD)
    records.remove(store, event.id)
    records.restore(store, event.id)
    assert state(store, event) is State.APPROVED


def test_undo_never_takes_a_review_back(store, event):
    review.set_chain(store, Chain(reviews=1))
    approve(store, event)
    store.undo()
    assert not store.exists(event.id)
    store.redo()
    assert state(store, event) is State.APPROVED


def test_comment_is_made_answered_resolved_and_each_is_one_undo_step(store, event):
    comments.comment(store, event.id, "title.en", "请问 @pen 译名？", author="甲审")
    (opening,) = store.ask(kept.of_record, event.id)
    assert opening.mentions == ("pen",)
    assert store.ask(kept.mentioning, "pen") == (opening,)
    comments.comment(store, event.id, "", "已改", answers=opening.id, author="编者")
    comments.resolve(store, opening.id, author="甲审")
    settled, answer = store.ask(kept.of_record, event.id)
    assert (settled.resolved_by, answer.field, answer.answers) == ("甲审", "title.en", opening.id)
    assert open_threads(store, event) == 0
    store.undo()
    assert open_threads(store, event) == 1
    store.undo()
    assert store.ask(kept.of_record, event.id) == (opening,)
    assert store.undo().ids == {event.id}
    assert store.ask(kept.of_record, event.id) == ()
    for _ in range(3):
        store.redo()
    assert store.ask(kept.of_record, event.id) == (settled, answer)
    comments.reopen(store, opening.id)
    assert open_threads(store, event) == 1
    assert store.check() == ()


def test_comments_and_approvals_outlive_the_bin(store, event):
    review.set_chain(store, Chain(reviews=1))
    approve(store, event)
    comments.comment(store, event.id, "", "好", author="甲审")
    records.remove(store, event.id)
    records.restore(store, event.id)
    assert len(store.ask(kept.of_record, event.id)) == 1
    assert state(store, event) is State.APPROVED


def test_comment_without_words_is_refused(store, event):
    with pytest.raises(Refused, match="words"):
        comments.comment(store, event.id, "", " \n", author="甲")
