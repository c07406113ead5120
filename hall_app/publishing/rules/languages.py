"""Rules of languages: each text in each language, read by a person, true to its source."""

from __future__ import annotations

from collections.abc import Iterator

from hall_app.domain.fields import texts_in
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES, ZH_HANS
from hall_app.publishing.rules.view import Found, View


def languages(record: Record, _view: View) -> Iterator[Found]:
    """What is missing, drafted, or made from an older text."""
    for path, text in texts_in(record):
        for language in LANGUAGES:
            wording, where = text.wording(language), f"{path}.{language}"
            if text and wording is None and path != "date.words":
                yield Found("language-missing", record, where, (("language", language),))
            elif wording is not None and wording.is_drafted:
                yield Found("language-drafted", record, where, (("language", language),))
            elif text.is_stale(language, ZH_HANS):
                yield Found("language-stale", record, where, (("language", language),))
