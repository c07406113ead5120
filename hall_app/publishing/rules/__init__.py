"""The rules of preflight: pure functions of a record and the hall around it, by subject."""

from __future__ import annotations

from collections.abc import Iterator

from hall_app.domain.records.record import Record
from hall_app.publishing.rules import facts, languages, links, maps, media, rights, texts, wording
from hall_app.publishing.rules.catalogue import BLOCKING as BLOCKING
from hall_app.publishing.rules.catalogue import VERBS as VERBS
from hall_app.publishing.rules.view import Found as Found
from hall_app.publishing.rules.view import View as View

_RULES = (
    texts.titles, media.files, links.links, links.words, links.addresses, rights.ends, rights.proofs,
    languages.languages, facts.sources, facts.spans, facts.order, media.other_forms, media.sizes,
    media.flashes, texts.lengths, texts.glyphs, texts.emptiness, wording.claims, wording.watched,
    wording.names, maps.approvals,
)  # fmt: skip


def look(record: Record, view: View) -> Iterator[Found]:
    """Everything that any rule finds in a record, as it would be published."""
    if view.is_held(record.id):
        for rule in _RULES:
            yield from rule(record, view)
    else:
        yield from rights.not_for_hall(record, view)
