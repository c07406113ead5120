"""What a step changed, field by field, as a person compares it: before above, after below."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from html import escape
from typing import Any

from hall_app.curator.desk import Desk
from hall_app.curator.labels import field_label, kind_label
from hall_app.curator.theme import Tokens
from hall_app.domain.ids import RecordId, is_id
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.domain.text import LANGUAGES
from hall_app.publishing.reading import file_names
from hall_app.store.codec import Document, from_document, to_document
from hall_app.store.journal import Change, Step

_HIDDEN = ("is_drafted", "made_from")
_MOST_RECORDS = 12
_PICTURE_PX = 160


def difference(desk: Desk, step: Step, only: RecordId) -> str:
    """HTML of what a step changed in one record, or in all it touched."""
    changes = [change for change in step.changes if not only or change.record_id == only]
    parts = [_change(desk, change) for change in changes[:_MOST_RECORDS]]
    if not only and step.count > len(parts):
        more = desk.say("history-more", count=step.count - len(parts))
        parts.append(f'<p style="color:{desk.tokens.quiet}">{escape(more)}</p>')
    return f'<div style="font-size:13px;color:{desk.tokens.text}">{"".join(parts)}</div>'


def _change(desk: Desk, change: Change) -> str:
    tokens = desk.tokens
    document = change.after or change.before or {}
    title = (document.get("title") or {}).get(desk.language) or document.get("slug", "")
    state = "change-edited"
    if change.before is None or change.after is None:
        state = "change-new" if change.before is None else "change-removed"
    head = f"{kind_label(desk, change.kind)}　{title}　{desk.say(state)}"
    lines = [f'<p style="margin:6px 0 4px 0;color:{tokens.quiet}">{escape(head)}</p>']
    if change.before is not None and change.after is not None:
        if change.kind is Kind.MEDIA and "sha256" in change.fields:
            old, new = (_picture(desk, one) for one in (change.before, change.after))
            lines.append(f"<p>{old} <span>→</span> {new}</p>")
        for name in change.fields:
            before, after = change.before.get(name), change.after.get(name)
            label = field_label(desk, name, str(change.kind))
            lines += [
                _line(desk, f"{label}{where}", old, new)
                for where, old, new in _parts(desk, before, after)
            ]
            lines.append(_pictures(desk, before, after))
    return "".join(lines)


def _pictures(desk: Desk, before: Any, after: Any) -> str:
    """The pictures that went, crossed by an arrow, and those that came."""
    old, new = _media_in(desk, before), _media_in(desk, after)
    if old == new:
        return ""
    gone = "".join(_picture(desk, to_document(one)) for one in old if one not in new)
    came = "".join(_picture(desk, to_document(one)) for one in new if one not in old)
    return f"<p>{gone} → {came}</p>" if gone or came else ""


def _media_in(desk: Desk, value: Any) -> list[Media]:
    ids = value if isinstance(value, list) else [value]
    found = [desk.record(RecordId(one)) for one in ids if isinstance(one, str) and is_id(one)]
    return [one for one in found if isinstance(one, Media)]


def _picture(desk: Desk, document: Document) -> str:
    """A small picture of a medium, empty where there is none to show."""
    medium = from_document(document)
    names = file_names(medium, _PICTURE_PX) if isinstance(medium, Media) else []
    path = next((desk.vault.path(name) for name in names if desk.vault.has(name)), None)
    return f'<img src="{path.as_uri()}" width="{_PICTURE_PX}"/>' if path else ""


def _parts(desk: Desk, before: Any, after: Any) -> Iterator[tuple[str, str, str]]:
    """A text language by language, anything else as a whole."""
    if _is_text(before) and _is_text(after):
        for language in LANGUAGES:
            old, new = (before or {}).get(language, ""), (after or {}).get(language, "")
            if old != new:
                yield f" {desk.say(f'letter-{language}')}", old, new
        return
    yield "", _words(desk, before), _words(desk, after)


def _is_text(value: Any) -> bool:
    return value is None or (isinstance(value, dict) and bool(set(LANGUAGES) & set(value)))


def _words(desk: Desk, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "✓" if value else "—"
        case str() if is_id(value):
            record = desk.record(RecordId(value))
            return desk.title_of(record) if record else value
        case list():
            return "、".join(_words(desk, one) for one in value)
        case dict() if "edtf" in value:
            return str(value["edtf"])
        case dict():
            named = {name: held for name, held in value.items() if name not in _HIDDEN}
            text = next((named[one] for one in LANGUAGES if named.get(one)), None)
            return text if text is not None else " ".join(_words(desk, v) for v in named.values())
        case _:
            return str(value)


def _line(desk: Desk, label: str, old: str, new: str) -> str:
    tokens = desk.tokens
    taken, given = marked(tokens, old, new)
    nothing = escape(desk.say("history-empty-value"))
    return (
        f'<table cellspacing="0" cellpadding="2"><tr>'
        f'<td width="110" valign="top" style="color:{tokens.quiet}">{escape(label)}</td>'
        f'<td><span style="color:{tokens.quiet}">{taken or nothing}</span><br/>'
        f"{given or nothing}</td></tr></table>"
    )


def marked(tokens: Tokens, old: str, new: str) -> tuple[str, str]:
    """Both wordings, with what went and what came marked."""
    taken: list[str] = []
    given: list[str] = []
    for step, a, b, c, d in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        went, came = escape(old[a:b]), escape(new[c:d])
        if step == "equal":
            taken.append(went)
            given.append(came)
            continue
        if went:
            taken.append(f'<s style="color:{tokens.error}">{went}</s>')
        if came:
            given.append(f'<span style="background:{tokens.selection}">{came}</span>')
    return "".join(taken), "".join(given)
