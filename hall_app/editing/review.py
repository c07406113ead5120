"""三审三校: sending a record through its chain, and what has come of it.

Nothing here is an undo step. What somebody read and passed is a fact, as a release is; it is
answered by another act, never taken back by a key. What an edit does to a review is never
written down: words that are not those that were approved or submitted are a draft, and undoing
the edit makes them again what was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hall_app.domain.comments import Comment
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.people import Role
from hall_app.domain.review import MOST_REVIEWS, Act, Chain, Round, Sign, Standing, State
from hall_app.editing import diary
from hall_app.errors import NotFound, Refused, UsageError
from hall_app.store import guard, people, reviews, rows
from hall_app.store.codec import Document
from hall_app.store.connection import Connection
from hall_app.store.journal import Change
from hall_app.store.reviews import revision_of
from hall_app.store.store import Store

_STATES = {
    Act.SUBMIT: (State.DRAFT, State.RETURNED),
    Act.PROOFREAD: (State.IN_REVIEW,),
    Act.PASS: (State.IN_REVIEW,),
    Act.REJECT: (State.IN_REVIEW,),
    Act.WITHDRAW: (State.IN_REVIEW,),
}
_EDITORS_ACTS = (Act.SUBMIT, Act.WITHDRAW)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record whose next review is somebody's turn."""

    record_id: RecordId
    turn: int
    needed: int
    submitted: Sign


def standing(store: Store, record_id: RecordId) -> Standing:
    """How far a record has come in its chain.

    Raises:
        NotFound: There is no such record.
    """
    return store.ask(_standing, record_id)


def why_not(store: Store, record_id: RecordId, act: Act, *, author: str = "") -> str:
    """Why whoever is at work may not do this now, as the key of its words; empty where they may."""
    return store.ask(_why_not, store, record_id, act, author)


def submit(store: Store, ids: Sequence[RecordId], *, author: str = "") -> None:
    """Send records into review.

    Raises:
        Refused: One of them is approved, in review or free of review, or is not theirs to send.
    """
    with store.ledger() as db:
        for record_id in ids:
            _allow(db, store, record_id, Act.SUBMIT, author)
            document, now = _document(db, record_id), _standing(db, record_id)
            first = Round(
                id=0,
                record_id=record_id,
                revision=revision_of(document),
                reviews=now.needed,
                has_proofs=people.chain(db).has_proofs,
                signs=(_sign(db, store, Act.SUBMIT, 0, author),),
                fields=now.changed,
            )
            reviews.begin(db, first)
            diary.note(store, db, "submitted", author=author, subject=_name(document))


def withdraw(store: Store, record_id: RecordId, *, author: str = "") -> None:
    """Take a record back out of review."""
    _further(store, [record_id], Act.WITHDRAW, author, "withdrawn")


def proofread(store: Store, ids: Sequence[RecordId], *, author: str = "") -> None:
    """Tick the proofreading of the review that is next."""
    _further(store, ids, Act.PROOFREAD, author, "proofread")


def pass_review(store: Store, ids: Sequence[RecordId], *, author: str = "") -> None:
    """Pass the review that is next; with the last one the words are the approved ones.

    Raises:
        Refused: They are one's own words, one has read them already, or their proof is missing.
    """
    _further(store, ids, Act.PASS, author, "passed")


def reject(store: Store, record_id: RecordId, reason: str, *, author: str = "") -> None:
    """Send a record back to its editor; the reason becomes a comment on it.

    Raises:
        Refused: There is no reason, or no review to end.
    """
    reason = reason.strip()
    if not reason:
        problem = Refused("A record is sent back with a reason.", "Say what to mend.")
        problem.code = "review-no-reason"
        raise problem
    with store.edit("Comment", author=author) as edit:
        db = edit.db
        _allow(db, store, record_id, Act.REJECT, author)
        document, now = _document(db, record_id), _standing(db, record_id)
        assert now.round is not None  # who may be rejected is in a round
        sign = _sign(db, store, Act.REJECT, now.turn, author, reason)
        reviews.go_on(db, replace(now.round, signs=(*now.round.signs, sign)))
        diary.note(store, db, "rejected", author=author, subject=_name(document), reason=reason)
        edit.put_comment(
            Comment(
                id=store.new_id(), record_id=record_id, kind=Kind(document["kind"]), field="",
                author=sign.name, at=sign.at, words=reason,
            )
        )  # fmt: skip


