"""What the review panels ask of the worker: jobs that end in one change the whole desk hears of."""

from __future__ import annotations

from hall_app.bootstrap import Hall
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.review import Act
from hall_app.editing import comments, review

_LABEL = "Review"


def take(act: Act, ids: tuple[RecordId, ...], reason: str, hall: Hall) -> Changes:
    """Do one act of a review on some records."""
    store, author = hall.store, hall.author
    match act:
        case Act.SUBMIT:
            review.submit(store, ids, author=author)
        case Act.PROOFREAD:
            review.proofread(store, ids, author=author)
        case Act.PASS:
            review.pass_review(store, ids, author=author)
        case Act.WITHDRAW:
            review.withdraw(store, ids[0], author=author)
        case Act.REJECT:
            review.reject(store, ids[0], reason, author=author)
    return Changes(_LABEL, frozenset((store.get(one).kind, one) for one in ids))


def say(record_id: RecordId, field: str, words: str, answers: str, hall: Hall) -> Changes:
    """Leave a comment, or an answer to one."""
    return comments.comment(
        hall.store, record_id, field, words, answers=answers, author=hall.author
    )


def settle(comment_id: str, is_settled: bool, hall: Hall) -> Changes:  # noqa: FBT001 (a partial's argument)
    """Call a thread settled, or open it again."""
    turn = comments.resolve if is_settled else comments.reopen
    return turn(hall.store, comment_id, author=hall.author)
