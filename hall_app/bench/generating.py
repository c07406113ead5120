"""A library as large as it takes, in words of the hall's own content, the same for a seed.

Of every hundred records sixty are events, twenty media and the rest enterprises, products,
honours, people and crafts, in the five galleries of the content.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from hall_app import bootstrap
from hall_app.domain.ids import EnterpriseId, GalleryId, MediaId, RecordId, uuid7
from hall_app.domain.kinds import Kind
from hall_app.domain.records import (
    Craft,
    Enterprise,
    Event,
    Honour,
    Media,
    Medium,
    Person,
    Product,
    Record,
    Town,
)
from hall_app.domain.text import ZH_HANS, Text
from hall_app.editing import dates
from hall_app.store.codec import from_document, to_document
from hall_app.store.store import Store

_SHARES = {
    Kind.MEDIA: 20, Kind.EVENT: 60, Kind.ENTERPRISE: 8, Kind.PRODUCT: 5, Kind.HONOUR: 4,
    Kind.PERSON: 2, Kind.CRAFT: 1,
}  # fmt: skip
_STEP = 5_000
_CARRIED = (Kind.HALL, Kind.GALLERY, Kind.SECTION, Kind.SOURCE)


def generate(path: Path, content: Store, *, records: int, seed: int) -> None:
    """Make the library at `path`; killed on the way, it leaves none there."""
    aside = path.with_name("library.new.db")
    shutil.rmtree(path.parent, ignore_errors=True)
    with bootstrap.open_store(aside) as store:
        carried = [record for kind in _CARRIED for record in content.all(kind)]
        made = list(_Dice(content, seed).records(records))
        everything = [_bare(record) for record in carried] + made
        for start in range(0, len(everything), _STEP):
            with store.edit("Generate") as edit:
                for record in everything[start : start + _STEP]:
                    edit.put(record)
        store.backup(path)
    for leftover in path.parent.glob("library.new*"):
        leftover.unlink()


def clauses(content: Store) -> list[str]:
    """Stretches of words between commas, from the texts of every event."""
    texts = (event.text[ZH_HANS] for event in content.all(Kind.EVENT) if isinstance(event, Event))
    return [part for text in texts for part in text.replace("。", "，").split("，") if part]


def _bare(record: Record) -> Record:
    """A record of the content without its pictures, which are not carried."""
    document = {name: held for name, held in to_document(record).items() if name != "media"}
    return from_document(document)


@dataclass(slots=True)
class _Pool:
    galleries: list[GalleryId]
    media: list[MediaId]
    enterprises: list[EnterpriseId]


class _Dice:
    """Rolls records; the same seed rolls the same ones, but for the moment in their ids."""

    def __init__(self, content: Store, seed: int) -> None:
        self._dice = random.Random(seed)
        self._moment = bootstrap.now()
        self._clauses = clauses(content)
        galleries = [GalleryId(record.id) for record in content.all(Kind.GALLERY)]
        self._pool = _Pool(galleries, [], [])

    def records(self, count: int) -> Iterator[Record]:
        for kind, share in _SHARES.items():
            for number in range(count * share // 100):
                yield self._record(kind, number)

    def _record(self, kind: Kind, number: int) -> Record:
        dice, pool = self._dice, self._pool
        new = RecordId(uuid7(self._moment, dice.getrandbits))
        slug, title = f"{kind}-{number}", self._title()
        gallery = dice.choice(pool.galleries) if pool.galleries else None
        date = dates.parse(str(dice.randrange(1400, 2026)))
        shared: dict[str, Any] = {"id": new, "slug": slug, "title": title}
        match kind:
            case Kind.MEDIA:
                pool.media.append(MediaId(new))
                return Media(
                    **shared, sha256=sha256(slug.encode()).hexdigest(), medium=Medium.PICTURE,
                    file_name=f"{slug}.jpg", width=1600, height=1200, size_bytes=200_000,
                    caption=title, alt=title,
                )  # fmt: skip
            case Kind.EVENT:
                return Event(
                    **shared, gallery=gallery, text=self._text(4, 14), date=date,
                    importance=dice.randrange(1, 4), media=self._pictures(),
                )  # fmt: skip
            case Kind.ENTERPRISE:
                pool.enterprises.append(EnterpriseId(new))
                return Enterprise(
                    **shared, gallery=gallery, text=self._text(2, 8), founded=date,
                    town=dice.choice(list(Town)), media=self._pictures(),
                )  # fmt: skip
            case Kind.PRODUCT:
                firm = dice.choice(pool.enterprises)
                return Product(**shared, enterprise=firm, text=self._text(1, 4), order=number)
            case Kind.HONOUR:
                firm = dice.choice(pool.enterprises)
                return Honour(**shared, enterprise=firm, date=date, text=self._text(1, 2))
            case Kind.PERSON:
                return Person(**shared, gallery=gallery, text=self._text(2, 6), born=date)
            case _:
                return Craft(**shared, gallery=gallery, text=self._text(2, 6))

    def _title(self) -> Text:
        return Text.of(self._dice.choice(self._clauses)[:16])

    def _text(self, least: int, most: int) -> Text:
        dice = self._dice
        words = "，".join(dice.choice(self._clauses) for _ in range(dice.randrange(least, most)))
        return Text.of(words + "。")

    def _pictures(self) -> tuple[MediaId, ...]:
        media = self._pool.media
        return (self._dice.choice(media),) if media and self._dice.random() < 0.5 else ()