def set_chain(store: Store, rule: Chain, *, takes_present: bool = False, author: str = "") -> None:
    """Set how many reviews there are.

    Args:
        store: The library.
        rule: The new rule.
        takes_present: What stands in the library and was never approved counts as approved, so
            that a hall that begins to review does not go empty.
        author: Who sets it.

    Raises:
        NotPermitted: Whoever asks is no administrator.
        UsageError: There are no four reviews.
    """
    numbers = (rule.reviews, *(n for _, n in rule.kinds), *(n for _, n in rule.galleries))
    if not all(0 <= number <= MOST_REVIEWS for number in numbers) or rule.idle_minutes < 0:
        raise UsageError(
            f"A chain has 0 to {MOST_REVIEWS} reviews.",
            subject=str(rule.reviews),
            code="chain-length",
        )
    with store.ledger() as db:
        store.require(Role.ADMINISTRATOR)
        people.write_chain(db, rule)
        taken = _take_present(db) if takes_present and rule.is_set else 0
        diary.note(
            store, db, "review-rule", author=author, reviews=str(rule.reviews),
            proofs=str(rule.has_proofs), own=str(rule.may_pass_own), taken=str(taken),
            kinds=", ".join(f"{kind}:{number}" for kind, number in rule.kinds),
            galleries=", ".join(f"{gallery}:{number}" for gallery, number in rule.galleries),
        )  # fmt: skip


def waiting_for(store: Store, *, author: str = "") -> tuple[Waiting, ...]:
    """The records that whoever is at work may review now, longest waiting first."""
    return store.ask(_waiting_for, store, author)


def returned_to(store: Store, *, author: str = "") -> tuple[RecordId, ...]:
    """The records that came back to whoever submitted them, and were not sent again."""
    who = store.login or author
    drafts = store.ask(reviews.unapproved)
    newest = ((one, store.ask(reviews.rounds, one)) for one in drafts)
    return tuple(
        record_id
        for record_id, found in newest
        if found and found[0].last.act is Act.REJECT and found[0].signs[0].who == who
    )


def drafts(store: Store, *, limit: int = 500) -> tuple[RecordId, ...]:
    """The records whose words are neither approved nor in review."""
    found = (one for one in store.ask(reviews.unapproved) if _is_draft(store, one))
    return tuple(record_id for record_id, _ in zip(found, range(limit), strict=False))


def _is_draft(store: Store, record_id: RecordId) -> bool:
    return standing(store, record_id).state in (State.DRAFT, State.RETURNED)


def _waiting_for(db: Connection, store: Store, author: str) -> tuple[Waiting, ...]:
    found = []
    for one in reviews.open_rounds(db):
        reasons = {_why_not(db, store, one.record_id, act, author) for act in _READERS_ACTS}
        if "" in reasons:
            found.append(Waiting(one.record_id, one.passed + 1, one.reviews, one.signs[0]))
    return tuple(found)


_READERS_ACTS = (Act.PASS, Act.PROOFREAD)


def _further(store: Store, ids: Sequence[RecordId], act: Act, author: str, told: str) -> None:
    with store.ledger() as db:
        for record_id in ids:
            _allow(db, store, record_id, act, author)
            document, now = _document(db, record_id), _standing(db, record_id)
            assert now.round is not None  # who is in review is in a round
            sign = _sign(db, store, act, now.turn, author)
            after = replace(now.round, signs=(*now.round.signs, sign))
            reviews.go_on(db, after)
            name = _name(document)
            diary.note(store, db, told, author=author, subject=name, review=str(now.turn))
            if after.passed == after.reviews:
                reviews.approve(db, record_id, Kind(document["kind"]), document)
                diary.note(
                    store, db, "approved", author=author, subject=name, revision=after.revision
                )


