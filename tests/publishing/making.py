"""Small halls, homes and keys for the tests of publishing."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hall_app.domain.dates import Day, HallDate, Precision
from hall_app.domain.ids import uuid7
from hall_app.domain.records.enterprise import Authorisation, Enterprise
from hall_app.domain.records.history import Event
from hall_app.domain.records.media import Media, Medium, Rendition
from hall_app.domain.records.people import Craft
from hall_app.domain.records.record import Citation
from hall_app.domain.records.source import Source
from hall_app.domain.records.structure import Exhibit, Gallery, Hall, Section
from hall_app.domain.text import Text, Wording
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.publishing.publication import publish
from hall_app.publishing.released import ReleaseFolder, SignedRelease, open_release
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.founding import found_or_open
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.trust.keys import Keyring
from hall_app.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PASSPHRASE = "four silk ends to one thread"
LITTLE = 4


class Ids:
    """Ids in a fixed order, a second apart."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._moment = NOW

    def __call__(self) -> str:
        self._moment += timedelta(seconds=1)
        return uuid7(self._moment, self._chance.getrandbits)


def text(words: str) -> Text:
    return Text.of({"zh-Hans": words, "zh-Hant": words, "en": f"({words})"})


def year(number: int) -> HallDate:
    return HallDate(f"{number:04}", Day(number), Day(number, 12, 31), Precision.YEAR)


@dataclass
class Home:
    """One home with its library, vault and trust, open."""

    paths: Paths
    store: Store
    vault: Vault
    releases: ReleasesFolder
    trust: TrustFolder
    ids: Ids

    @staticmethod
    def at(folder: Path, *, seed: int = 1) -> Home:
        paths, ids = Paths(folder), Ids(seed)
        return Home(
            paths=paths,
            store=Store.open(paths.library, now=lambda: NOW, new_id=ids),
            vault=Vault(paths.vault),
            releases=ReleasesFolder(paths.releases),
            trust=TrustFolder(paths.trust),
            ids=ids,
        )

    def keyring(self) -> Keyring:
        return found_or_open(self.trust, self.paths.keys, PASSPHRASE, now=NOW, cost=LITTLE)

    def publish(self, *, now: datetime = NOW, keyring: Keyring | None = None) -> SignedRelease:
        return publish(
            self.store,
            self.vault,
            self.releases,
            self.trust,
            keyring or self.keyring(),
            now=now,
        )

    def release(self, number: int) -> ReleaseFolder:
        return ReleaseFolder(self.releases.path(number))

    def open_release(self, where: int | Path) -> SignedRelease:
        folder = self.releases.path(where) if isinstance(where, int) else where
        return open_release(ReleaseFolder(folder), self.trust.load(), at=None)

    def put(self, *records) -> None:
        with self.store.edit("put") as edit:
            for record in records:
                edit.put(record)

    def picture(self, slug: str, data: bytes, *, small: bytes = b"") -> Media:
        renditions = ()
        if small:
            renditions = (
                Rendition(name="320", sha256=self.vault.put(small), width=320, height=180),
            )
        return Media(
            id=self.ids(),
            slug=slug,
            title=text(slug),
            alt=text(f"{slug} alt"),
            medium=Medium.PICTURE,
            mime="image/jpeg",
            file_name=f"{slug}.jpg",
            sha256=self.vault.put(data),
            size_bytes=len(data),
            width=1600,
            height=900,
            renditions=renditions,
        )


def furnish(home: Home, *, events: int = 3) -> dict[str, object]:
    """A small hall: a gallery with a section and an exhibit, events, an enterprise, private words."""
    ids = home.ids
    source = Source(id=ids(), slug="gazette", title=text("南海县志"), remark="书架三层")
    cited = (Citation(source=source.id, locator="p. 7"),)
    picture = home.picture("reel", b"the reel, large" * 50, small=b"the reel, small")
    hall = Hall(id=ids(), slug="brand-nanhai-hall", title=text("品牌南海馆"))
    gallery = Gallery(id=ids(), slug="century", title=text("百年征程"), hall=hall.id, order=2)
    hidden = Gallery(id=ids(), slug="draft", title=text("未开放"), hall=hall.id, is_public=False)
    section = Section(id=ids(), slug="silk", title=text("丝"), gallery=gallery.id, order=1)
    told = [
        Event(
            id=ids(),
            slug=f"event-{number}",
            title=text(f"第{number}件事"),
            text=text(f"那一年，第{number}件事发生了。"),
            gallery=gallery.id,
            date=year(1872 + number),
            citations=cited,
            media=(picture.id,),
            remark="年份待核实",
        )
        for number in range(events)
    ]
    secret = Event(id=ids(), slug="secret", title=text("秘密"), gallery=gallery.id, is_public=False)
    orphan = Event(id=ids(), slug="orphan", title=text("附属"), gallery=hidden.id)
    works = Enterprise(
        id=ids(),
        slug="jichanglong",
        title=Text.of({"zh-Hans": "继昌隆", "zh-Hant": Wording("繼昌隆", is_drafted=True)}),
        gallery=gallery.id,
        founded=year(1872),
        citations=cited,
        authorisation=Authorisation(given_by="陈女士 董事长", scope="全部"),
    )
    craft = Craft(
        id=ids(), slug="silk-reeling", title=text("缫丝"), gallery=gallery.id, citations=cited
    )
    exhibit = Exhibit(
        id=ids(),
        slug="first-steam",
        title=text("第一缕蒸汽"),
        section=section.id,
        items=(told[0].id, secret.id, works.id),
        media=(picture.id,),
    )
    records = [
        source,
        picture,
        hall,
        gallery,
        hidden,
        section,
        *told,
        secret,
        orphan,
        works,
        craft,
        exhibit,
    ]
    home.put(*records)
    return {record.slug: record for record in records}
