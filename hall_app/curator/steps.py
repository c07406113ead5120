"""The names of steps as the desk says them; the journal keeps them in one form for all tongues."""

from __future__ import annotations

import re

from hall_app.curator.desk import Desk
from hall_app.curator.labels import path_label
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES, Text
from hall_app.store.journal import Step

_VERBS = {
    "Add": "step-add", "Remove": "step-remove", "Duplicate": "step-duplicate",
    "Restore": "step-restore", "Edit": "step-edit-record", "Move": "step-move",
    "Copy": "step-copy", "Link": "step-link",
}  # fmt: skip
_PLAIN = {
    "Reorder": "step-reorder", "Import media": "step-import", "Comment": "step-comment",
    "Resolve comment": "step-resolve", "Reopen comment": "step-reopen", "Accept advice": "step-accept",
    "Tag media": "step-tag",
}  # fmt: skip
_WHOLE = re.compile(rf"({'|'.join(_VERBS)}) ({'|'.join(Kind)}) ([a-z0-9-]+)")
_MANY = re.compile(r"(Move|Copy|Link|Remove) (\d+) records")
_TONGUE_MANY = re.compile(r"(Draft|Read) (\S+) of (\d+) records")
_DRAFT = re.compile(r"Draft (\S+)(?: in (\S+))?")
_READ = re.compile(r"Read (\S+)")
_FIELDS = re.compile(r"Edit (.+)")
_TABLE = re.compile(r"Import table ?(.*)")
_WORDS = re.compile(r"Replace words in (\d+) places")
_PASTED = re.compile(r"Paste (\d+) events")
_BATCH = re.compile(r"Edit \S+ of (\d+) records")
_REPLACE = re.compile(r"Replace (\S+)")
_MEASURE = re.compile(r"Measure (\S+)")
_REMOVE_MANY = re.compile(r"Remove (\d+) media")
_FILE_BACK = re.compile(r"Restore the file of (\S+)")
_SET = re.compile(r"Search (.+)")


def step_name(desk: Desk, step: Step) -> str:
    """What the undo menu and the history call a step."""
    label = step.label
    if label.startswith("Load content"):
        return desk.say("step-load")
    if label in _PLAIN:
        return desk.say(_PLAIN[label])
    if match := _WHOLE.fullmatch(label):
        verb, kind, slug = match.groups()
        name = _title(desk, step, slug)
        return desk.say(_VERBS[verb], kind=desk.say(f"kind-{kind}"), name=name)
    if match := _MANY.fullmatch(label):
        return desk.say(f"step-many-{match[1].lower()}", count=match[2])
    if match := _TONGUE_MANY.fullmatch(label):
        key, tongue = f"step-many-{match[1].lower()}", _language(desk, match[2])
        return desk.say(key, tongue=tongue, count=match[3])
    if match := _DRAFT.fullmatch(label):
        return desk.say("step-draft", what=_language(desk, match[2] or match[1]))
    if match := _READ.fullmatch(label):
        return desk.say("step-read", tongue=_language(desk, match[1]))
    if match := _TABLE.fullmatch(label):
        return desk.say("step-import-table", name=match[1])
    if match := _WORDS.fullmatch(label):
        return desk.say("step-replace-words", count=match[1])
    if match := _PASTED.fullmatch(label):
        return desk.say("step-paste-events", count=match[1])
    if match := _BATCH.fullmatch(label):
        return desk.say("step-edit-many", count=match[1])
    if match := _MEASURE.fullmatch(label):
        return desk.say("step-measure", name=_title(desk, step, match[1]))
    if match := _REPLACE.fullmatch(label):
        return desk.say("step-replace", name=_title(desk, step, match[1]))
    if match := _FILE_BACK.fullmatch(label):
        return desk.say("step-file-back", name=_title(desk, step, match[1]))
    if match := _REMOVE_MANY.fullmatch(label):
        return desk.say("step-remove-media", count=match[1])
    if match := _SET.fullmatch(label):
        return desk.say("step-set", name=match[1])
    if (match := _FIELDS.fullmatch(label)) and step.changes:
        kind = step.changes[0].kind
        paths = [path_label(desk, kind, path) for path in match[1].split(", ")]
        return desk.say("step-edit", what="、".join(path for path in paths if path) or label)
    return label


def _title(desk: Desk, step: Step, slug: str) -> str:
    """The title of the record of that name, as the step left or found it."""
    for change in step.changes:
        document = change.after or change.before or {}
        if document.get("slug") == slug:
            title = document.get("title", {})
            words = {one: title[one] for one in LANGUAGES if one in title}
            return Text.of(words).best(desk.language) or slug
    return slug


def _language(desk: Desk, language: str) -> str:
    return desk.say(f"short-{language}") if language in LANGUAGES else language
