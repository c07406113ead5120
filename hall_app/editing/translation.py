"""Drafts by OpenCC between 简 and 繁, and what a translation was made from."""

from __future__ import annotations

from functools import cache
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.text import ZH_HANS, ZH_HANT, Text
from hall_app.editing import fields
from hall_app.editing.origins import text_at
from hall_app.errors import InvalidRecord
from hall_app.store.store import Store

_CONVERSIONS = {(ZH_HANS, ZH_HANT): "s2t", (ZH_HANT, ZH_HANS): "t2s"}


def draft(
    store: Store, record_id: RecordId, path: str, language: str, *, source: str, author: str
) -> Changes:
    """Draft one text in 简 or 繁 from the other; it stays marked until a person has read it.

    Raises:
        InvalidRecord: There is no source wording, or no conversion between the two.
    """
    text = text_at(store.get(record_id), path)
    drafted = draft_text(text, language, source)
    return fields.set_field(
        store, record_id, path, drafted, author=author, label=f"Draft {path} in {language}"
    )


def draft_text(text: Text, language: str, source: str) -> Text:
    """The text with a drafted wording in `language`."""
    name = _CONVERSIONS.get((source, language))
    if name is None or not text[source]:
        raise InvalidRecord(
            f"There is nothing to draft {language} from.",
            f"Write the {source} text first.",
            code="nothing-to-draft",
        )
    return text.translated(
        language, _converter(name).convert(text[source]), source=source, is_drafted=True
    )


@cache
def _converter(name: str) -> Any:
    from opencc import OpenCC  # noqa: PLC0415 (30 ms that a program without drafts need not pay)

    return OpenCC(name)
