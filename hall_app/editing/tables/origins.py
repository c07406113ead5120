"""What a workbook knows of its wordings besides their words: which are drafts, and made from what.

They lie in a sheet nobody sees, with the digest of the words they are about: words that a person
has changed in the workbook are that person's, and no draft any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, Text, Wording, digest
from hall_app.editing.fields import from_plain_text
from hall_app.editing.tables.columns import Leaf
from hall_app.media.sheets import Cell, Tables
from hall_app.store.codec import Document, to_plain

SHEET = "hall-origins"
HEAD = ("id", "path", "words", "is_drafted", "made_from")


@dataclass(frozen=True, slots=True)
class Origin:
    """Of one wording: the digest of its words, whether it is a draft, and what it was made from."""

    words: str
    is_drafted: bool
    made_from: str


def rows_of(record: Record, leaves: Iterable[Leaf]) -> Iterator[tuple[str, str, str, str, str]]:
    """The lines for a record: only those that its words alone would not give again."""
    for leaf in leaves:
        wording, text = _wording(record, leaf)
        if wording is None or text is None:
            continue
        source = text[ZH_HANS] if leaf.language != ZH_HANS else ""
        if wording.is_drafted or wording.made_from != (digest(source) if source else ""):
            drafted = "1" if wording.is_drafted else "0"
            yield record.id, leaf.path, digest(wording.text), drafted, wording.made_from


def read(tables: Tables) -> Mapping[tuple[RecordId, str], Origin]:
    """The lines of a workbook of ours, by record and path."""
    sheet = next((one for one in tables.hidden if one.name == SHEET), None)
    if sheet is None:
        return {}
    rows = (tuple(map(_word, row)) for row in sheet.rows[1:] if len(row) == len(HEAD))
    return {
        (RecordId(record_id), path): Origin(words, drafted == "1", made_from)
        for record_id, path, words, drafted, made_from in rows
    }


def restored(text: Document, leaf: Leaf, origin: Origin) -> Document:
    """The text with what is known of a wording, if its words are still those it is known of."""
    held = from_plain_text(text)
    words = held[leaf.language]
    if not words or digest(words) != origin.words:
        return text
    wording = Wording(words, origin.is_drafted, origin.made_from)
    plain: Document = to_plain(held.with_wording(leaf.language, wording))
    return plain


def _wording(record: Record, leaf: Leaf) -> tuple[Wording | None, Text | None]:
    if not leaf.language:
        return None, None
    steps = leaf.path.rsplit(".", maxsplit=1)[0].split(".")
    held: object = record
    for step in steps:
        if isinstance(held, tuple):
            held = held[int(step)] if int(step) < len(held) else None
        elif held is not None:
            held = getattr(held, step)
    return (held.wording(leaf.language), held) if isinstance(held, Text) else (None, None)


def _word(cell: Cell) -> str:
    return "" if cell is None else str(cell)