def _standing(db: Connection, record_id: RecordId) -> Standing:
    document = _document(db, record_id)
    gallery = guard.gallery_of(db, document)
    needed = people.chain(db).reviews_for(Kind(document["kind"]), gallery)
    approved = reviews.approval(db, record_id)
    found = reviews.rounds(db, record_id)
    newest = found[0] if found else None
    if not needed:
        return Standing(State.FREE, 0, newest)
    changed: tuple[str, ...] = ()
    if approved is not None:
        change = Change(approved.kind, record_id, approved.document, document)
        changed = change.fields
        if not changed:
            return Standing(State.APPROVED, needed, newest, is_out=True)
    state = State.DRAFT
    if newest is not None and newest.last.act is Act.REJECT:
        state = State.RETURNED
    if newest is not None and newest.is_open and newest.revision == revision_of(document):
        state = State.IN_REVIEW
    return Standing(state, needed, newest, changed, is_out=approved is not None)


def _why_not(db: Connection, store: Store, record_id: RecordId, act: Act, author: str) -> str:
    now, document = _standing(db, record_id), _document(db, record_id)
    if now.state not in _STATES[act]:
        return "state"
    role = Role.EDITOR if act in _EDITORS_ACTS else Role.REVIEWER
    permit = people.permit_of(db, store.login)
    if not permit.may(role, guard.gallery_of(db, document)):
        return str(role)
    one = now.round
    if act in _EDITORS_ACTS or act is Act.REJECT or one is None:
        return ""
    if act is Act.PROOFREAD:
        return "no-proof" if not one.has_proofs else "proofread" if one.is_proofread else ""
    if not people.chain(db).may_pass_own:
        approved = reviews.approval(db, record_id)
        who = store.login or author
        if who in reviews.authors_since(db, record_id, approved.step if approved else 0):
            return "own"
        if who in one.readers:
            return "twice"
    return "" if one.is_proofread else "proof-first"


def _allow(db: Connection, store: Store, record_id: RecordId, act: Act, author: str) -> None:
    reason = _why_not(db, store, record_id, act, author)
    if not reason:
        return
    name = _name(_document(db, record_id))
    if reason in tuple(Role):
        raise guard.missing(people.permit_of(db, store.login), Role(reason), name)
    problem = Refused(f"{name}: {_REASONS[reason]}", _REMEDIES.get(reason, ""), subject=name)
    problem.code = f"review-{reason}"
    raise problem


_REASONS = {
    "state": "this is not the moment for that.",
    "own": "nobody reviews their own words.",
    "twice": "one person reads a record once.",
    "proof-first": "its proofreading is not ticked yet.",
    "no-proof": "this chain has no proofreading.",
    "proofread": "its proofreading is ticked already.",
}
_REMEDIES = {
    "own": "Let somebody else read them.",
    "twice": "Let somebody else read it.",
    "proof-first": "Proofread it first.",
}


def _take_present(db: Connection) -> int:
    """Let everything that was never approved be approved as it stands."""
    taken = 0
    for record_id in reviews.unapproved(db):
        document = _document(db, record_id)
        if reviews.approval(db, record_id) is None:
            reviews.approve(db, record_id, Kind(document["kind"]), document)
            taken += 1
    return taken


def _sign(db: Connection, store: Store, act: Act, stage: int, author: str, words: str = "") -> Sign:
    permit = people.permit_of(db, store.login)
    who = permit.login or author
    return Sign(act, stage, who, permit.name or author, store.now(), words)


def _document(db: Connection, record_id: RecordId) -> Document:
    document = rows.read(db, record_id)
    if document is None:
        raise NotFound(f"There is no record {record_id}.", subject=record_id, code="record-gone")
    return document


def _name(document: Document) -> str:
    return f"{document['kind']}:{document['slug']}"
