"""A curator who does anything at all, the same for the same seed."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from hall_app.domain.dates import Day
from hall_app.domain.fields import REQUIRED, Field, Shape, fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Record
from hall_app.domain.text import LANGUAGES, Text
from hall_app.editing import content, fields, media, records, translation
from hall_app.editing.content import Intake
from hall_app.errors import HallError
from hall_app.store.codec import to_plain
from hall_app.store.store import Store

WORDS = ("丝", "南海", "继昌隆缫丝厂", "Silk 1872", "佛山", "“牌”", "")
DATES = ("1872", "1872年3月", "清同治十一年", "20世纪80年代末", "1979/..", "约1900年")
KINDS = tuple(kind for kind in Kind if kind not in (Kind.HALL, Kind.RELEASE, Kind.MEDIA))


class Curator:
    """One hand on the library; `act` makes one attempt, which the library may refuse."""

    def __init__(self, seed: int, folder: Path, intake: Intake) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.intake = intake
        self.tried: dict[str, int] = {}
        self.refused = 0

    def act(self, store: Store) -> None:
        doings = {
            self.create: 20, self.set_field: 45, self.duplicate: 5, self.remove: 8, self.restore: 8,
            self.restore_revision: 3, self.move: 4, self.draft: 5, self.load_content: 2, self.import_media: 2,
        }  # fmt: skip
        (doing,) = self.chance.choices(list(doings), list(doings.values()))
        self.tried[doing.__name__] = self.tried.get(doing.__name__, 0) + 1
        try:
            doing(store)
        except HallError:
            self.refused += 1

    def create(self, store: Store) -> None:
        kind = self.chance.choice(KINDS)
        title = {"title.zh-Hans": self.chance.choice(WORDS)}
        records.create(store, kind, f"{kind}-{self.chance.randrange(10**6)}", title)

    def set_field(self, store: Store) -> None:
        record = self.one(store)
        field = self.chance.choice(
            [f for f in fields_of(type(record)) if f.name not in ("id", "slug")]
        )
        fields.set_field(store, record.id, field.name, self.value(store, field))

    def duplicate(self, store: Store) -> None:
        records.duplicate(store, self.one(store).id)

    def remove(self, store: Store) -> None:
        records.remove(store, self.one(store).id)

    def restore(self, store: Store) -> None:
        records.restore(
            store, self.chance.choice([change.record_id for _, change in store.bin()] or [""])
        )

    def restore_revision(self, store: Store) -> None:
        record = self.one(store)
        records.restore_revision(store, record.id, self.chance.choice(store.history(record.id)).id)

    def move(self, store: Store) -> None:
        ordered = [record.id for record in store.all(Kind.EXHIBIT)]
        self.chance.shuffle(ordered)
        records.move(store, ordered)

    def draft(self, store: Store) -> None:
        source, language = self.chance.sample(["zh-Hans", "zh-Hant"], 2)
        translation.draft(store, self.one(store).id, "title", language, source=source, author="")

    def load_content(self, store: Store) -> None:
        folder = self.folder / f"content-{self.chance.randrange(10**6)}"
        (folder / "event").mkdir(parents=True)
        for place in range(3):
            body = {
                "title": {"zh-Hans": self.chance.choice(WORDS)},
                "date": self.chance.choice(DATES),
            }
            (folder / "event" / f"loaded-{place}.yaml").write_text(yaml.safe_dump(body), "utf-8")
        content.load(store, folder, self.intake)

    def import_media(self, store: Store) -> None:
        file = self.folder / f"picture-{self.chance.randrange(10**6)}.png"
        Image.new("RGB", (8, 8), tuple(self.chance.randbytes(3))).save(file)
        media.import_files(store, self.intake.vault, self.intake.workshop, [file])

    def one(self, store: Store) -> Record:
        return self.chance.choice([record for kind in Kind for record in store.all(kind)])

    def value(self, store: Store, field: Field) -> Any:
        """Something to write into a field; a list of it where the field holds many."""
        if field.is_many:
            found = [self.single(store, field) for _ in range(self.chance.randrange(4))]
            return [one for one in found if one is not None]
        if field.is_optional and self.chance.random() < 0.2:
            return None
        return self.single(store, field)

    def single(self, store: Store, field: Field) -> Any:
        match field.shape:
            case Shape.TEXT:
                return to_plain(
                    Text.of({tongue: self.chance.choice(WORDS) for tongue in LANGUAGES})
                )
            case Shape.WORDS:
                return self.chance.choice(WORDS)
            case Shape.WHOLE:
                return self.chance.randrange(10)
            case Shape.NUMBER:
                return self.chance.choice((0, 0.5, 32, -1.25))
            case Shape.FLAG:
                return self.chance.random() < 0.5
            case Shape.DAY:
                return str(Day(self.chance.randrange(-300, 2100), self.chance.randrange(1, 13)))
            case Shape.DATE:
                return self.chance.choice(DATES)
            case Shape.CHOICE:
                return self.chance.choice(list(field.type)).value
            case Shape.REFERENCE:
                kinds = [field.target] if field.target else list(Kind)
                there = [record.id for kind in kinds for record in store.all(kind)]
                return self.chance.choice(there) if there else None
            case Shape.PAIR:
                return ["Make", self.chance.choice(WORDS)]
            case Shape.VALUE:
                inner = {part.name: self.value(store, part) for part in fields_of(field.type)}
                lacks = [
                    p.name
                    for p in fields_of(field.type)
                    if p.default is REQUIRED and inner[p.name] is None
                ]
                plain = {name: self.plain(held) for name, held in inner.items() if held is not None}
                return None if lacks else plain

    @staticmethod
    def plain(held: Any) -> Any:
        return to_plain(tuple(held)) if isinstance(held, list) else held
