"""Comments on the fields of a record: made, answered, resolved; each is one undo step."""

from __future__ import annotations

from dataclasses import replace

from hall_app.domain.changes import Changes
from hall_app.domain.comments import Comment
from hall_app.domain.ids import RecordId
from hall_app.errors import NotFound, Refused
from hall_app.store import comments
from hall_app.store.store import Store

LABEL, RESOLVE, REOPEN = "Comment", "Resolve comment", "Reopen comment"


def comment(
    store: Store,
    record_id: RecordId,
    field: str,
    words: str,
    *,
    answers: str = "",
    author: str = "",
) -> Changes:
    """Remark on a field, or on the whole record where none is named; or answer a remark.

    Raises:
        Refused: There are no words.
        NotFound: There is no such record, or no such remark to answer.
    """
    words = words.strip()
    if not words:
        problem = Refused("A comment has words.", "Write what you mean.")
        problem.code = "comment-empty"
        raise problem
    with store.edit(LABEL, author=author) as edit:
        record = store.get(record_id)
        if answers:
            opening = _opening(store, answers)
            answers, field = opening.id, opening.field
        edit.put_comment(
            Comment(
                id=store.new_id(), record_id=record_id, kind=record.kind, field=field,
                author=store.permit.name or author, at=store.now(), words=words, answers=answers,
            )
        )  # fmt: skip
    return edit.changes


def resolve(store: Store, comment_id: str, *, author: str = "") -> Changes:
    """Call a thread settled."""
    who = store.permit.name or author or "?"
    return _settle(store, comment_id, RESOLVE, who, author)


def reopen(store: Store, comment_id: str, *, author: str = "") -> Changes:
    """Open a settled thread again."""
    return _settle(store, comment_id, REOPEN, "", author)


def _settle(store: Store, comment_id: str, label: str, who: str, author: str) -> Changes:
    with store.edit(label, author=author) as edit:
        edit.put_comment(replace(_opening(store, comment_id), resolved_by=who))
    return edit.changes


def _opening(store: Store, comment_id: str) -> Comment:
    """The remark that opened the thread."""
    found = store.ask(comments.get, comment_id)
    if found is None:
        raise NotFound("The comment is gone.", subject=comment_id, code="comment-gone")
    return _opening(store, found.answers) if found.answers else found
